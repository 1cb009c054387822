namespace ClinicalBot.Stories.Escalation;

public sealed class PeopleStories
{
    [Fact]
    public async Task Acknowledging_stops_the_ladder_updates_every_card_and_tells_the_requester()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        await night.EmergencyAsync();
        await night.InChannelAsync(night.Noor, night.LatestPost, "Coming in 15 min");
        night.LatestPost.ShouldSay("noor is coming, there by 11:15.").ShouldSay("11:00 noor is coming");
        night.Drew.Latest.ShouldSay("noor is coming");
        night.Nurse.Latest.ShouldSay("Help is coming").ShouldSay("noor is coming, there by 11:15.");
        await night.Ward.PassAsync(14);
        Assert.Empty(night.Erin.Cards);
    }

    [Fact]
    public async Task An_eta_that_lapses_resumes_the_ladder_and_says_so()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 5 min");
        await night.Ward.PassAsync(5);
        Assert.Single(night.Erin.Cards).ShouldSay("The person who was coming did not arrive in time. You are called now.");
        night.Nurse.Latest.ShouldSay("Calling the next");
        night.LatestPost.ShouldSay("drew was not there in time");
    }

    [Fact]
    public async Task A_double_click_and_an_old_card_change_nothing_and_show_the_case()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        await night.EmergencyAsync();
        var old = night.Drew.Latest;
        await night.Drew.TapsInPlace(old, "Coming in 15 min");
        (await night.Drew.Taps(old, "Coming in 15 min")).ShouldSay("That card was out of date").ShouldSay("drew is coming, there by 11:15.");
        (await night.Noor.Taps(night.Noor.Now(0).Text.Contains("Coming in 5 min", StringComparison.Ordinal) ? night.Noor.Now(0) : old, "Coming in 5 min"))
            .ShouldSay("drew is coming");
        night.LatestPost.ShouldSay("drew is coming, there by 11:15.");
    }

    [Fact]
    public async Task Take_over_at_the_bedside_hand_back_and_close()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 15 min");
        await night.Noor.TapsInPlace(night.Noor.Latest, "Take over");
        night.Drew.Latest.ShouldSay("noor took over");
        await night.Noor.TapsInPlace(night.Noor.Latest, "At the bedside");
        await night.Ward.PassAsync(50);
        night.LatestPost.ShouldSay("noor is at the bedside.");
        Assert.Empty(night.Erin.Cards);
        (await night.Noor.Taps(night.Noor.Latest, "Hand back")).ShouldSay("You cannot come or handed it back. Nobody else is left to call.");
        await night.Ward.SettleAsync();
        Assert.Single(night.Erin.Cards).ShouldSay("The case was handed back. You are called now.");
        var ask = await night.Erin.Taps(night.Erin.Latest, "Close case");
        await night.Erin.TapsInPlace(ask, "Transferred to another service");
        night.LatestPost.ShouldSay("closed with nobody at the bedside yet").ShouldSay("Closed: transferred to another service")
            .ShouldNotSay("Coming in 5 min");
        night.Drew.Latest.ShouldSay("closed with nobody at the bedside yet");
        night.Nurse.Latest.ShouldSay("Case closed");
    }

    [Fact]
    public async Task A_closed_case_is_not_reopened_by_a_button_but_by_name()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var old = night.Drew.Latest;
        var ask = await night.Drew.Taps(old, "Close case");
        await night.Drew.TapsInPlace(ask, "Resolved");
        night.Drew.Latest.ShouldSay("Closed: resolved").ShouldNotSay("How did case");
        (await night.Drew.Taps(old, "Coming in 5 min")).ShouldSay("This case is over");
        var reference = night.Reference;
        (await night.Nurse.Says($"reopen {reference}")).ShouldSay("Nobody has answered yet.");
    }

    [Fact]
    public async Task Only_a_coordinator_chooses_the_channel()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Channel", ""), ("Escalation:Coordinators:0", "aad-coordinator"));
        await night.Nurse.SendAsync(night.InChannel(night.Nurse) with { Text = "use this channel for escalations" });
        night.LatestPost.ShouldSay("Only people the site names may choose the channel.");
        var coordinator = night.Ward.Person("coordinator");
        await coordinator.SendAsync(night.InChannel(coordinator) with { Text = "use this channel for escalations" });
        night.LatestPost.ShouldSay("Escalations are posted in this channel from now on.");
        await night.EmergencyAsync();
        night.LatestPost.ShouldSay("Emergency ⚠");
    }

    [Fact]
    public async Task Wrong_patient_voids_the_case_for_everybody()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Nurse.Says("wrong patient");
        await night.Ward.SettleAsync();
        night.Drew.Now(0).ShouldSay("Void: wrong patient.").ShouldNotSay("Coming in");
        night.Drew.Latest.ShouldSay("is void: wrong patient. Nobody needs to come for it.");
        night.Noor.Latest.ShouldSay("is void: wrong patient. Nobody needs to come for it.");
        night.LatestPost.ShouldSay("is void: wrong patient. Nobody needs to come for it.");
        await night.Ward.PassAsync(10);
        Assert.Empty(night.Erin.Cards);
    }

    [Fact]
    public async Task A_red_flag_taken_back_ends_the_escalation_visibly()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Nurse.Says("that's wrong");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("After a newer exam nobody is called");
        await night.Ward.PassAsync(10);
        Assert.Empty(night.Erin.Cards);
    }

    [Fact]
    public async Task Confirming_the_exam_goes_on_with_the_case_the_red_flag_opened()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Nurse.Says("continue");
        await night.Nurse.Says("skip");
        (await night.Nurse.Says("yes")).ShouldDecide("Emergency").ShouldSay("Show case");
        await night.Ward.SettleAsync();
        Assert.Single(night.Posts);
    }
}
