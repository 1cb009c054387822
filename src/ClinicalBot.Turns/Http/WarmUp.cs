using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Http;

namespace ClinicalBot.Turns;

/// <summary>
/// Runs the way from the request to the conversation's queue once before the first request comes. Cold code takes tens of milliseconds,
/// in which messages sent a few milliseconds apart would overtake each other. Nothing here reaches the bot or leaves a trace.
/// </summary>
internal static class WarmUp
{
    // Everything a parser looks at, and no conversation, so that it is refused.
    private static ReadOnlySpan<byte> Refused =>
        """
        {"type":"message","id":"1","channelId":"warmUp","timestamp":"2026-01-01T00:00:00Z","serviceUrl":"http://localhost",
        "from":{"id":"a","name":"b"},"recipient":{"id":"a"},"text":"x","locale":"en-US","entities":[{"type":"clientInfo","country":"US"}],
        "attachments":[{"contentType":"text/html","content":"x"}],"channelData":{"tenant":{"id":"x"}},"value":{"x":1},"other":true}
        """u8;

    public static async Task RunAsync(IServiceProvider services, ITurnStore store, CancellationToken cancellationToken)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new MemoryStream(Refused.ToArray()) },
            Response = { Body = Stream.Null },
        };
        await BotMessages.ReceiveAsync(http);
        var nobody = new Activity { Type = ActivityTypes.Message, Id = "1", ChannelId = "warmUp" };
        if (await store.BeginAsync(TurnClaim.For(nobody, ""), cancellationToken) is TurnStart.Opened opened)
        {
            await opened.Session.ReadAsync(new StateKey("warmUp", ""), cancellationToken);
            await opened.Session.DisposeAsync();
        }

        using (new ConversationGate().Enter(""))
        {
        }
    }
}
