using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>A channel's connector that does as little as it can: it answers with an id, and hands each call to the player that awaits it.</summary>
internal sealed class LoadChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Chat> _chats = new();
    private long _lastId;

    private LoadChannel(WebApplication app) => _app = app;

    /// <summary>For an activity's serviceUrl.</summary>
    public string ServiceUrl { get; private set; } = "";

    public static async Task<LoadChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var channel = new LoadChannel(builder.Build());
        channel._app.Run(channel.ReceiveAsync);
        await channel._app.StartAsync();
        channel.ServiceUrl = channel._app.Urls.First();
        return channel;
    }

    /// <summary>Opens a chat; whatever is sent to it is told to it.</summary>
    public Chat Open(string conversation) => _chats.GetOrAdd(conversation, _ => new Chat());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body);
        var arrived = Stopwatch.GetTimestamp();
        var path = http.Request.Path.Value!.Split('/');
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        if (path.Length > 3 && _chats.TryGetValue(path[3], out var chat))
        {
            chat.Take(new Call(http.Request.Method, path.ElementAtOrDefault(5), body.ToArray(), arrived));
        }

        http.Response.ContentType = "application/json";
        var answer = System.Text.Encoding.ASCII.GetBytes($$"""{"id":"{{id}}"}""");
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer);
    }

    /// <summary>One call of a bot.</summary>
    /// <param name="Method">POST for a message, PUT for an update.</param>
    /// <param name="Id">The message answered or updated.</param>
    /// <param name="Body">The activity (JSON).</param>
    /// <param name="Arrived">Timestamp at which all of it had arrived.</param>
    public readonly record struct Call(string Method, string? Id, byte[] Body, long Arrived);

    /// <summary>One conversation as the channel sees it.</summary>
    public sealed class Chat
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource<Call>? _awaited;
        private string? _message;
        private List<Call>? _recorded;

        /// <summary>Messages that were not awaited: a reply that came twice, or to nothing.</summary>
        public int Surplus { get; private set; }

        /// <summary>Updates so far.</summary>
        public int Updates { get; private set; }

        /// <summary>Keeps every call from now on.</summary>
        public List<Call> Record() => _recorded = [];

        /// <summary>Completes with the reply to a message.</summary>
        public Task<Call> ReplyTo(string message)
        {
            lock (_lock)
            {
                (_message, _awaited) = (message, new TaskCompletionSource<Call>(TaskCreationOptions.RunContinuationsAsynchronously));
                return _awaited.Task;
            }
        }

        public void Take(Call call)
        {
            // A sign of a second's waiting, which is no message.
            if (call.Body.AsSpan().StartsWith("{\"type\":\"typing\""u8))
            {
                return;
            }

            lock (_lock)
            {
                _recorded?.Add(call);
                if (call.Method == HttpMethods.Put)
                {
                    Updates++;
                }
                else if (call.Id != _message || _awaited?.TrySetResult(call) is not true)
                {
                    Surplus++;
                }
            }
        }
    }
}
