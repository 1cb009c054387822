namespace ClinicalBot.Stories;

/// <summary>What was said and is adverse stays, or is asked: by no word, button or hour is it lowered silently.</summary>
public sealed class NothingIsLoweredTests
{
    private static readonly string[] Reviewed = ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain",
        "none", "skip"];

    private static async Task<Card> Play(Ward ward, params IEnumerable<string> lines)
    {
        var nurse = ward.Person("nurse");
        Card? last = null;
        foreach (var line in lines)
        {
            last = await nurse.Says(line);
        }

        return last!;
    }

    [Fact]
    public async Task Red_flags_mentioned_without_a_name_open_the_denied_ones_again()
    {
        await using var ward = await Ward.OpenAsync();
        await Play(ward, [.. Reviewed[..5], "red flags positive", "not sure"]);
        (await Play(ward, "skip", "yes")).ShouldDecide("Incomplete");
    }

    [Fact]
    public async Task Unknown_given_when_flags_are_changed_counts_as_unknown()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed, "change red flags", "skip", "yes"])).ShouldDecide("Incomplete");
    }

    [Theory]
    [InlineData("weak leg", "skip")]
    [InlineData("slr unable, motor normal", "back", "not sure")]
    public async Task Skipping_takes_no_weakness_back(params string[] lines)
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, ["triage", "3 h ago", .. lines])).ShouldSay("Urgent already");
    }

    [Fact]
    public async Task Correcting_one_step_corrects_no_later_one()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, "triage", "3 h ago", "slr unable, motor normal", "back", "saddle numb", "continue", "slr able"))
            .ShouldSay("Can the heel be lifted off the bed against gravity?");
    }

    [Fact]
    public async Task At_the_review_thats_wrong_is_about_the_review()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed, "saddle numb", "continue", "that's not right"])).ShouldSay("What should be changed?").ShouldNotSay("Taken back");
        (await Play(ward, "yes")).ShouldDecide("Emergency");
    }

    [Fact]
    public async Task Each_emergency_card_takes_back_its_own_flags_and_they_are_asked_again()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var saddle = await Play(ward, [.. Reviewed, "saddle numb"]);
        await nurse.Says("lost bladder control");
        var again = await nurse.Taps(saddle, "That's wrong");
        again.ShouldSay("Taken back: Saddle numbness").ShouldSay("Any of these four red flags?").ShouldSay("Emergency already");
    }

    [Fact]
    public async Task A_red_flag_in_doubt_stays_in_doubt_however_one_moves()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed[..4], "bilateral block?", "back"])).ShouldSay("Are there symptoms in both legs?");
    }

    [Fact]
    public async Task Flags_mentioned_beside_weakness_are_not_forgotten()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed[..4], "red flags present, weak leg"])).ShouldSay("Any of these four red flags?").ShouldSay("say exactly which");
    }

    [Fact]
    public async Task Toxicity_swallows_no_red_flag()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, "triage", "3 h ago", "metallic taste and saddle numbness")).ShouldDecide("Emergency")
            .ShouldSay("Outside this tool: call for help now");
    }

    [Fact]
    public async Task After_an_idle_hour_what_was_urgent_is_named()
    {
        await using var ward = await Ward.OpenAsync();
        await Play(ward, [.. Reviewed, "saddle numb", "continue"]);
        ward.Forward(TimeSpan.FromMinutes(70));
        // The emergency's own messages arrive meanwhile.
        await ward.SettleAsync();
        var nurse = ward.Person("nurse");
        await nurse.PostAsync(nurse.Activity(BotFramework.ActivityTypes.MessageUpdate) with { Text = "x" });
        (await Play(ward, "yes")).ShouldSay("asked again").ShouldSay("Before that it was Emergency");
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("wrong patient")]
    [InlineData("cancel")]
    public async Task Dropping_an_emergency_says_that_it_was_one(string command)
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, "triage", "3 h ago", "saddle numb", command)).ShouldSay("What you entered is Emergency. Call now");
    }

    [Fact]
    public async Task A_settled_doubt_says_what_was_recorded()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed[..4], "bilateral block?", "no"])).ShouldSay("Recorded: Symptoms in both legs: no").ShouldNotSay("not understood");
    }

    [Fact]
    public async Task Of_two_times_the_earlier_counts_until_somebody_says_which()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, "triage", "3 h ago", "block was 5 h ago")).ShouldSay("Urgent already");
        (await Play(ward, "not sure")).ShouldSay("5 h 0 min ago").ShouldSay("Can the patient move the leg?");
    }

    [Fact]
    public async Task A_red_flag_during_the_context_question_does_not_skip_the_context()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, [.. Reviewed[..5], "cant pee", "continue"])).ShouldSay("About the block").ShouldSay("Anticoagulated");
    }

    [Fact]
    public async Task Ticks_on_an_old_card_are_said_not_to_be_recorded()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var flags = await Play(ward, Reviewed[..4]);
        await nurse.Says("none");
        (await nurse.Taps(flags, "Continue", ("redFlags.saddleAnesthesia", "yes"))).ShouldSay("what you ticked was NOT recorded");
    }

    [Fact]
    public async Task A_card_that_calls_people_does_not_reassure()
    {
        await using var ward = await Ward.OpenAsync();
        (await Play(ward, "triage", "3 h ago", "saddle numb")).ShouldNotSay("is common and passes");
    }
}
