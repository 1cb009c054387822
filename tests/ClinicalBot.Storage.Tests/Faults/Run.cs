using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>A scripted conversation with a bot that may die at a point, is started again, and is told everything again.</summary>
public sealed class Run : IAsyncDisposable
{
    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "ClinicalBot.FaultHost.dll");

    private readonly TempFolder _folder = new();
    private readonly BotProcess _bot = new(Host);
    private FakeChannel? _channel;

    /// <summary>The kill point was on the way.</summary>
    public bool HasDied { get; private set; }

    public FakeChannel Channel => _channel!;

    public string Output => _bot.Output;

    public string Database => _folder.File("data/bot.db");

    /// <summary>Plays the script; at the step given the bot dies at the point, is restarted, and the step is delivered again.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync(string[] script, int? dieAt, KillPoint point, int hit = 1)
    {
        _channel = await FakeChannel.StartAsync();
        await StartAsync(null);
        for (var step = 0; step < script.Length; step++)
        {
            var message = Say.Message($"m{step}", script[step], Channel.ServiceUrl);
            if (step == dieAt)
            {
                await _bot.KillAsync();
                await StartAsync($"{point}:{hit}");
                await _bot.PostAsync(message);
                HasDied = await _bot.DieAsync(TimeSpan.FromSeconds(5));
                await StartAsync(null);
            }

            Assert.Equal(202, (int?)await _bot.PostAsync(message));
            await QuietAsync(Expected(script, step));
        }

        return Transcript();
    }

    /// <summary>Fires the script at a bot that has just started, 5 ms apart, without waiting for answers.</summary>
    public async Task<IReadOnlyList<string>> FireAsync(string[] script)
    {
        _channel = await FakeChannel.StartAsync();
        await StartAsync(null);
        var posts = new List<Task>();
        foreach (var (step, said) in script.Index())
        {
            var message = Say.Message($"m{step}", said, Channel.ServiceUrl);
            posts.Add(_bot.PostAsync(message with { Timestamp = message.Timestamp!.Value.AddMilliseconds(step * 5) }));
            await Task.Delay(5);
        }

        await Task.WhenAll(posts);
        await QuietAsync(script.Length);
        return Transcript();
    }

    /// <summary>What a script gives when nothing goes wrong, up to a step: how many distinct lines the channel shows.</summary>
    public static IReadOnlyList<string> Undisturbed(string[] script) => Lines(script, script.Length - 1);

    /// <summary>The channel's lines in order, a marked repeat of a line taken as that line.</summary>
    public IReadOnlyList<string> Transcript()
    {
        var lines = new List<string>();
        foreach (var arrival in Channel.Arrivals)
        {
            var text = arrival.Activity.Text!;
            var plain = text[(text.LastIndexOf('\n') + 1)..];
            var isMarked = text != plain;
            var isRepeat = lines.Contains(Line(arrival.Method, plain));

            // An update puts the same text in the same place: nobody sees it twice, so it bears no mark.
            if (!isRepeat || !(isMarked || arrival.Method == "PUT"))
            {
                lines.Add(Line(arrival.Method, plain));
            }
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static string Line(string method, string text) => $"{method} {text}";

    private static int Expected(string[] script, int step) => Lines(script, step).Count;

    private static List<string> Lines(string[] script, int last)
    {
        var lines = new List<string>();
        var turn = 0;
        foreach (var said in script.Take(last + 1))
        {
            lines.Add(Line("POST", $"{++turn}: {said}"));
            switch (said)
            {
                case "twice":
                    lines.Add(Line("POST", $"{turn}: and again"));
                    break;
                case "edit":
                    lines.Add(Line("PUT", $"{turn}: edited"));
                    break;
                case "timer":
                    lines.Add(Line("POST", $"{++turn}: ring"));
                    break;
            }
        }

        return lines;
    }

    private Task QuietAsync(int lines) => Channel.WaitForAsync(_ => Transcript().Count >= lines);

    private Task StartAsync(string? killAt) => _bot.StartAsync(
    [
        ("Storage:Path", Database),
        ("Turns:Tick", "00:00:00.050"),
        ("Turns:Drain", "00:00:02"),
        .. killAt is null ? Array.Empty<(string, string)>() : [("Faults:KillAt", killAt)],
    ]);
}
