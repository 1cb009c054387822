using System.Globalization;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>When Teams does not reach a person, or the person does not answer there, the site's pager and its mail do. Both servers are real.</summary>
public sealed class SecondMediumStories
{
    private const string Contacts =
        """
        {
          "proceduralist": { "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew", "email": "drew@example.org" }, { "aadObjectId": "aad-erin",
              "name": "Dr. Erin" } ] },
          "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor" } ] }
        }
        """;

    private static (string, string)[] Settings(PageReceiver receiver, MailServer mail) =>
    [
        ("Paging:Webhook:Url", receiver.Address.ToString()), ("Paging:Webhook:Secret", "a long and random secret of the site"),
            ("Paging:Webhook:AllowPrivate", "true"),
        ("Paging:Email:Host", "127.0.0.1"), ("Paging:Email:Port", mail.Port.ToString(CultureInfo.InvariantCulture)), ("Paging:Email:Security", "None"),
        ("Paging:Email:From", "bot@example.org"),
    ];

    [Fact]
    public async Task Nobody_answers_so_the_second_medium_calls_before_the_next_person()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = new MailServer();
        await using var night = await Night.FallsAsDefaultAsync(Contacts, Settings(receiver, mail));
        await night.EmergencyAsync();
        await night.Ward.PassAsync(2);
        Assert.Empty(receiver.Posts);
        await night.Ward.PassAsync(0.5);
        Assert.Equal(2, receiver.Posts.Count);
        Assert.Equal("drew@example.org", Assert.Single(mail.Mails).To);
        Assert.Empty(night.Erin.Cards);
        var said = string.Concat(receiver.Posts.Select(post => post.Body)) + mail.Mails[0].Text;
        Assert.Contains(night.Reference, said, StringComparison.Ordinal);
        Assert.All(["saddle", "Drew", "nurse", "numb"], word => Assert.DoesNotContain(word,
            said.Replace("aad-drew", "", StringComparison.Ordinal).Replace("drew@", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        (await night.Nurse.Says($"case {night.Reference}")).ShouldSay("The second medium took it too.");
    }

    [Fact]
    public async Task A_person_teams_cannot_reach_is_paged_at_once()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = new MailServer();
        await using var night = await Night.FallsAsDefaultAsync(Contacts, Settings(receiver, mail));
        night.Ward.Channel.Decide = arrival => arrival.Conversation.Contains("noor", StringComparison.Ordinal) ? Verdict.Refuse : Verdict.Take;
        await night.EmergencyAsync();
        Assert.Contains("aad-noor", Assert.Single(receiver.Posts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pager_out_of_reach_is_tried_again_with_the_same_id_and_who_answered_is_not_paged()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = new MailServer();
        await using var night = await Night.FallsAsDefaultAsync(Contacts, Settings(receiver, mail));
        receiver.Status = 500;
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 15 min");
        await night.Ward.PassAsync(2.5);
        await night.Ward.RestartAsync();
        receiver.Status = 204;
        await night.Ward.PassAsync(1);
        Assert.All(receiver.Posts, post => Assert.Contains("aad-noor", post.Body, StringComparison.Ordinal));
        Assert.True(receiver.Posts.Count > 1);
        Assert.Single(receiver.Posts.Select(post => post.Headers["webhook-id"]).Distinct());
        Assert.Empty(mail.Mails);
    }
}
