using System.Diagnostics;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>The bot is killed in the middle of an escalation. The watchdog, a process of its own, tells it; after the restart the ladder goes on.</summary>
public sealed class WatchdogTests : IAsyncDisposable
{
    private const string Contacts =
        """
        {
          "proceduralist": { "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew" }, { "aadObjectId": "aad-erin", "name": "Dr. Erin" } ] },
          "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor" }, { "aadObjectId": "aad-sam", "name": "Dr. Sam" } ] }
        }
        """;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-watch-").FullName;
    private readonly BotProcess _bot = new(Program);

    [Fact]
    public async Task Killed_in_the_middle_of_an_escalation_it_is_told_and_the_ladder_goes_on_without_a_lost_or_doubled_call()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var receiver = await PageReceiver.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "contacts.json"), Contacts, TestContext.Current.CancellationToken);
        await StartAsync();
        var line = 0;
        foreach (var text in new[] { "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "saddle" })
        {
            await _bot.PostAsync(Say.Message($"m{line}", text, channel.ServiceUrl) with
            {
                ChannelId = "msteams",
                Timestamp = TimeProvider.System.GetUtcNow(),
                Conversation = new ConversationAccount { Id = "chat-aad-nurse", ConversationType = "personal",
                    TenantId = "00000000-0000-4000-8000-00000000000a" },
                From = new ChannelAccount { Id = "nurse", Name = "nurse", AadObjectId = "aad-nurse" },
            });
            await channel.WaitForAsync(arrivals => arrivals.Count(arrival => arrival is { Method: "POST", Conversation: "chat-aad-nurse" }) > line);
            line++;
        }

        await channel.WaitForAsync(_ => Calls(channel) is ["drew", "noor"]);
        using var watch = Watch(receiver);
        try
        {
            await _bot.KillAsync();
            await WaitAsync(() => receiver.Posts.Any(post => post.Body.Contains("does not work", StringComparison.Ordinal)));
            await StartAsync();
            await channel.WaitForAsync(_ => Calls(channel).Count >= 4, TimeSpan.FromMinutes(2));
            await WaitAsync(() => receiver.Posts.Any(post => post.Body.Contains("works again", StringComparison.Ordinal)));
            Assert.Equal(["drew", "erin", "noor", "sam"], Calls(channel));
        }
        finally
        {
            watch.Kill();
            await watch.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Without those marked as repeats: a call the channel took just before the bot died goes out once more, and says so.</summary>
    private static IReadOnlyList<string> Calls(FakeChannel channel) =>
        [.. channel.Arrivals.Where(arrival => arrival is { Method: "POST", IsMarkedRepeat: false } && arrival.Conversation != "chat-aad-nurse")
            .Select(arrival => arrival.Conversation["chat-aad-".Length..]).Order(StringComparer.Ordinal)];

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var limit = Stopwatch.StartNew(); !condition(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(60), "It did not happen.");
        }
    }

    /// <summary>The shortest ladder there may be: the next are called after a minute, of which the outage takes a part.</summary>
    private Task StartAsync() => _bot.StartAsync(
        ("environment", "Development"),
        ("Storage:Path", Path.Combine(_folder, "clinicalbot.db")),
        ("Turns:Tick", "00:00:00.100"),
        ("Escalation:ContactsFile", Path.Combine(_folder, "contacts.json")),
        ("Escalation:Channel", ""),
        ("Escalation:AlertEvery", "0"),
        ("Escalation:Emergency:Steps:0:To:0", "proceduralist"),
        ("Escalation:Emergency:Steps:0:To:1", "neurology"),
        ("Escalation:Emergency:Steps:0:Wait", "00:01:00"),
        ("Escalation:Emergency:Steps:1:To:0", "proceduralist+1"),
        ("Escalation:Emergency:Steps:1:To:1", "neurology+1"),
        ("Escalation:Emergency:Steps:1:Wait", "00:10:00"));

    private Process Watch(PageReceiver receiver)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var word in (string[])
        [
            Program, "watch", $"--Watch:Url={_bot.Url}/health/deep", "--Watch:Every=00:00:01", "--Watch:After=00:00:02",
                $"--Paging:Webhook:Url={receiver.Address}",
            "--Paging:Webhook:Secret=a long and random secret of the site", "--Paging:Webhook:AllowPrivate=true",
        ])
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
