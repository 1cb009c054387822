namespace ClinicalBot.Stories.Escalation;

/// <summary>A red flag while cases are open: people are called first, and then it is asked which case it is about.</summary>
public sealed class WhichCaseStories
{
    [Fact]
    public async Task A_red_flag_beside_an_open_case_calls_people_at_once_and_then_asks_which_case_it_is_about()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        (await night.Nurse.Says("now saddle numbness")).ShouldDecide("Emergency")
            .ShouldSay("Called: channel, Dr. Drew, Dr. Noor").ShouldSay("About another open case? Choose it.").ShouldSay("block at 09:00, " + known);
        await night.Ward.SettleAsync();
        Assert.Single(night.Posts);
        Assert.Single(night.Drew.Cards);
    }

    [Fact]
    public async Task Without_an_answer_its_own_case_goes_on_being_called_for()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        await night.Nurse.Says("saddle numbness");
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
    }

    [Fact]
    public async Task The_case_that_is_chosen_is_raised_and_the_new_one_goes_on_there_for_everybody_to_see()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        var emergency = await night.Nurse.Says("saddle numbness");
        var fresh = night.Reference;
        await night.Ward.SettleAsync();
        Assert.NotEqual(known, fresh);
        var moved = await night.Nurse.Taps(emergency, $"block at 09:00, {known}");
        moved.ShouldDecide("Emergency").ShouldSay($"Case {known} · Block 09:00 today").ShouldSay($"now counts for case {known}, not for {fresh}");
        await night.Ward.SettleAsync();
        Assert.Contains(night.Posts, post => new Card(post.Activity)
            .Text.Contains($"Case {fresh} is about the patient of case {known} and goes on there.", StringComparison.Ordinal));
        Assert.Contains(night.Drew.Cards, card => card.Text.Contains($"Case {known} · Block", StringComparison.Ordinal));
        Assert.Contains(night.Drew.Cards, card => card.Text.Contains($"Nobody needs to come for {fresh}", StringComparison.Ordinal));
        (await night.Erin.Says("cases")).ShouldSay($"{known} · Emergency").ShouldNotSay($"{fresh} ·");
        (await night.Erin.Says($"case {fresh}")).ShouldSay($"Goes on as case {known}.");
        var called = night.Erin.Cards.Count;
        await night.Ward.PassAsync(3);
        Assert.Equal(called + 1, night.Erin.Cards.Count);
    }

    [Fact]
    public async Task Chosen_twice_it_counts_once()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        var emergency = await night.Nurse.Says("saddle numbness");
        await night.Nurse.Taps(emergency, $"block at 09:00, {known}");
        await night.Ward.SettleAsync();
        var posts = night.Posts.Count;
        (await night.Nurse.Taps(emergency, $"block at 09:00, {known}")).ShouldSay("That card was out of date");
        await night.Ward.SettleAsync();
        Assert.Equal(posts, night.Posts.Count);
    }

    [Fact]
    public async Task The_case_may_be_typed_and_the_exam_goes_on_for_it()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        await night.Nurse.Says("saddle numbness");
        (await night.Nurse.Says($"about {known}")).ShouldDecide("Emergency").ShouldSay($"Case {known} · Block");
        (await night.Nurse.Says("continue")).ShouldSay("Can the patient move the leg?").ShouldSay("last: able");
    }

    [Fact]
    public async Task Taken_back_after_it_was_moved_the_case_is_what_it_was()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago", "slr unable, motor normal");
        var known = night.Reference;
        await night.Nurse.Says("saddle numbness");
        await night.Nurse.Says($"about {known}");
        (await night.Nurse.Says("that's wrong")).ShouldSay($"Case {known} stays open: Urgent.");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldNotSay("no longer calls");
        (await night.Erin.Says($"case {known}")).ShouldSay("Urgent ▲").ShouldSay("Straight-leg raise: unable").ShouldNotSay("Saddle numbness: yes");
    }

    [Fact]
    public async Task Within_a_triage_only_the_red_flag_moves()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        var emergency = await night.Nurse.Says("saddle numbness");
        var mine = night.Reference;
        emergency.ShouldDecide("Emergency").ShouldSay($"This counts for case {mine}.");
        await night.Nurse.PostsTwo(emergency, $"block at 09:00, {known}");
        await night.Ward.SettleAsync();
        night.Nurse.Cards[^2].ShouldDecide("Emergency").ShouldSay($"Case {known} ·");
        night.Nurse.Latest.ShouldSay("Taken back: Saddle numbness").ShouldSay($"Case {mine} stays open").ShouldSay("Can the patient move the leg?");
        (await night.Erin.Says("cases")).ShouldSay($"{known} · Emergency").ShouldNotSay($"{mine} · Emergency");
    }

    [Fact]
    public async Task Wrong_patient_with_nothing_under_way_asks_which_case_and_voids_it_for_everybody()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        var ask = await night.Nurse.Says("wrong patient");
        ask.ShouldSay("Which case? Choose one.").ShouldSay($"Void case: place not chosen, {known}");
        (await night.Nurse.Taps(ask, $"Void case: place not chosen, {known}")).ShouldSay("Void: wrong patient.");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay($"Case {known} is void: wrong patient.");
    }

    [Fact]
    public async Task Somebody_elses_only_case_is_never_taken_for_granted()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        (await night.Erin.Says("reassess")).ShouldSay("Which case? Choose one.");
        (await night.Nurse.Says("reassess")).ShouldSay("Can the patient move the leg?");
    }
}
