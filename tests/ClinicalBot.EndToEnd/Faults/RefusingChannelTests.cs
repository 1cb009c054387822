using System.Net;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>The program as it is built, while Teams refuses (403) or fails (500): what the requester learns, who is called otherwise, what is lost.</summary>
public sealed class RefusingChannelTests : IAsyncDisposable
{
    private const string Escalations = "19:escalations@thread.tacv2";
    private const string Nurse = "chat-of-nurse";

    private const string Contacts =
        """
        {
          "proceduralist": { "phone": "555-0100", "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew", "phone": "+1 202 555 0110" } ] },
          "neurology": { "phone": "555-0101", "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "phone": "+1 202 555 0112" } ] }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-refusing-").FullName;
    private readonly BotProcess _bot = new(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task The_escalation_channel_fails_and_the_requester_is_told_to_phone_while_people_are_called(int status)
    {
        await using var teams = await FakeChannel.StartAsync();
        await using var receiver = await PageReceiver.StartAsync();
        teams.Decide = call => IsEscalation(call) ? new Verdict(false, status) : Verdict.Take;
        await StartAsync(receiver);
        await EmergencyAsync(teams);
        await teams.WaitForAsync(arrivals => Says(arrivals, Nurse, "Could not deliver to channel: phone now"), TimeSpan.FromSeconds(40));
        Assert.True(Says(teams.Arrivals, "chat-aad-drew", "You are called.") && Says(teams.Arrivals, "chat-aad-noor", "You are called."));
        await TakesAgainAsync(teams, status);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Nobody_is_reached_by_teams_and_the_second_medium_calls_each_once(int status)
    {
        await using var teams = await FakeChannel.StartAsync();
        await using var receiver = await PageReceiver.StartAsync();
        teams.Decide = call => call.Conversation == Nurse ? Verdict.Take : new Verdict(false, status);
        await StartAsync(receiver);
        await EmergencyAsync(teams);
        await teams.WaitForAsync(arrivals => Says(arrivals, Nurse, "phone now"), TimeSpan.FromSeconds(40));
        await teams.WaitForAsync(_ => receiver.Posts.Count >= 2, TimeSpan.FromSeconds(40));
        Assert.Equal(["aad-drew", "aad-noor"], receiver.Posts.Select(Whom).Distinct().Order());
        await TakesAgainAsync(teams, status);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Teams works again: what failed is delivered after all, and what was refused for good is called anew by a later step.</summary>
    private async Task TakesAgainAsync(FakeChannel teams, int status)
    {
        teams.Decide = _ => Verdict.Take;
        if (status == 500)
        {
            await teams.WaitForAsync(arrivals => arrivals.Any(IsEscalation) && Says(arrivals, "chat-aad-drew", "You are called")
                && Says(arrivals, "chat-aad-noor", "You are called"), TimeSpan.FromSeconds(60));
        }
        else
        {
            await SayAsync(teams, "escalate now");
            await teams.WaitForAsync(arrivals => arrivals.Any(IsEscalation), TimeSpan.FromSeconds(60));
        }
    }

    private static bool IsEscalation(Arrival call) => call.Conversation.StartsWith(Escalations, StringComparison.Ordinal);

    private static bool Says(IReadOnlyList<Arrival> arrivals, string conversation, string text) => arrivals.Any(arrival =>
        arrival.Conversation == conversation
        && JsonSerializer.Serialize(arrival.Activity, ProtocolJson.Default.Activity).Contains(text, StringComparison.Ordinal));

    private static string Whom(PagePosted post)
    {
        using var page = JsonDocument.Parse(post.Body);
        return page.RootElement.GetProperty("to").GetProperty("id").GetString()!;
    }

    private async Task EmergencyAsync(FakeChannel teams)
    {
        Assert.Equal(HttpStatusCode.Accepted, await SayAsync(teams, "numb leg 3 h after the block, saddle numbness"));
        await teams.WaitForAsync(arrivals => Says(arrivals, Nurse, "Emergency"));
    }

    private int _said;

    private Task<HttpStatusCode?> SayAsync(FakeChannel teams, string text) => _bot.PostAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Id = $"said-{++_said}",
        ChannelId = "msteams",
        ServiceUrl = teams.ServiceUrl,
        From = new ChannelAccount { Id = "29:nurse", Name = "Nurse", AadObjectId = "aad-nurse" },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "Bot" },
        Conversation = new ConversationAccount { Id = Nurse, ConversationType = "personal", TenantId = "00000000-0000-4000-8000-00000000000a" },
        Text = text,
        Locale = "en-US",
    });

    private async Task StartAsync(PageReceiver receiver)
    {
        var contacts = Path.Combine(_folder, "contacts.json");
        await File.WriteAllTextAsync(contacts, Contacts, TestContext.Current.CancellationToken);
        await _bot.StartAsync(
            ("environment", "Development"), ("contentRoot", AppContext.BaseDirectory), ("Storage:Path", Path.Combine(_folder, "bot.db")),
            ("Escalation:ContactsFile", contacts), ("Escalation:Channel", Escalations), ("Escalation:DeliveryGrace", "00:00:10"), ("Site:TimeZone", "UTC"),
            ("Turns:Tick", "00:00:00.100"), ("Turns:MaxBackoff", "00:00:02"), ("Paging:Webhook:Url", receiver.Address.ToString()),
            ("Paging:Webhook:Secret", "a long and random secret of the site"), ("Paging:Webhook:AllowPrivate", "true"));
    }
}
