using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

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
        await nurse.Taps("All normal");
        await nurse.Says("block area, reflexes normal, no shooting pain");
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
    public async Task An_answered_card_loses_its_buttons_and_a_press_that_comes_late_answers_no_other_step()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Taps("Start triage");
        var presses = new List<string>();
        nurse.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/done", StringComparison.Ordinal))
            {
                presses.Add(request.PostData!);
            }
        };
        var answered = nurse.Answers.Nth(await nurse.Answers.CountAsync() - 1);
        await nurse.Taps("3 h ago");
        await Expect(answered).ToContainTextAsync("updated");
        await Expect(answered.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        var late = Assert.Single(presses).Replace("\"clientId\":\"", "\"clientId\":\"late-", StringComparison.Ordinal)
            .Replace("3 h ago", "1 h ago", StringComparison.Ordinal);
        await nurse.Answered(() => nurse.Page.EvaluateAsync(
            "body => fetch('/local/chats/ward-nurse/done', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })", late));
        await nurse.LastSays("already answered or is out of date");
        await nurse.LastSays("Can the patient move the leg?");
        await nurse.LastSays("3 h 0 min ago");
    }
}
