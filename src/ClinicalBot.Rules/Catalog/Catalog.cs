using System.Globalization;

namespace ClinicalBot.Rules;

/// <summary>Everything the ruleset consists of, for programs that list, explain or check it.</summary>
public static class Catalog
{
    /// <summary>The statements of the source document, in its order.</summary>
    public static IReadOnlyList<Statement> Statements { get; } = StatementTable.Statements;

    /// <summary>The rules, most urgent first.</summary>
    public static IReadOnlyList<RuleEntry> Rules { get; } =
    [
        .. RuleTable.Rules.Select(rule => new RuleEntry(
            rule.Id, rule.Urgency, rule.Grounds.Basis, rule.Grounds.Sources, ConditionWords.Of(rule.When),
            Words.Of("rule." + rule.Id), ConditionWords.LocalSafety(rule.When, rule.Grounds),
            Added(rule.Grounds))),
    ];

    /// <summary>Steps in the order a decision gives them, then holds, then considerations.</summary>
    public static IReadOnlyList<AdviceEntry> Advice { get; } =
    [
        .. StepTable.Steps.Select(step => Entry(AdviceKind.Step, "step.", step)),
        .. HoldTable.Holds.Select(hold => Entry(AdviceKind.Hold, "hold.", hold)),
        .. ConsiderationTable.Considerations.Select(item => Entry(AdviceKind.Consideration, "consideration.", item)),
    ];

    /// <summary>The quick reference.</summary>
    public static IReadOnlyList<ReferenceEntry> Reference { get; } = ReferenceTable.Entries;

    /// <summary>What a finding is called, by its property path in a request, e.g. "motor.toes".</summary>
    public static IReadOnlyDictionary<string, string> FindingNames { get; } = Words.All()
        .Where(text => text.Key.StartsWith("finding.", StringComparison.Ordinal))
        .ToDictionary(text => text.Key["finding.".Length..], text => text.Value);

    /// <summary>What the basis of all this is, to be shown beside it.</summary>
    public static string SourceNote { get; } = Words.Of("note.source");

    /// <summary>To be shown beside the holds, or where none is.</summary>
    public static string HoldsNote { get; } = Words.Of("note.noHold");

    /// <summary>To be shown when a deficit was known before the procedure (S42).</summary>
    public static string EarlierDeficitNote { get; } = Words.Of("note.earlierDeficit");

    /// <summary>What a basis means, in words.</summary>
    public static string Explain(Basis basis) => basis switch
    {
        Basis.Stated => Words.Of("basis.stated"),
        Basis.Derived => Words.Of("basis.derived"),
        _ => Words.Of("basis.localSafety"),
    };

    /// <summary>A statement in another language; in English where it is not translated.</summary>
    /// <param name="statement">One of <see cref="Statements"/>.</param>
    /// <param name="culture">The language.</param>
    public static Statement Translate(Statement statement, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement with { Text = Words.Of("statement." + statement.Id, culture) };
    }

    /// <summary>An entry of the quick reference in another language; in English where it is not translated.</summary>
    /// <param name="entry">One of <see cref="Reference"/>.</param>
    /// <param name="culture">The language.</param>
    public static ReferenceEntry Translate(ReferenceEntry entry, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with
        {
            Title = Words.Of($"reference.{entry.Id}.title", culture),
            Text = Words.Find("reference." + entry.Id, culture) ?? Words.Of("statement." + entry.Sources[0], culture),
        };
    }

    private static AdviceEntry Entry(AdviceKind kind, string prefix, Advice advice)
    {
        var sources = advice.Id == StepTable.ExamineNow
            ? RuleTable.Rules.Where(rule => rule.Urgency == Urgency.Incomplete).SelectMany(rule => rule.Grounds.Sources).ToArray()
            : advice.Grounds.Sources;
        return new(
            kind, advice.Id, advice.Grounds.Basis, sources, ConditionWords.Of(advice.When), Words.Of(prefix + advice.Id),
            ConditionWords.LocalSafety(advice.When, advice.Grounds), Added(advice.Grounds));
    }

    private static AddedSource? Added(Grounds grounds) =>
        grounds.ExtraSource is { } source ? new(source, ConditionWords.Of(new(grounds.ExtraWhen))) : null;
}
