using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Phrases;
using ClinicalBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Activity = ClinicalBot.BotFramework.Activity;

namespace ClinicalBot.Stories;

/// <summary>One message never holds a core: 28,000 characters of anything, by every way a text can come in.</summary>
public sealed class HeavyTextTests
{
    private const int Length = 28_000;
    private const int Tries = 40;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(10);

    // A text that is just short enough to be read may take longer to read, and no more.
    private static readonly TimeSpan MostRead = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Begun = ["", "case ", "use this channel for ", "ref ", "?", "what ", "close case ", "triage ", "<at>Bot</at> case "];

    [Fact]
    public async Task No_text_takes_long_by_any_entrance()
    {
        await using var ward = await Ward.OpenAsync();
        var bot = ward.Services.GetRequiredService<IBot>();
        var slow = new List<string>();
        var (texts, words) = (Texts().ToList(), Words().ToList());
        Assert.InRange(words.Count, 200, 20_000);
        foreach (var (name, make) in Entrances(ward))
        {
            foreach (var text in name == "message" ? texts.Concat(words) : texts)
            {
                var took = await FastestAsync(bot, ward, make(text));
                if (took > (text.Length > TypedText.MaxLength ? Most : MostRead))
                {
                    slow.Add($"{name}, {text[..Math.Min(30, text.Length)].Replace('\n', '~')}... ({text.Length}): {took.TotalMilliseconds:F0} ms");
                }
            }
        }

        Assert.True(slow.Count == 0, string.Join("\n", slow));
    }

    [Fact]
    public async Task Neither_does_the_api()
    {
        await using var ward = await Ward.OpenAsync();
        foreach (var text in new[] { new string('T', Length), new string(' ', Length), string.Concat(Enumerable.Repeat("T+00:0", Length / 6)) })
        {
            var fastest = TimeSpan.MaxValue;
            for (var i = 0; i < Tries && fastest > Most; i++)
            {
                var started = Stopwatch.GetTimestamp();
                using var refused = await ward.Http.PostAsJsonAsync(new Uri("/api/assessments", UriKind.Relative),
                    new { blockTime = text, context = new { agent = text } }, TestContext.Current.CancellationToken);
                Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
                fastest = Fastest(fastest, started);
            }

            Assert.InRange(fastest, TimeSpan.Zero, Most);
        }
    }

    /// <summary>What a busy machine adds is no matter: one quick run proves that the work is little.</summary>
    private static async Task<TimeSpan> FastestAsync(IBot bot, Ward ward, Activity activity)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && fastest > Most; i++)
        {
            var state = new ConcurrentDictionary<StateKey, byte[]>();
            var turn = new FakeTurnContext(activity with { Type = ActivityTypes.Message, Text = "triage", Value = null }, state, "a0", ward.Clock.GetUtcNow());
            await bot.OnTurnAsync(turn);
            var used = CpuOfThisThread();
            var read = bot.OnTurnAsync(new FakeTurnContext(activity, state, "a1", ward.Clock.GetUtcNow()));
            var took = CpuOfThisThread() - used;
            Assert.True(read.IsCompleted, "A turn in memory ends on the thread it began on, else the time of another is what is measured.");
            await read;
            fastest = took < fastest ? took : fastest;
        }

        return fastest;
    }

    /// <summary>Processor time of the calling thread: what else the machine does is not in it.</summary>
    private static TimeSpan CpuOfThisThread()
    {
        const int ThreadCpu = 3;
        Assert.Equal(0, ClockGetTime(ThreadCpu, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private static TimeSpan Fastest(TimeSpan fastest, long started) => Stopwatch.GetElapsedTime(started) is var took && took < fastest ? took : fastest;

    private static IEnumerable<(string Name, Func<string, Activity> Make)> Entrances(Ward ward)
    {
        var person = ward.Person("nurse");
        yield return ("message", text => person.Activity() with { Text = text });
        yield return ("edit", text => person.Activity(ActivityTypes.MessageUpdate) with { Text = text });
        foreach (var field in new[] { "say", "case", "date", "time", "location", "context.agent", "context.concentrationPercent", "dialog", "rev", "outcome" })
        {
            yield return ($"button, {field}", text => person.Activity() with { Value = Data(Verb(field), field, text) });
        }

        yield return ("Action.Execute", text => person.Activity(ActivityTypes.Invoke) with
        {
            Name = "adaptiveCard/action",
            Value = JsonSerializer.SerializeToElement(new { action =
                new { type = "Action.Execute", verb = "triage/say", data = Data("triage/say", "say", text) } }),
        });
        yield return ("compose box", text => person.Activity(ActivityTypes.Invoke) with
        {
            Name = "composeExtension/query",
            Value = JsonSerializer.SerializeToElement(new { commandId = "reference", parameters = new[] { new { name = "query", value = text } } }),
        });
    }

    private static string Verb(string field) => field switch
    {
        "say" or "dialog" => "triage/say",
        "case" or "rev" or "outcome" => "case/close",
        "location" => "case/locate",
        _ => "triage/answer",
    };

    /// <summary>A button of the first question of the dialog that turn "a0" began.</summary>
    private static JsonElement Data(string verb, string field, string text) => JsonSerializer.SerializeToElement(
        new Dictionary<string, string> { ["verb"] = verb, ["dialog"] = "a0", ["step"] = "time", ["rev"] = "1", ["case"] = "K7-4FX", [field] = text });

    private static IEnumerable<string> Texts()
    {
        string[] units = [" ", "\n", "\r\n", "\t", "\u00a0", "\u2028", " x", "<at>", "</at>", "&nbsp;", "e\u0301", "\ud83e\uddb5",
            .. Enumerable.Range(33, 94).Select(c => ((char)c).ToString()), "no ", "saddle - no ", "1 h ", "5/5 "];
        foreach (var unit in units)
        {
            yield return Of(unit, Length);
        }

        foreach (var begun in Begun)
        {
            yield return begun + Of(" ", Length) + "x?";
            yield return begun + Of(" ", 1000) + "x?";
            yield return begun + Of("a ", TypedText.MaxLength - begun.Length - 2) + "x?";
        }
    }

    /// <summary>Every word that any vocabulary knows: of findings, of commands, of the quick reference.</summary>
    private static IEnumerable<string> Words() => new[] { "ClinicalBot.Phrases", "ClinicalBot.Conversations" }
        .SelectMany(project => Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.tsv", SearchOption.AllDirectories))
        .SelectMany(file => new string([.. File.ReadAllText(file).ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Distinct().Select(word => Of(word + " ", Length));

    private static string Of(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));
}
