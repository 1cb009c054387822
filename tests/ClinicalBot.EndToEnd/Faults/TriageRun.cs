using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>The real program, told a whole triage while it is disturbed, and what the channel showed in the end.</summary>
public sealed partial class TriageRun : IAsyncDisposable
{
    /// <summary>An uneventful triage.</summary>
    public static readonly IReadOnlyList<string> Uneventful =
        ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes"];

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-fault-").FullName;
    private readonly BotProcess _bot = new(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
    // A Sunday morning, whenever this runs: what is shown must not depend on the hour.
    private readonly DateTimeOffset _began = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);
    private readonly TimeSpan _offset = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow();
    private readonly FakeChannel _channel;

    private TriageRun(FakeChannel channel) => _channel = channel;

    /// <summary>What the bot wrote, for a failing test.</summary>
    public string Output => _bot.Output;

    /// <summary>Starts bot and channel.</summary>
    public static async Task<TriageRun> StartAsync()
    {
        var run = new TriageRun(await FakeChannel.StartAsync());
        await run.StartBotAsync(null);
        return run;
    }

    /// <summary>Delivers a line once and waits for its reply.</summary>
    public Task SayAsync(int line) => DeliverAsync(line, times: 1);

    /// <summary>Delivers a line several times, two of them at once, and waits for its reply.</summary>
    public async Task DeliverAsync(int line, int times)
    {
        var first = Enumerable.Range(0, Math.Min(2, times)).Select(_ => PostAsync(line)).ToList();
        await Task.WhenAll(first);
        for (var more = first.Count; more < times; more++)
        {
            await PostAsync(line);
        }

        await QuietAsync(line + 1);
    }

    /// <summary>Kills the bot at a point of this line's turn, starts it again and delivers the line again. True when it died there.</summary>
    public async Task<bool> DieAtAsync(int line, KillPoint point)
    {
        await _bot.KillAsync();
        await StartBotAsync($"{point}:1");
        await _bot.PostAsync(Activity(line));
        var died = await _bot.DieAsync(TimeSpan.FromSeconds(10));
        await StartBotAsync(null);
        await SayAsync(line);
        return died;
    }

    /// <summary>
    /// Fires every line without waiting for answers: each as soon as the bot has begun to read the one before. That alone makes an order:
    /// on a busy machine a second connection may overtake the first.
    /// </summary>
    public async Task FireAsync()
    {
        var posts = new List<Task<HttpStatusCode?>>();
        for (var line = 0; line < Uneventful.Count; line++)
        {
            var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            posts.Add(_bot.PostAsync(Activity(line), reading.SetResult));
            await reading.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await Task.Delay(5);
        }

        Assert.All(await Task.WhenAll(posts), status => Assert.Equal(HttpStatusCode.Accepted, status));
        await QuietAsync(Uneventful.Count);
    }

    /// <summary>What a person sees: replies in order, without marked repeats; times and the case's own words made neutral.</summary>
    public IReadOnlyList<string> Transcript()
    {
        var seen = new List<string>();
        foreach (var arrival in _channel.Arrivals.Where(arrival => arrival.Method == "POST"))
        {
            var text = Neutral(JsonSerializer.Serialize(arrival.Elements.Skip(arrival.IsMarkedRepeat ? 1 : 0)));
            if (!arrival.IsMarkedRepeat || seen.LastOrDefault() != text)
            {
                seen.Add(text);
            }
        }

        return seen;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Neutral(string card) => Digits().Replace(card, "#");

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private Activity Activity(int line) => Say.Message($"m{line}", Uneventful[line], _channel.ServiceUrl) with
    {
        ChannelId = "msteams",
        Timestamp = _began.AddMilliseconds(line * 5),
    };

    private async Task PostAsync(int line) => Assert.Equal(202, (int?)await _bot.PostAsync(Activity(line)));

    private Task QuietAsync(int replies) => _channel.WaitForAsync(_ => Transcript().Count >= replies, TimeSpan.FromSeconds(60));

    private Task StartBotAsync(string? killAt) => _bot.StartAsync(
    [
        ("environment", "Development"),
        ("Storage:Path", Path.Combine(_folder, "clinicalbot.db")),
        ("Turns:Tick", "00:00:00.050"),
        ("Faults:ClockOffset", _offset.ToString("c", System.Globalization.CultureInfo.InvariantCulture)),
        .. killAt is null ? Array.Empty<(string, string)>() : [("Faults:KillAt", killAt)],
    ]);
}
