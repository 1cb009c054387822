using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClinicalBot.LocalChannel;

/// <summary>Server-sent events of the page: everything that changed since the last event it got, then every change.</summary>
internal static class EventStream
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>GET /local/events.</summary>
    public static IResult Follow(HttpContext http, Transcript transcript, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        _ = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(RunAsync(transcript, after, time, lifetime.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<string>> RunAsync(
        Transcript transcript, long after, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone = default)
    {
        using var page = transcript.Subscribe(after);
        using var whenStopping = stopping.Register(page.End);
        using var whenGone = gone.Register(page.End);
        using var pings = time.CreateTimer(_ => page.Tell(new ChannelEvent.Ping()), null, PingEvery, PingEvery);
        yield return new SseItem<string>(Hello(), "hello") { ReconnectionInterval = ReconnectAfter };
        foreach (var missed in page.Missed)
        {
            yield return Item(missed);
        }

        yield return new SseItem<string>("{}", "ready");
        await foreach (var changed in page.Events.ReadAllAsync(CancellationToken.None))
        {
            yield return Item(changed);
        }
    }

    private static string Hello() => JsonSerializer.Serialize(new
    {
        bot = Cast.Bot.Id,
        people = Cast.People.Select(person => new { key = person.Key, name = person.Name, role = person.Role, isCalled = person.IsCalled }),
        channel = Team.Key,
    });

    private static SseItem<string> Item(ChannelEvent changed) => changed switch
    {
        ChannelEvent.EntryChanged { Entry: var entry } => new(Json(new TranscriptLine(entry, null)), "entry") { EventId = Id(entry.Version) },
        ChannelEvent.ChatChanged { Chat: var chat } => new(Json(new TranscriptLine(null, chat)), "chat") { EventId = Id(chat.Version) },
        ChannelEvent.Typing typing => new(JsonSerializer.Serialize(new { chat = typing.Chat }), "typing"),
        ChannelEvent.Ping => new("{}", "ping"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Id(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static string Json(TranscriptLine line) => JsonSerializer.Serialize(line, TranscriptJson.Default.TranscriptLine);
}
