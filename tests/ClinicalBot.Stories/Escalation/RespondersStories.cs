namespace ClinicalBot.Stories.Escalation;

/// <summary>An emergency needs the proceduralist and neurology, and people who do not answer are called again.</summary>
public sealed class RespondersStories
{
    private const string WithMri =
        """
        {
          "proceduralist": { "phone": "555-0100", "people": [
            { "aadObjectId": "aad-drew", "name": "Dr. Drew", "teamsId": "29:drew", "phone": "555-0110" },
            { "aadObjectId": "aad-erin", "name": "Dr. Erin", "phone": "555-0111" } ] },
          "neurology": { "phone": "555-0101", "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "phone": "555-0112" } ] },
          "mri": { "phone": "555-0102", "people": [ { "aadObjectId": "aad-mia", "name": "Mia" } ] }
        }
        """;

    [Fact]
    public async Task One_answer_does_not_silence_the_other_role_and_the_card_says_who_answered_for_what()
    {
        await using var night = await Night.FallsAsDefaultAsync();
        await night.EmergencyAsync();
        await night.Noor.TapsInPlace(night.Noor.Latest, "Coming in 15 min");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("Proceduralist: nobody yet · Neurology: noor, there by 11:15.");
        Assert.True(WordsOnCards.Of(night.Ward.Channel.Arrivals.Last(arrival => arrival.Conversation == "chat-aad-drew").Activity.Attachments![0]
            .Content!.Value).Count <= WordsOnCards.Most);
        night.Nurse.Latest.ShouldSay("Proceduralist: nobody yet · Neurology: noor, there by 11:15.");
        await night.Ward.PassAsync(3);
        Assert.Single(night.Erin.Cards);
        Assert.Single(night.Noor.Cards);
        await night.Erin.TapsInPlace(night.Erin.Latest, "At the bedside");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Proceduralist: erin is at the bedside · Neurology: noor, there by 11:15.").ShouldSay("noor (Neurology) is coming");
        await night.Ward.PassAsync(10);
        Assert.Equal(2, night.Posts.Count);
    }

    [Fact]
    public async Task A_person_who_does_not_answer_is_alerted_again_before_the_next_is_called()
    {
        await using var night = await Night.FallsAsDefaultAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(2);
        Assert.Equal(2, night.Drew.Cards.Count);
        night.Drew.Latest.ShouldSay("You have not answered yet.").ShouldSay("Coming in 5 min");
        Assert.Empty(night.Erin.Cards);
        Assert.Single(night.Posts);
    }

    [Fact]
    public async Task A_colleague_without_the_role_is_asked_for_which_role_they_answer()
    {
        await using var night = await Night.FallsAsDefaultAsync();
        await night.EmergencyAsync();
        var sam = night.Ward.Person("sam");
        await night.InChannelAsync(sam, night.LatestPost, "Coming in 5 min");
        night.LatestPost.ShouldSay("For which role do you answer?");
        await night.InChannelAsync(sam, night.LatestPost, "Neurology");
        night.Drew.Latest.ShouldSay("Proceduralist: nobody yet · Neurology: sam, there by 11:05.");
    }

    [Fact]
    public async Task The_nurse_has_the_next_called_at_once_and_another_role_too()
    {
        await using var night = await Night.FallsAsDefaultAsync(WithMri);
        await night.EmergencyAsync();
        (await night.Nurse.Says($"escalate {night.Reference}")).ShouldSay("Call Urgent MRI too");
        await night.Ward.SettleAsync();
        Assert.Single(night.Erin.Cards).ShouldSay("You are called now: the next in line was asked for.");
        await night.Nurse.Taps(night.Nurse.Latest, "Call Urgent MRI too");
        await night.Ward.SettleAsync();
        Assert.Single(night.Ward.Person("mia").Cards).ShouldSay("You are called now: your role was asked for.");
        night.Nurse.Latest.ShouldSay("nurse had Urgent MRI called too");
        (await night.Nurse.Says("call plumbing too")).ShouldSay("Which role?");
    }

    [Fact]
    public async Task A_person_who_has_answered_is_not_asked_again_while_another_role_is_called()
    {
        await using var night = await Night.FallsAsDefaultAsync();
        await night.EmergencyAsync();
        await night.Noor.TapsInPlace(night.Noor.Latest, "Coming in 15 min");
        night.Noor.Latest.ShouldSay("At the bedside").ShouldSay("Hand back").ShouldNotSay("Coming in 5 min").ShouldNotSay("Say when you can be at the bedside")
            .ShouldNotSay("Can't come");
        await night.Noor.TapsInPlace(night.Noor.Latest, "At the bedside");
        night.Noor.Latest.ShouldSay("Examined").ShouldSay("Hand back").ShouldNotSay("Coming in").ShouldNotSay("Say when you can be at the bedside");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("Coming in 5 min").ShouldSay("Say when you can be at the bedside");
        var ask = await night.Noor.Taps(night.Noor.Latest, "Close case");
        await night.Noor.TapsInPlace(ask, "Transferred to another service");
        night.LatestPost.ShouldSay("closed while others were still called").ShouldNotSay("nobody at the bedside");
    }

    [Fact]
    public async Task A_person_who_has_answered_for_one_role_is_asked_when_called_for_another()
    {
        await using var night = await Night.FallsAsDefaultAsync(WithMri.Replace("aad-mia", "aad-noor", StringComparison.Ordinal));
        await night.EmergencyAsync();
        await night.Noor.TapsInPlace(night.Noor.Latest, "At the bedside");
        await night.Nurse.Says($"escalate {night.Reference}");
        await night.Nurse.Taps(night.Nurse.Latest, "Call Urgent MRI too");
        await night.Ward.SettleAsync();
        night.Noor.Latest.ShouldSay("You are called now: your role was asked for.").ShouldSay("Coming in 5 min");
    }

    [Fact]
    public async Task When_nobody_else_is_left_who_cannot_come_is_called_again_and_told_why()
    {
        await using var night = await Night.FallsAsDefaultAsync();
        await night.EmergencyAsync();
        (await night.Noor.Taps(night.Noor.Latest, "Can't come, next please")).ShouldSay("You cannot come or handed it back. Nobody else is left to call.");
    }
}
