namespace ClinicalBot.Phrases.Scope;

/// <summary>What is made of a mention, the worst last.</summary>
internal enum Outcome
{
    None, // Nothing is said of it.
    Reassuring, // It is as it should be.
    Unknown, // The writer does not know.
    Ask, // It may or may not be: asked.
    Adverse, // It is not as it should be.
}

/// <summary>The rows of the decision table: what <c>decisions.tsv</c> shows by a template each.</summary>
internal enum CueKind
{
    Bare, Denied, AnsweredNo, AnsweredYes, Good, NotGood, Bad, NotBad, Able, Unable, NotUnable, Hard, NotHard, Present, NotPresent, Absent, NotAbsent,
    Resolved, NotResolved, Gone, NotGone, Back, NotBack, Other, Doubtful, Negative, Positive, Minus, Ticked,
}

/// <summary>The decision table: cue by polarity, and what each modifier makes of an outcome.</summary>
internal static class DecisionTable
{
    private const string Any = "*";

    private static readonly string[][] Cells = [.. TableFile.Rows("decisions.tsv")];

    private static readonly Dictionary<string, int> Columns = Cells[0].Select((name, i) => (name, i)).Skip(2).ToDictionary(c => c.name, c => c.i - 2,
        StringComparer.Ordinal);

    private static readonly Dictionary<CueKind, Outcome[]> Rows = Cells.Skip(1).ToDictionary(row => Enum.Parse<CueKind>(row[0], ignoreCase: true), row =>
        row.Skip(2).Select(Parse).ToArray());

    private static readonly Dictionary<(string Modifier, string Polarity), Outcome[]> Modifiers = TableFile.Rows("modifiers.tsv").Skip(1).ToDictionary(row =>
        (row[0], row[1]), row => row[2..5].Select(Parse).ToArray());

    /// <summary>The polarities, in the order of the table.</summary>
    public static IReadOnlyCollection<string> Polarities => Columns.Keys;

    /// <summary>The cues and their templates, in the order of the table.</summary>
    public static IEnumerable<(CueKind Cue, string Template)> Cues => Rows.Keys.Zip(Cells.Skip(1), (cue, row) => (cue, row[1]));

    /// <summary>The modifiers.</summary>
    public static IEnumerable<string> ModifierNames => Modifiers.Keys.Select(key => key.Modifier).Distinct();

    /// <summary>What a cue makes of a mention.</summary>
    public static Outcome Decide(CueKind cue, string polarity) => Rows[cue][Columns[polarity]];

    /// <summary>What a modifier leaves of an outcome.</summary>
    public static Outcome Modify(Outcome outcome, string modifier, string polarity) =>
        outcome is not (Outcome.None or Outcome.Unknown)
            && (Modifiers.TryGetValue((modifier, polarity), out var row) || Modifiers.TryGetValue((modifier, Any), out row))
            ? row[outcome switch { Outcome.Adverse => 0, Outcome.Reassuring => 1, _ => 2 }] : outcome;

    /// <summary>What modifiers leave of an outcome, one after the other.</summary>
    public static Outcome Modify(Outcome outcome, IEnumerable<string> modifiers, string polarity) =>
        modifiers.Aggregate(outcome, (current, modifier) => Modify(current, modifier, polarity));

    private static Outcome Parse(string cell) => cell == "-" ? Outcome.None : Enum.Parse<Outcome>(cell, ignoreCase: true);
}
