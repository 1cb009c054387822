using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>What is made of a mention.</summary>
internal enum Outcome
{
    /// <summary>Nothing is said of it.</summary>
    None,

    /// <summary>It is as it should be.</summary>
    Reassuring,

    /// <summary>The writer does not know.</summary>
    Unknown,

    /// <summary>It may or may not be: asked.</summary>
    Ask,

    /// <summary>It is not as it should be.</summary>
    Adverse,
}

/// <summary>The decision table: cue by polarity, and what each modifier makes of an outcome.</summary>
internal static class DecisionTable
{
    private static readonly string[][] Cells = [.. TableFile.Rows("decisions.tsv")];

    private static readonly Dictionary<string, int> Columns = Cells[0].Select((name, i) => (name, i)).Skip(2).ToDictionary(c => c.name, c => c.i,
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Rows = Cells.Skip(1).ToDictionary(row => row[0], StringComparer.Ordinal);

    private static readonly Dictionary<(string Modifier, string Polarity),
        string[]> Modifiers = TableFile.Rows("modifiers.tsv").Skip(1).ToDictionary(row => (row[0], row[1]));

    /// <summary>The polarities, in the order of the table.</summary>
    public static IReadOnlyCollection<string> Polarities => Columns.Keys;

    /// <summary>The cues and their templates, in the order of the table.</summary>
    public static IEnumerable<(string Cue, string Template)> Cues => Rows.Values.Select(row => (row[0], row[1]));

    /// <summary>The modifiers.</summary>
    public static IEnumerable<string> ModifierNames => Modifiers.Keys.Select(key => key.Modifier).Distinct();

    /// <summary>What a cue makes of a mention.</summary>
    public static Outcome Decide(string cue, string polarity) => Parse(Rows[cue][Columns[polarity]]);

    /// <summary>What a modifier leaves of an outcome.</summary>
    public static Outcome Modify(Outcome outcome, string modifier, string polarity)
    {
        if (outcome is Outcome.None or Outcome.Unknown || !(Modifiers.TryGetValue((modifier, polarity), out var row)
            || Modifiers.TryGetValue((modifier, "*"), out row)))
        {
            return outcome;
        }

        return Parse(row[outcome switch { Outcome.Adverse => 2, Outcome.Reassuring => 3, _ => 4 }]);
    }

    private static Outcome Parse(string cell) => cell == "-" ? Outcome.None : Enum.Parse<Outcome>(cell, ignoreCase: true);
}
