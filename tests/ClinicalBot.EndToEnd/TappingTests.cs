namespace ClinicalBot.EndToEnd;

public sealed class TappingTests(Chromium chromium)
{
    [Fact]
    public async Task Tapping_through_from_the_first_view_ends_with_a_decision()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Taps("Start triage");
        await nurse.Taps("3 h ago");
        await nurse.Taps("Straight-leg raise able, all groups normal");
        await Sensation(nurse);
        await nurse.Taps("None of the four");
        await nurse.Taps("Skip");
        await nurse.LastSays("Straight-leg raise: able");
        await nurse.Taps("Yes, decide");
        await nurse.LastSays("Expected");
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task Typing_and_tapping_mix_and_back_goes_one_step_back()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage");
        await nurse.Taps("3 h ago");
        await nurse.Says("slr able, motor normal");
        await nurse.Taps("Back");
        await nurse.LastSays("Can the patient move the leg?");
        await nurse.Says("can't lift the heel");
        await nurse.LastSays("Straight-leg raise: unable");
    }

    [Fact]
    public async Task An_old_card_never_answers_another_step()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Taps("Start triage");
        var old = nurse.Last;
        var number = await nurse.Answers.CountAsync() - 1;
        old = nurse.Answers.Nth(number);
        await nurse.Says("3 h ago");
        var stale = old.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "1 h ago" });
        if (await stale.CountAsync() == 0)
        {
            // Answered cards lose their buttons: nothing is left to press.
            return;
        }

        await nurse.Answered(() => stale.ClickAsync());
        await nurse.LastSays("already answered or is out of date");
        await nurse.LastSays("Can the patient move the leg?");
    }

    private static async Task Sensation(Screen nurse) =>
        await nurse.Says("block area, reflexes normal, no shooting pain");
}
