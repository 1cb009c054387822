namespace ClinicalBot.Stories.Escalation;

/// <summary>Exams that are left, dropped, taken back or resumed: none of it lowers a case, and all of it is said.</summary>
public sealed class UnfinishedStories
{
    [Fact]
    public async Task Numbness_left_alone_becomes_a_case_that_is_watched_until_it_is_urgent()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        (await night.Nurse.Says("numb")).ShouldSay("do not wait for the rest").ShouldSay("Unfinished, it becomes a case");
        await night.Ward.PassAsync(10);
        night.Nurse.Latest.ShouldDecide("Incomplete").ShouldSay("This triage was left with an adverse answer. It is now case");
        Assert.Empty(night.Drew.Cards);
        await night.Ward.PassAsync(30);
        night.Nurse.Latest.ShouldSay("Examine again");
        await night.Ward.PassAsync(20);
        Assert.Empty(night.Drew.Cards);
        await night.Ward.PassAsync(15);
        Assert.Single(night.Drew.Cards).ShouldSay("Urgent ▲");
    }

    [Fact]
    public async Task An_adverse_answer_without_a_time_left_alone_counts_as_four_hours_and_escalates()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("numb");
        await night.Ward.PassAsync(9);
        Assert.Empty(night.Drew.Cards);
        await night.Ward.PassAsync(1);
        Assert.Single(night.Drew.Cards).ShouldSay("Urgent ▲").ShouldSay("Block time not given yet");
    }

    [Fact]
    public async Task Anticoagulation_is_no_adverse_answer()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("on apixaban");
        await night.Ward.PassAsync(30);
        Assert.Equal(2, night.Nurse.Cards.Count);
    }

    [Fact]
    public async Task Another_exam_left_alone_lowers_nothing_and_says_so()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Nurse.Says("continue");
        await night.Nurse.Says("skip");
        await night.Nurse.Says("yes");
        var known = night.Reference;
        await night.Nurse.Says($"reassess {known}");
        await night.Nurse.Says("slr unable");
        await night.Ward.PassAsync(10);
        Assert.Contains(night.Nurse.Cards, card => card.Text.Contains($"the case stays Emergency", StringComparison.Ordinal));
        (await night.Erin.Says($"case {known}")).ShouldSay("Emergency ⚠").ShouldSay("Saddle numbness: yes");
    }

    [Fact]
    public async Task Another_exam_left_alone_that_finds_less_lowers_nothing()
    {
        await using var night = await Night.FallsAsync();
        foreach (var line in new[] { "triage", "3 h ago", "slr unable, motor normal", "block area, reflexes normal, no shooting pain", "saddle",
            "continue", "skip", "yes" })
        {
            await night.Nurse.Says(line);
        }

        // As unable as before is no red flag: by itself this exam would be urgent.
        var known = night.Reference;
        await night.Nurse.Says($"reassess {known}");
        await night.Nurse.Says("slr unable");
        await night.Ward.PassAsync(10);
        Assert.Contains(night.Nurse.Cards, card => card.Text.Contains("the case stays Emergency", StringComparison.Ordinal));
        (await night.Erin.Says($"case {known}")).ShouldSay("Emergency ⚠").ShouldSay("Saddle numbness: yes");
    }

    [Fact]
    public async Task An_older_triage_left_alone_does_not_replace_a_newer_exam_of_somebody_else()
    {
        await using var night = await Night.FallsAsync();
        foreach (var line in new[] { "triage", "3 h ago", "slr unable, motor normal" })
        {
            await night.Nurse.Says(line);
        }

        await night.Ward.PassAsync(10);
        var known = night.Reference;
        await night.Nurse.Says("block area");
        await night.ReassessAsync(night.Erin, known, "slr unable, motor normal", "whole leg, reflexes normal, no shooting pain", "saddle");
        await night.Ward.PassAsync(10);
        Assert.Contains(night.Nurse.Cards, card => card.Text.Contains("the case stays Emergency", StringComparison.Ordinal));
        (await night.Erin.Says($"case {known}")).ShouldSay("Saddle numbness: yes");
    }

    [Fact]
    public async Task Resumed_after_an_hour_the_exam_is_another_one_and_an_emergency_stays_at_least_urgent()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        night.Ward.Forward(TimeSpan.FromMinutes(61));
        await night.Ward.SettleAsync();
        foreach (var line in new[] { "continue", "slr able, motor normal", "resolved, reflexes normal, no shooting pain", "none", "skip" })
        {
            await night.Nurse.Says(line);
        }

        (await night.Nurse.Says("yes")).ShouldDecide("Urgent");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldNotSay("Nobody needs to come");
    }

    [Fact]
    public async Task A_red_flag_taken_back_during_another_exam_lets_the_exam_before_count_again()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago", "slr unable, motor normal");
        var known = night.Reference;
        await night.Nurse.Says($"reassess {known}");
        (await night.Nurse.Says("saddle numbness")).ShouldDecide("Emergency");
        (await night.Nurse.Says("that's wrong")).ShouldSay($"Case {known} stays open: Urgent.");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldNotSay("no longer calls");
        (await night.Erin.Says($"case {known}")).ShouldSay("Urgent ▲").ShouldSay("Straight-leg raise: unable").ShouldSay("nurse took back");
    }

    [Fact]
    public async Task Canceling_says_which_case_stays_open_and_that_people_are_called()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        (await night.Nurse.Says("cancel")).ShouldSay("stays open: Emergency. People are called or coming").ShouldNotSay("Nothing from it is kept");
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
    }

    [Fact]
    public async Task Starting_anew_says_which_case_stays_open()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        (await night.Nurse.Says("restart")).ShouldSay("stays open: Emergency. People are called or coming").ShouldSay("Question 1 of 6");
    }

    [Fact]
    public async Task Another_patient_typed_within_a_triage_is_told_whose_triage_it_is()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        (await night.Nurse.Says("new patient")).ShouldSay("is still open, and what you type counts for that patient");
    }

    [Fact]
    public async Task Wrong_patient_during_another_exam_voids_the_exam_and_not_the_case()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        await night.Nurse.Says($"reassess {known}");
        (await night.Nurse.Says("wrong patient")).ShouldSay("This exam is void: wrong patient")
            .ShouldSay($"Case {known} stays open: Urgent. People are called or coming");
        await night.Ward.PassAsync(10);
        Assert.Single(night.Erin.Cards);
    }

    [Fact]
    public async Task Wrong_patient_after_somebody_else_examined_does_not_void_the_case()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var known = night.Reference;
        await night.ReassessAsync(night.Erin, known, "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        (await night.Nurse.Says("wrong patient")).ShouldSay($"Case {known} stays open: Urgent.");
    }

    [Fact]
    public async Task An_exam_whose_case_was_closed_meanwhile_opens_its_own_and_says_so()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        foreach (var line in new[] { $"reassess {known}", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip" })
        {
            await night.Nurse.Says(line);
        }

        await night.Drew.TapsInPlace(await night.Drew.Says($"close {known}"), "Resolved");
        (await night.Nurse.Says("yes")).ShouldDecide("Urgent").ShouldSay($"Case {known} was closed meanwhile, so this exam opened case");
    }

    [Fact]
    public async Task Cards_within_a_triage_show_whose_it_is_also_when_they_are_about_something_else()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        (await night.Nurse.Says("metallic taste")).ShouldSay("call for help now").ShouldSay("Block 08:00 today");
        (await night.Nurse.Says("my leg is numb")).ShouldSay("contact your care team").ShouldSay("Block 08:00 today");
    }

    [Fact]
    public async Task What_is_said_of_the_agent_is_read_back()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        (await night.Nurse.Says("mepivacaine 2% 0.5 ml")).ShouldSay("Recorded: Agent: mepivacaine; Concentration (%): 2; Volume per level (mL): 0.5");
    }
}
