using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ClinicalBot.Rules;

/// <summary>The reasons and advice of a decision in one language, put into words once for every basis and choice of sources.</summary>
internal sealed class Phrasebook
{
    private const int Variants = 6;

    private static readonly Phrasebook English = new(CultureInfo.InvariantCulture);
    private static readonly ConcurrentDictionary<CultureInfo, Phrasebook> Others = new();

    private readonly CultureInfo _culture;

    private Phrasebook(CultureInfo culture)
    {
        _culture = culture;
        Reasons = Build(RuleTable.Rules, (rule, basis, extra) => new Reason(
            rule.Id, rule.Urgency, basis, Sources(rule.Grounds, extra), Text("rule." + rule.Id, extra)));
        Steps = Build(StepTable.Steps, (step, basis, extra) =>
            new Step(step.Id, Text("step." + step.Id, extra), Sources(step.Grounds, extra), basis));
        Holds = Build(HoldTable.Holds, (hold, basis, extra) => new Hold(
            hold.Id, Text("hold." + hold.Id, extra), Words.Of($"hold.{hold.Id}.until", culture), Sources(hold.Grounds, extra), basis));
        Considerations = Build(ConsiderationTable.Considerations, (item, basis, extra) =>
            new Consideration(item.Id, Text("consideration." + item.Id, extra), Sources(item.Grounds, extra), basis));
        Reassure = CompositeFormat.Parse(Words.Of("step." + StepTable.Reassure, culture));
        Recheck = CompositeFormat.Parse(Words.Of("step." + StepTable.Recheck, culture));
        ExamineNow = CompositeFormat.Parse(Words.Of("step." + StepTable.ExamineNow, culture));
        Findings = Catalog.FindingNames.Keys.ToDictionary(path => path, path => Words.Of("finding." + path, culture), StringComparer.Ordinal);
    }

    public Reason[] Reasons { get; }

    public Step[] Steps { get; }

    public Hold[] Holds { get; }

    public Consideration[] Considerations { get; }

    public CompositeFormat Reassure { get; }

    public CompositeFormat Recheck { get; }

    public CompositeFormat ExamineNow { get; }

    /// <summary>What a finding is called, by its property path.</summary>
    public IReadOnlyDictionary<string, string> Findings { get; }

    /// <summary>That of a language; English for null.</summary>
    public static Phrasebook In(CultureInfo? culture) =>
        culture is null || culture.Equals(CultureInfo.InvariantCulture) ? English : Others.GetOrAdd(culture, each => new Phrasebook(each));

    /// <summary>The sentence at the top of a decision.</summary>
    public string Of(Headline headline) => ReferenceEquals(this, English) ? headline.Text : Words.Of(headline.Key, _culture);

    /// <summary>Where the words of a row are kept: one place per basis, and per with or without its extra source.</summary>
    public static int Index(int row, Grounds grounds, When when, Facts facts) =>
        (row * Variants) + ((int)grounds.BasisAt(facts, when) * 2) + (grounds.HasExtra(facts) ? 1 : 0);

    private static TPhrase[] Build<TRow, TPhrase>(TRow[] rows, Func<TRow, Basis, bool, TPhrase> phrase)
    {
        var phrases = new TPhrase[rows.Length * Variants];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrases[i] = phrase(rows[i / Variants], (Basis)(i % Variants / 2), i % 2 == 1);
        }

        return phrases;
    }

    private static string[] Sources(Grounds grounds, bool extra) => extra ? grounds.SourcesWithExtra : grounds.Sources;

    private string Text(string key, bool extra) => (extra ? Words.Find(key + ".extra", _culture) : null) ?? Words.Of(key, _culture);
}
