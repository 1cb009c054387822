using Microsoft.AspNetCore.Http;

namespace ClinicalBot.Turns;

/// <summary>
/// Runs the way of a request once before the first one comes. Cold code takes tens of milliseconds, in which messages sent a few
/// milliseconds apart would overtake each other. A typing sign asks nothing of a bot, so this leaves no trace.
/// </summary>
internal static class WarmUp
{
    // Everything a parser looks at.
    private static ReadOnlySpan<byte> Typing =>
        """
        {"type":"typing","id":"1","channelId":"warmUp","timestamp":"2026-01-01T00:00:00Z","serviceUrl":"http://localhost",
        "from":{"id":"a","name":"b"},"recipient":{"id":"a"},"conversation":{"id":"warmUp"},"text":"x","locale":"en-US",
        "entities":[{"type":"clientInfo","country":"US"}],"attachments":[{"contentType":"text/html","content":"x"}],
        "channelData":{"tenant":{"id":"x"}},"value":{"x":1},"other":true}
        """u8;

    public static Task RunAsync(IServiceProvider services) => BotMessages.ReceiveAsync(new DefaultHttpContext
    {
        RequestServices = services,
        Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new MemoryStream(Typing.ToArray()) },
        Response = { Body = Stream.Null },
    });
}
