using ClinicalBot.Conversations.Rota;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>What people are told of the rota without asking. It is Sunday 22 November 2026, 11:00 UTC.</summary>
public sealed class NoticeStories
{
    private const string Rotating =
        """
        {
          "proceduralist": { "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew" }, { "aadObjectId": "aad-erin", "name": "Dr. Erin" } ],
            "rotation": { "members": [ "aad-drew", "aad-erin" ], "start": "2026-11-22", "handoff": "14:00", "days": 1, "zone": "UTC" },
                "fallback": "aad-erin" },
          "neurology": { "people": [] }
        }
        """;

    private static async Task LookAsync(Night night, int times = 1)
    {
        for (var look = 0; look < times; look++)
        {
            await night.Ward.Get<RotaNotices>().RunOnceAsync(Ward.Tenant, TestContext.Current.CancellationToken);
            await night.Ward.SettleAsync();
        }
    }

    [Fact]
    public async Task A_shift_is_told_before_it_begins_once_and_again_shortly_before()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Drew.Says("help");
        await LookAsync(night, times: 3);
        Assert.Equal(2, night.Drew.Cards.Count);
        night.Drew.Latest.ShouldSay("Your shift: Proceduralist, 14:00 today to 14:00 tomorrow.");
        night.Ward.Forward(TimeSpan.FromMinutes(151));
        await night.Ward.SettleAsync();
        await LookAsync(night, times: 2);
        Assert.Equal(3, night.Drew.Cards.Count);
        await night.Ward.RestartAsync();
        await LookAsync(night);
        Assert.Equal(3, night.Drew.Cards.Count);
    }

    [Fact]
    public async Task Coordinators_are_told_that_nobody_is_on_call_and_that_the_contacts_file_is_broken()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"), ("Escalation:Coordinators:0", "aad-boss"));
        var boss = night.Ward.Person("boss");
        await boss.Says("help");
        await LookAsync(night, times: 2);
        Assert.Equal(2, boss.Cards.Count);
        boss.Latest.ShouldSay("Nobody is on call as Neurology. Put a shift there");
        night.Write("{ \"proceduralist\": 5 }");
        await LookAsync(night, times: 2);
        Assert.Equal(3, boss.Cards.Count);
        boss.Latest.ShouldSay("The contacts file cannot be read (line 1, proceduralist). The one read before stays in use.");
    }

    [Fact]
    public async Task At_a_shift_change_the_channel_gets_the_open_cases_once_and_no_finding()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:HandoverAt:0", "13:00"), ("Site:TimeZone", "UTC"));
        await night.Nurse.In(Ward.Thread(Night.ChannelId)).Mentions("help");
        await night.EmergencyAsync();
        var notices = night.Ward.Get<RotaNotices>();
        night.Ward.Forward(TimeSpan.FromMinutes(119));
        await notices.RunOnceAsync(Ward.Tenant, TestContext.Current.CancellationToken);
        await night.Ward.SettleAsync();
        Assert.DoesNotContain(night.Posts, post => new Card(post.Activity).Text.Contains("Handover: open cases", StringComparison.Ordinal));
        for (var minute = 0; minute < 4; minute++)
        {
            night.Ward.Forward(TimeSpan.FromMinutes(1));
            await notices.RunOnceAsync(Ward.Tenant, TestContext.Current.CancellationToken);
            await night.Ward.SettleAsync();
        }

        var card = new Card(Assert.Single(night.Posts, post =>
            new Card(post.Activity).Text.Contains("Handover: open cases", StringComparison.Ordinal)).Activity);
        card.ShouldSay(night.Reference).ShouldSay("Emergency").ShouldNotSay("saddle").ShouldNotSay("numbness");
    }

    [Fact]
    public async Task A_channel_the_bot_never_heard_from_gets_the_handover_as_a_new_thread()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:HandoverAt:0", "13:00"), ("Site:TimeZone", "UTC"));
        night.Ward.Channel.Decide = call => call.Conversation.StartsWith(Night.ChannelId, StringComparison.Ordinal) ? Verdict.Refuse : Verdict.Take;
        await night.EmergencyAsync();
        night.Ward.Channel.Decide = _ => Verdict.Take;
        night.Ward.Forward(TimeSpan.FromHours(2));
        await LookAsync(night, times: 3);
        new Card(Assert.Single(night.Posts, IsHandover).Activity).ShouldSay("Emergency").ShouldNotSay("saddle");
    }

    [Fact]
    public async Task A_handover_waits_for_a_channel_and_is_posted_once_one_is_chosen()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Channel", ""), ("Escalation:HandoverAt:0", "13:00"), ("Site:TimeZone", "UTC"),
            ("Escalation:Coordinators:0", "aad-boss"));
        await night.EmergencyAsync();
        night.Ward.Forward(TimeSpan.FromHours(2));
        await LookAsync(night, times: 2);
        night.Ward.Forward(TimeSpan.FromMinutes(45));
        await LookAsync(night);
        Assert.DoesNotContain(night.Posts, IsHandover);
        await night.Ward.Person("boss").In(Ward.Thread(Night.ChannelId)).Mentions("use this channel for escalations");
        await LookAsync(night, times: 2);
        Assert.Single(night.Posts, IsHandover);
    }

    [Fact]
    public async Task Coordinators_are_told_that_the_channel_refused_the_handover()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:HandoverAt:0", "13:00"), ("Site:TimeZone", "UTC"),
            ("Escalation:Coordinators:0", "aad-boss"));
        var boss = night.Ward.Person("boss");
        await boss.Says("help");
        night.Ward.Channel.Decide = call => call.Conversation.StartsWith(Night.ChannelId, StringComparison.Ordinal) ? Verdict.Refuse : Verdict.Take;
        night.Ward.Forward(TimeSpan.FromHours(2));
        await LookAsync(night, times: 2);
        boss.Latest.ShouldSay("The escalation channel did not take the handover").ShouldSay("Say handover here to see the open cases.");
    }

    private static bool IsHandover(Arrival post) => new Card(post.Activity).Text.Contains("Handover: open cases", StringComparison.Ordinal);

    [Fact]
    public async Task Who_is_on_call_since_the_handover_is_told_in_a_channel_the_bot_never_heard_from()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await LookAsync(night);
        night.Ward.Forward(TimeSpan.FromHours(3));
        await LookAsync(night);
        Assert.Empty(night.Posts);
        await night.Erin.Says("help");
        await LookAsync(night, times: 3);
        new Card(Assert.Single(night.Posts).Activity).ShouldSay("Handover. Proceduralist: Dr. Drew.");
    }

    [Fact]
    public async Task The_channel_is_told_at_the_handover_who_is_on_call()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Nurse.SendAsync(night.InChannel(night.Nurse) with { Text = "help" });
        await LookAsync(night);
        night.Ward.Forward(TimeSpan.FromHours(3));
        await LookAsync(night);
        night.LatestPost.ShouldSay("Handover. Proceduralist: Dr. Drew.");
    }

    [Fact]
    public async Task A_handover_while_the_program_was_down_is_told_when_it_is_back()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Nurse.SendAsync(night.InChannel(night.Nurse) with { Text = "help" });
        await LookAsync(night);
        night.Ward.Forward(TimeSpan.FromHours(3));
        await night.Ward.RestartAsync();
        await LookAsync(night, times: 3);
        Assert.Single(night.Posts, post => new Card(post.Activity).Text.Contains("Handover. Proceduralist: Dr. Drew.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_person_chooses_how_long_before_a_shift_to_be_told()
    {
        var contacts = Rotating.Replace("\"name\": \"Dr. Drew\"", "\"name\": \"Dr. Drew\", \"noticeBefore\": [ \"02:00:00\" ]", StringComparison.Ordinal)
            .Replace("\"name\": \"Dr. Erin\"", "\"name\": \"Dr. Erin\", \"noticeBefore\": []", StringComparison.Ordinal);
        await using var night = await Night.FallsAsync(contacts, ("Site:TimeZone", "UTC"));
        await night.Drew.Says("help");
        await night.Erin.Says("help");
        await LookAsync(night);
        Assert.Single(night.Drew.Cards);
        night.Ward.Forward(TimeSpan.FromHours(1));
        await LookAsync(night, times: 2);
        Assert.Equal(2, night.Drew.Cards.Count);
        night.Drew.Latest.ShouldSay("Your shift: Proceduralist, 14:00 today");
        night.Ward.Forward(TimeSpan.FromHours(26));
        await LookAsync(night);
        Assert.DoesNotContain(night.Erin.Cards, card => card.Text.Contains("Your shift:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_told_of_a_shift_is_told_when_it_moves_and_when_it_is_another_persons()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Drew.Says("help");
        await night.Erin.Says("help");
        await LookAsync(night);
        night.Drew.Latest.ShouldSay("Your shift: Proceduralist, 14:00 today to 14:00 tomorrow.");
        night.Write(Rotating.Replace("14:00", "16:00", StringComparison.Ordinal));
        await LookAsync(night, times: 2);
        night.Drew.Latest.ShouldSay("Your shift changed: Proceduralist, 16:00 today to 16:00 tomorrow. It was 14:00 today to 14:00 tomorrow.");
        Assert.Equal(3, night.Drew.Cards.Count);
        night.Write(Rotating.Replace("\"members\": [ \"aad-drew\", \"aad-erin\" ]", "\"members\": [ \"aad-erin\" ]", StringComparison.Ordinal));
        await night.Ward.RestartAsync();
        await LookAsync(night, times: 2);
        night.Drew.Latest.ShouldSay("No longer your shift: Proceduralist, 16:00 today to 16:00 tomorrow. On call then: Dr. Erin.");
        Assert.Equal(4, night.Drew.Cards.Count);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_takes_no_shift_from_anybody()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Drew.Says("help");
        await LookAsync(night);
        night.Write("{");
        await night.Ward.RestartAsync();
        await LookAsync(night, times: 2);
        Assert.Equal(2, night.Drew.Cards.Count);
    }

    [Fact]
    public async Task A_swap_counts_in_what_both_are_told()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"));
        await night.Drew.Says("help");
        await LookAsync(night);
        await night.Drew.Says("swap tonight 20:00-08:00 with erin");
        await night.Ward.SettleAsync();
        await night.Erin.Taps(night.Erin.Latest, "Take it");
        await LookAsync(night, times: 2);
        Assert.Contains(night.Drew.Cards, card => card.Text.Contains("Your shift changed: Proceduralist, 14:00 today to 20:00 today.",
            StringComparison.Ordinal));
        night.Drew.Latest.ShouldSay("Your shift: Proceduralist, 08:00 tomorrow to 14:00 tomorrow.");
        night.Erin.Latest.ShouldSay("Your shift: Proceduralist, 20:00 today to 08:00 tomorrow.");
    }

    [Fact]
    public async Task At_a_handover_whoever_follows_is_told_and_whoever_did_not_expect_it_is_told_too()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Site:TimeZone", "UTC"), ("Escalation:NoticeBefore:0", "00:30:00"));
        await night.Drew.Says("help");
        await night.Erin.Says("help");
        await LookAsync(night);
        Assert.Single(night.Drew.Cards);
        night.Write(Rotating.Replace("14:00", "10:00", StringComparison.Ordinal));
        await LookAsync(night, times: 2);
        night.Drew.Latest.ShouldSay("You are on call now: Proceduralist, 11:00 today to 10:00 tomorrow.");
        night.Erin.Latest.ShouldSay("You are next: Proceduralist, 10:00 tomorrow to 10:00 Tue 24 Nov, after Dr. Drew.");
        night.Ward.Forward(TimeSpan.FromHours(22.5));
        await LookAsync(night, times: 2);
        night.Erin.Latest.ShouldSay("Your shift: Proceduralist, 10:00 today");
        Assert.Equal(3, night.Erin.Cards.Count);
    }
}
