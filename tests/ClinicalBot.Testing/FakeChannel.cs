using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Testing;

/// <summary>
/// A channel's connector on a free loopback port: takes what a bot sends, gives each message an id, and remembers everything in the
/// order it came. It can be told to refuse, to throttle, or to take a message and then fail.
/// </summary>
public sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ImmutableList<Arrival> _arrivals = [];
    private ImmutableList<ConversationParameters> _created = [];
    private ImmutableList<Arrival> _typing = [];
    private int _lastId;

    private FakeChannel(WebApplication app) => _app = app;

    /// <summary>For an activity's serviceUrl.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>What arrived and was taken, in order.</summary>
    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>Signs that the bot is typing; they get no id and are no messages.</summary>
    public IReadOnlyList<Arrival> Typing => _typing;

    /// <summary>Conversations that were created, in order. A person's chat is called "chat-" and the person's Entra object id.</summary>
    public IReadOnlyList<ConversationParameters> Created => _created;

    /// <summary>
    /// Decides about each call; the method of a createConversation is "CREATE", its conversation the person or channel. Takes everything until told
    /// otherwise.
    /// </summary>
    public Func<Arrival, Verdict> Decide { get; set; } = _ => Verdict.Take;

    /// <summary>Starts a channel; dispose it to free its port.</summary>
    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var channel = new FakeChannel(builder.Build());
        channel._app.Map("/v3/conversations/{conversation}/activities/{id?}", channel.ReceiveAsync);
        channel._app.MapPost("/v3/conversations", (Delegate)channel.CreateAsync);
        await channel._app.StartAsync();
        channel.ServiceUrl = channel._app.Urls.First();
        return channel;
    }

    /// <summary>Completes when the condition holds for what arrived; throws with the transcript when it does not come true in time.</summary>
    public async Task WaitForAsync(Func<IReadOnlyList<Arrival>, bool> condition, TimeSpan? limit = null)
    {
        using var timeout = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(20));
        while (!condition(Arrivals))
        {
            if (timeout.IsCancellationRequested)
            {
                throw new TimeoutException("The channel got only:\n" + string.Join('\n', Arrivals.Select(a => a.ToString())));
            }

            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpContext http, string conversation, string? id)
    {
        var activity = http.Request.Method == HttpMethods.Delete
            ? new Activity { Type = ActivityTypes.MessageDelete }
            : await JsonSerializer.DeserializeAsync(http.Request.Body, ProtocolJson.Default.Activity);
        var arrival = new Arrival(http.Request.Method, conversation, id, activity!);
        var verdict = Decide(arrival);
        if (!verdict.Taken)
        {
            return await AnswerAsync(http, verdict);
        }

        if (activity!.Type == ActivityTypes.Typing)
        {
            ImmutableInterlocked.Update(ref _typing, t => t.Add(arrival));
            return Results.StatusCode(202);
        }

        if (activity is { Text.Length: > 0, Attachments.Count: > 0 })
        {
            // Teams would make two messages of it and tell no id. No test may rely on that.
            return Results.Json(new { error = new { code = "TextAndCard", message = "Send the card alone." } }, statusCode: 400);
        }

        var given = id;
        if (http.Request.Method == HttpMethods.Post)
        {
            given = "c" + Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
            arrival = arrival with { Id = given };
        }

        ImmutableInterlocked.Update(ref _arrivals, a => a.Add(arrival));
        return verdict.Status == 200 ? Results.Json(new { id = given }) : await AnswerAsync(http, verdict);
    }

    private async Task<IResult> CreateAsync(HttpContext http)
    {
        var parameters = (await JsonSerializer.DeserializeAsync(http.Request.Body, ProtocolJson.Default.ConversationParameters))!;
        var with = parameters.IsGroup
            ? parameters.ChannelData!.Value.GetProperty("channel").GetProperty("id").GetString()!
            : parameters.Members!.Single().AadObjectId!;
        var verdict = Decide(new Arrival("CREATE", with, null, parameters.Activity ?? new Activity()));
        if (!verdict.Taken)
        {
            return await AnswerAsync(http, verdict);
        }

        ImmutableInterlocked.Update(ref _created, c => c.Add(parameters));
        if (parameters.Activity is not { } activity)
        {
            return verdict.Status == 200 ? Results.Json(new { id = "chat-" + with }, statusCode: 201) : await AnswerAsync(http, verdict);
        }

        var id = "c" + Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var thread = $"{with};messageid={id}";
        ImmutableInterlocked.Update(ref _arrivals, a => a.Add(new Arrival("POST", thread, id, activity)));
        return verdict.Status == 200 ? Results.Json(new { id = thread, activityId = id }, statusCode: 201) : await AnswerAsync(http, verdict);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Verdict verdict)
    {
        await Task.Delay(verdict.After, CancellationToken.None);
        if (verdict.Status == Verdict.Reset)
        {
            http.Abort();
            return Results.Empty;
        }

        if (verdict.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Results.Json(new { error = new { code = "Decided", message = "by the test" } }, statusCode: verdict.Status);
    }
}

/// <summary>One call that reached the channel.</summary>
/// <param name="Method">POST, PUT or DELETE.</param>
/// <param name="Conversation">Conversation id.</param>
/// <param name="Id">The id given to a new message, else the id called for.</param>
/// <param name="Activity">What was sent.</param>
public sealed record Arrival(string Method, string Conversation, string? Id, Activity Activity)
{
    /// <summary>The card says that it may have been sent before: a send was not confirmed when the bot died.</summary>
    public bool IsMarkedRepeat => Elements is [var first, ..] && first.TryGetProperty("id", out var id) && id.GetString() == "possibleRepeat";

    /// <summary>The elements of its card's body, or its text as one element.</summary>
    public IReadOnlyList<JsonElement> Elements => Activity.Attachments is [{ Content: { } card }, ..]
        ? [.. card.GetProperty("body").EnumerateArray()] : [JsonSerializer.SerializeToElement(new { text = Activity.Text })];

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Conversation} {Id}: {Activity.Text}";
}

/// <summary>What the channel does with a call.</summary>
/// <param name="Taken">The message arrives.</param>
/// <param name="Status">What the caller is told.</param>
/// <param name="RetryAfter">Seconds.</param>
public sealed record Verdict(bool Taken, int Status, int? RetryAfter = null)
{
    /// <summary>In the place of a status: the connection is cut off.</summary>
    public const int Reset = 0;

    /// <summary>How long a call that is not answered with 200 has to wait for it.</summary>
    public TimeSpan After { get; init; }

    /// <summary>Taken, and said so.</summary>
    public static Verdict Take { get; } = new(true, 200);

    /// <summary>Taken, but the caller only sees an error.</summary>
    public static Verdict TakeAndFail { get; } = new(true, 502);

    /// <summary>Not taken, for good.</summary>
    public static Verdict Refuse { get; } = new(false, 403);

    /// <summary>Not taken now.</summary>
    public static Verdict Throttle(int seconds) => new(false, 429, seconds);
}
