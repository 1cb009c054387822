using System.Net;
using ClinicalBot.Testing;

namespace ClinicalBot.BotBuilder.Tests.Hosts;

/// <summary>The bot on the SDK that the program is measured by does what it is measured for.</summary>
public sealed class PeerTests
{
    private const string Rehearsal =
        """
        {"turns":[
          [{"method":"POST","activity":{"summary":"When?",
            "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}}],
          [{"method":"POST","activity":{"summary":"Done."}},{"method":"PUT","activity":{"summary":"Over."}}]
        ]}
        """;

    [Fact]
    public async Task It_sends_what_the_triage_sent_turn_by_turn_and_begins_again()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, Rehearsal, TestContext.Current.CancellationToken);
        await using var channel = await FakeChannel.StartAsync();
        await using var peer = new BotProcess(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.SdkPeer.dll"));
        await peer.StartAsync(("Rehearsal", path));

        foreach (var id in new[] { "m-1", "m-2", "m-3" })
        {
            Assert.Equal(HttpStatusCode.OK, await peer.PostAsync(Say.Message(id, "x", channel.ServiceUrl)));
        }

        Assert.Equal(
            ["POST When? c1 m-1", "POST Done. c2 m-2", "PUT Over. c1 m-2", "POST When? c3 m-3"],
            channel.Arrivals.Select(arrival => $"{arrival.Method} {arrival.Activity.Summary} {arrival.Id} {arrival.Activity.ReplyToId}"));
        File.Delete(path);
    }
}
