using System.Diagnostics.Metrics;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Whoever has to know learns it: in a message that alerts, in time, and not from a card that changed unseen.</summary>
public sealed class HearingStories
{
    [Fact]
    public async Task A_channel_that_throttles_delays_nobody_else_for_more_than_a_minute()
    {
        await using var night = await Night.FallsAsync();
        night.Ward.Channel.Decide = arrival => arrival.Conversation.StartsWith(Night.ChannelId, StringComparison.Ordinal)
            || arrival.Conversation.EndsWith("drew", StringComparison.Ordinal)
            ? Verdict.Throttle(3600) : Verdict.Take;
        await night.EmergencyAsync();
        Assert.Empty(night.Erin.Cards);
        await night.Ward.PassAsync(1);
        Assert.Single(night.Erin.Cards).ShouldSay("A call could not be delivered. You are called now.");
        night.Nurse.Latest.ShouldSay("Could not deliver to").ShouldSay("Dr. Drew: sent 11:00, not delivered yet.").ShouldSay("555-0110");
    }

    [Fact]
    public async Task With_nothing_delivered_at_all_the_auditor_raises_the_alarm()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        night.Ward.Channel.Decide = _ => Verdict.Throttle(3600);
        await night.Ward.PassAsync(8);
        var auditor = night.Ward.Get<CaseAuditor>();
        await auditor.RunOnceAsync(TestContext.Current.CancellationToken);
        var health = await auditor.CheckHealthAsync(new(), TestContext.Current.CancellationToken);
        Assert.Contains("RequesterNotTold", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_record_that_cannot_be_read_raises_the_alarm_and_hides_no_other_case()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var broken = night.Reference;
        await night.Nurse.Says("triage");
        await night.Nurse.Says("saddle");
        await night.Ward.SettleAsync();
        await Sql.ExecuteAsync(night.Ward.Database,
            $"DROP TRIGGER case_event_update; UPDATE case_event SET event = '7b' WHERE reference = '{Ward.Tenant}/{broken}' AND number = 1");
        await Sql.ExecuteAsync(night.Ward.Database, "DELETE FROM due_work WHERE kind = 0");
        using var alarms = new Alarms(night.Ward.Get<IMeterFactory>());
        night.Ward.Forward(TimeSpan.FromMinutes(30));
        await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Contains("RecordUnreadable", alarms.Kinds);
        Assert.Contains("StepNotFired", alarms.Kinds);
    }

    [Fact]
    public async Task A_lost_thread_is_begun_anew_by_the_next_step()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var gone = night.Posts[^1].Conversation;
        night.Ward.Channel.Decide = arrival => arrival.Conversation == gone ? Verdict.Refuse : Verdict.Take;
        await night.Ward.PassAsync(6);
        Assert.NotEqual(gone, night.Posts[^1].Conversation);
        night.LatestPost.ShouldSay("Emergency ⚠");
    }

    [Fact]
    public async Task An_exam_by_somebody_else_is_told_to_whoever_asked_and_an_escalation_that_it_starts_too()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        await night.ReassessAsync(night.Erin, known, "slr unable, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        night.Nurse.Latest.ShouldSay("Examined again by another person").ShouldSay($"erin examined the patient of case {known} again. It is now: Emergency.");
        Assert.Single(night.Drew.Cards);
    }

    [Fact]
    public async Task Phone_now_goes_to_whoever_asked_also_when_somebody_else_examined()
    {
        await using var night = await Night.FallsAsync("{}", ("Escalation:Channel", ""), ("Escalation:Access", "Tenant"));
        await night.TriageAsync("2 h ago");
        await night.ReassessAsync(night.Erin, night.Reference, "slr unable, motor normal", "block area, reflexes normal, no shooting pain", "none",
            "skip", "yes");
        Assert.Contains(night.Nurse.Cards, card => card.Text.Contains("Nobody on call can get messages: phone now", StringComparison.Ordinal));
        night.Erin.Latest.ShouldSay("Nobody on call can get messages: phone now");
    }

    [Fact]
    public async Task The_emergency_card_itself_shows_who_is_coming_and_that_its_advice_has_ended()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        await night.EmergencyAsync();
        var emergency = night.Nurse.Cards.Count - 1;
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 30 min");
        await night.Ward.SettleAsync();
        night.Nurse.Now(emergency).ShouldSay("drew is coming, there by 11:30.").ShouldNotSay("Nobody has answered yet").ShouldSay("Continue exam");
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        await night.Ward.PassAsync(60);
        night.Nurse.Now(emergency).ShouldSay("Out of date since");
    }

    [Fact]
    public async Task Whoever_asked_cannot_stop_the_calls_by_being_at_the_bedside_herself()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var known = night.Reference;
        (await night.Nurse.Says($"case {known}")).ShouldNotSay("At the bedside").ShouldNotSay("Coming in").ShouldSay("Close");
        (await night.Nurse.Taps(night.Drew.Latest, "At the bedside")).ShouldSay("You asked for help here").ShouldSay("Nobody has answered yet.");
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
    }

    [Fact]
    public async Task Whoever_asked_and_is_called_herself_may_come()
    {
        await using var night = await Night.FallsAsync("""{ "proceduralist": { "people": [ { "aadObjectId": "aad-nurse", "name": "Dr. Nurse" } ] } }""");
        await night.TriageAsync("2 h ago");
        var known = night.Reference;
        await night.Ward.PassAsync(120 + 15);
        night.Nurse.Cards.Single(card => card.Text.Contains("You are called.", StringComparison.Ordinal)).ShouldSay("Coming in 15 min");
        (await night.Nurse.Taps(await night.Nurse.Says($"case {known}"), "Coming in 15 min")).ShouldSay("nurse is coming");
    }

    [Fact]
    public async Task An_exam_that_is_begun_in_a_channel_is_asked_one_to_one()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Erin.SendAsync(night.InChannel(night.Erin) with { Text = $"reassess {night.Reference}" });
        night.LatestPost.ShouldSay("What is found stays between erin and me.").ShouldNotSay("last:").ShouldNotSay("saddle");
        night.Erin.Latest.ShouldSay("Can the patient move the leg?").ShouldSay("last:");
    }

    [Fact]
    public async Task The_most_urgent_cases_are_listed_first_and_none_is_hidden_silently()
    {
        await using var night = await Night.FallsAsync();
        for (var i = 0; i < 13; i++)
        {
            await night.TriageAsync("2 h ago");
        }

        await night.Nurse.Says("saddle numbness");
        var list = await night.Erin.Says("cases");
        list.ShouldSay("· Emergency").ShouldSay("2 more are open");
        Assert.True(list.Text.IndexOf("· Emergency", StringComparison.Ordinal) < list.Text.IndexOf("· Expected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "proceduralist": null }""")]
    [InlineData("null")]
    [InlineData("""{ "proceduralist": { "people": [ null ] } }""")]
    [InlineData("""{ "proceduralist": { "people": [ { "aadObjectId": "aad-sam", "name": null } ] } }""")]
    [InlineData("""{ "proceduralist": { "people": [ { "aadObjectId": "", "name": "Dr. Sam" } ] } }""")]
    [InlineData("""{ "proceduralist": { "peple": [ { "aadObjectId": "aad-sam", "name": "Dr. Sam" } ] } }""")]
    [InlineData("[]")]
    public async Task A_contacts_file_with_a_hole_keeps_the_last_good_one(string contacts)
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        night.Write(contacts);
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
    }
}
