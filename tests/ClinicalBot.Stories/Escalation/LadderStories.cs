using System.Text.Json;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

public sealed class LadderStories
{
    [Fact]
    public async Task An_emergency_calls_channel_proceduralist_and_neurology_at_once()
    {
        await using var night = await Night.FallsAsync();
        (await night.EmergencyAsync()).ShouldDecide("Emergency").ShouldSay("Called: channel, Dr. Drew, Dr. Noor");
        Assert.Single(night.Posts);
        night.LatestPost.ShouldSay("Emergency ⚠").ShouldSay("Nobody has answered yet.").ShouldSay("Coming in 5 min");
        Assert.Single(night.Drew.Cards).ShouldSay("You are called.");
        Assert.Single(night.Noor.Cards);
        Assert.Empty(night.Erin.Cards);
    }

    [Fact]
    public async Task The_channel_gets_no_findings_and_the_person_called_does()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        night.LatestPost.ShouldNotSay("saddle");
        night.Drew.Latest.ShouldSay("Saddle numbness: yes");
    }

    [Fact]
    public async Task The_person_called_is_mentioned_in_the_channel_and_alerted_one_to_one()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var entity = night.Posts[0].Activity.Attachments![0].Content!.Value.GetProperty("msteams").GetProperty("entities")[0];
        Assert.Equal(("mention", "<at>Dr. Drew</at>", "29:drew"), (
            entity.GetProperty("type").GetString(), entity.GetProperty("text").GetString(), entity.GetProperty("mentioned").GetProperty("id").GetString()));
        var call = night.Ward.Channel.Arrivals.First(arrival => arrival.Conversation == "chat-aad-drew").Activity;
        Assert.True(call.ChannelData!.Value.GetProperty("notification").GetProperty("alert").GetBoolean());
    }

    [Fact]
    public async Task After_three_minutes_the_next_are_called_in_the_same_thread()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(2);
        Assert.Empty(night.Erin.Cards);
        await night.Ward.PassAsync(1);
        Assert.Single(night.Erin.Cards).ShouldSay("Nobody answered in time. You are called now.");
        Assert.Equal(2, night.Posts.Count);
        Assert.Equal(night.Posts[0].Conversation, night.Posts[1].Conversation);
        night.Drew.Latest.ShouldSay("called: channel, Dr. Erin, Dr. Noor");
    }

    [Fact]
    public async Task Urgent_waits_ten_minutes_also_at_three_in_the_morning()
    {
        await using var night = await Night.FallsAsync();
        night.Ward.Forward(TimeSpan.FromHours(16));
        (await night.TriageAsync("5 h ago")).ShouldDecide("Urgent");
        Assert.Single(night.Drew.Cards);
        Assert.Empty(night.Noor.Cards);
        await night.Ward.PassAsync(9);
        Assert.Empty(night.Erin.Cards);
        await night.Ward.PassAsync(1);
        Assert.Single(night.Erin.Cards);
    }

    [Fact]
    public async Task A_ladder_goes_on_after_a_restart()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.RestartAsync();
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
        Assert.Single(night.Drew.Cards);
    }

    [Fact]
    public async Task Whoever_holds_the_role_when_the_step_fires_is_called_and_a_broken_file_changes_nothing()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        night.Write("""{ "proceduralist": { "people": [ { "aadObjectId": "aad-sam", "name": "Dr. Sam" } ] } }""");
        await night.Ward.PassAsync(3);
        Assert.Single(night.Ward.Person("sam").Cards);
        night.Write("{ broken");
        await night.Ward.PassAsync(3);
        Assert.Equal(2, night.Ward.Person("sam").Cards.Count);
    }

    [Fact]
    public async Task When_nobody_answers_the_requester_is_told_to_phone_with_numbers()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(18);
        night.Nurse.Latest.ShouldSay("Nobody has answered: phone now").ShouldSay("Dr. Noor: delivered, no answer since 11:00.")
            .ShouldSay("Proceduralist, Dr. Drew").ShouldSay("555-0110").ShouldSay("555-0101");
        night.LatestPost.ShouldSay("Nobody has answered: phone now.");
    }

    [Fact]
    public async Task A_refused_call_brings_the_next_step_at_once_and_the_requester_is_told_to_phone()
    {
        await using var night = await Night.FallsAsync();
        night.Ward.Channel.Decide = arrival => arrival.Conversation.EndsWith("drew", StringComparison.Ordinal) ? Verdict.Refuse : Verdict.Take;
        await night.EmergencyAsync();
        Assert.Single(night.Erin.Cards).ShouldSay("A call could not be delivered. You are called now.");
        night.Nurse.Latest.ShouldSay("Could not deliver to Dr. Drew: phone now").ShouldSay("Dr. Drew: could not deliver.").ShouldSay("555-0110");
    }

    [Fact]
    public async Task With_nobody_to_call_the_decision_itself_says_phone_now()
    {
        await using var night = await Night.FallsAsync("{}", ("Escalation:Channel", ""));
        (await night.EmergencyAsync()).ShouldDecide("Emergency").ShouldSay("Nobody on call can get messages: phone now");
    }

    [Fact]
    public async Task A_step_that_does_not_happen_raises_the_alarm_without_the_ladders_own_bookkeeping()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await Sql.ExecuteAsync(night.Ward.Database, "DELETE FROM due_work WHERE kind = 0");
        await night.Ward.PassAsync(4);
        Assert.Empty(night.Erin.Cards);
        night.Ward.Forward(TimeSpan.FromSeconds(10));
        await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        await night.Ward.SettleAsync();
        night.Nurse.Latest.ShouldSay("phone now");
        Assert.Single(night.Erin.Cards);
    }
}
