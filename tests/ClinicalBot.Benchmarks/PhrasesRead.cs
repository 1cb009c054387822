using BenchmarkDotNet.Attributes;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Benchmarks;

/// <summary>An ordinary message should be read in less than a millisecond, the longest hostile one in a few.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class PhrasesRead
{
    /// <summary>The longest message that is read.</summary>
    private const int LongestMessage = 5000;

    private static readonly Dictionary<string, (Topic? Topic, string Text)> Texts = new()
    {
        ["ordinary"] = (Topic.Motor, "slr able, HF 5/5 KE 5/5 DF 4/5 PF 5/5 toes 5/5"),
        ["free"] = (null, "numb leg 5h after block, can't lift heel, on apixaban"),
        ["time"] = (Topic.Time, "last injection at half past two yesterday afternoon"),
        ["long"] = (null, "numb leg 2h after block, slr able, motor normal, reflexes normal, no shooting pain, block area, no saddle numbness, no "
            + "bowel or bladder trouble, not getting weaker, no bilateral symptoms, lidocaine 1% 0.5 ml per level L4-S1"),
        ["handover of 100"] = (null, Handover(100)),
        ["handover of 1,000"] = (null, Handover(1000)),
        ["handover of 5,000"] = (null, Handover(5000)),
        ["misspelled"] = (Topic.RedFlags, "no sadle numbnes, blader truble, bilatral weaknes, progresive weaknss, incontinant"),
        ["grades of 100"] = (Topic.Motor, Repeat("5/5 ")[..100]),
        ["grades of 1,000"] = (Topic.Motor, Repeat("5/5 ")[..1000]),
        ["grades of 5,000"] = (Topic.Motor, Repeat("5/5 ")),
        ["separators of 5,000"] = (null, Repeat("saddle - no - ")),
        ["commas of 5,000"] = (null, Repeat("numb, weak, ")),
        ["times of 5,000"] = (null, Repeat("block 1430, seen 2 h ago, ")),
        ["one sentence of 5,000"] = (null, Repeat("numb leg and weak foot or no saddle numbness but bladder fine ")),
        ["hostile words"] = (null, Repeat("saddle ")),
        ["hostile misspelling"] = (null, string.Join(' ', Enumerable.Range(0, 181).Select(i => $"progr{(char)('a' + i % 26)}{(char)('a' + i / 26)}siv"))),
        ["hostile lead-ins"] = (Topic.Time, Repeat("at ")),
        ["hostile bounds"] = (null, Repeat("~")),
        ["hostile fractions"] = (Topic.Time, Repeat("1/")),
        ["hostile numbers"] = (Topic.Time, Repeat("1 ")),
        ["hostile clocks"] = (Topic.Time, Repeat("12:30,")),
        ["hostile denials"] = (null, Repeat("saddle numb ")[..1990] + " no"),
    };

    private PhraseContext _context = null!;
    private string _text = "";

    public static IEnumerable<string> Kinds => Texts.Keys;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var (topic, text) = Texts[Kind];
        _context = new PhraseContext(topic, new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero), DateTimeZoneProviders.Tzdb["Europe/London"]);
        _text = text;
    }

    [Benchmark]
    public Reading Read() => PhraseReader.Read(_text, _context);

    /// <summary>The time grows with the length: compare the three.</summary>
    private static string Handover(int length) =>
        string.Concat(Enumerable.Repeat("S: numb leg. SLR able, power 5/5 all groups. No saddle numbness, bladder or bowel dysfunction. ", 60))[..length];

    private static string Repeat(string unit) => string.Concat(Enumerable.Repeat(unit, LongestMessage / unit.Length));
}
