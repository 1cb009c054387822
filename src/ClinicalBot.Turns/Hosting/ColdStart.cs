using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>
/// Keeps the order of what arrives while code runs for the first time, which takes tens of milliseconds in which messages sent a few
/// milliseconds apart overtake each other: the way of a request is run once before the first one comes, and the first turns wait for one
/// another, see <see cref="TurnsOptions.FirstHold"/>.
/// </summary>
internal sealed class ColdStart(
    IServiceProvider services, IBot bot, IEnumerable<RehearsedMessage> messages, TimeProvider time, IOptions<TurnsOptions> options)
{
    private int _expectsFirst;
    private int _arrived;

    // Everything a parser looks at. A typing sign asks nothing of a bot, so it leaves no trace.
    private static ReadOnlySpan<byte> Typing =>
        """
        {"type":"typing","id":"1","channelId":"warmUp","timestamp":"2026-01-01T00:00:00Z","serviceUrl":"http://localhost",
        "from":{"id":"a","name":"b"},"recipient":{"id":"a"},"conversation":{"id":"warmUp"},"text":"x","locale":"en-US",
        "entities":[{"type":"clientInfo","country":"US"}],"attachments":[{"contentType":"text/html","content":"x"}],
        "channelData":{"tenant":{"id":"x"}},"value":{"x":1},"other":true}
        """u8;

    /// <summary>
    /// Lets the bot answer each <see cref="RehearsedMessage"/> as in an empty database, and throws away what it asked for. The store need not be open.
    /// </summary>
    public async Task RehearseAsync()
    {
        foreach (var message in messages)
        {
            try
            {
                var turn = new RecordingTurnContext(new EmptySession(), message.Activity, "rehearsal", time.GetUtcNow());
                await bot.OnTurnAsync(turn, CancellationToken.None);
                _ = turn.ToCommit(time.GetUtcNow());
            }
#pragma warning disable CA1031 // What fails here fails again at the first message, and is told and logged there.
            catch (Exception)
#pragma warning restore CA1031
            {
                return;
            }
        }
    }

    /// <summary>Call once the store is open and before the first request.</summary>
    public async Task PrepareAsync()
    {
        await BotMessages.ReceiveAsync(new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new MemoryStream(Typing.ToArray()) },
            Response = { Body = Stream.Null },
        });
        Volatile.Write(ref _expectsFirst, options.Value.FirstHold > TimeSpan.Zero ? 1 : 0);
    }

    /// <summary>Call before a turn takes its place in the queue: the first one after <see cref="PrepareAsync"/> holds the gate for a moment.</summary>
    public void OnArrival(ConversationGate gate)
    {
        Interlocked.Increment(ref _arrived);
        if (Volatile.Read(ref _expectsFirst) == 1 && Interlocked.Exchange(ref _expectsFirst, 0) == 1)
        {
            gate.Hold();
            _ = ReleaseAsync(gate);
        }
    }

    private async Task ReleaseAsync(ConversationGate gate)
    {
        // A turn that is alone does not wait for long.
        var (quiet, left) = (options.Value.FirstHold / 5, 5);
        int before;
        do
        {
            before = Volatile.Read(ref _arrived);
            await Task.Delay(quiet, time);
        }
        while (--left > 0 && Volatile.Read(ref _arrived) != before);

        gate.Release();
    }
}
