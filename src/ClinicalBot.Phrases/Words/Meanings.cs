namespace ClinicalBot.Phrases.Words;

/// <summary>What a quality or act means of a subject.</summary>
/// <param name="Polarity">How a cue turns it: a column of the decision table.</param>
/// <param name="Paths">The findings it is about.</param>
/// <param name="Certainty">"plain"; "unspecific": which of them is asked; "part": a good value is not the whole; "maybe": only asked.</param>
/// <param name="At">The question it holds at; null for every one.</param>
/// <param name="Elsewhere">It holds at every question but that.</param>
internal sealed record Meaning(string Polarity, IReadOnlyList<string> Paths, Certainty Certainty, Topic? At, bool Elsewhere)
{
    /// <summary>Whether it holds at a question; null outside a dialog.</summary>
    public bool HoldsAt(Topic? topic) => At is null || At == topic != Elsewhere;

    /// <summary>Whether its polarity has a trait.</summary>
    public bool Is(Trait trait) => Traits.Has(Polarity, trait);
}

/// <summary>How sure what is said makes a finding.</summary>
internal enum Certainty
{
    Plain, Unspecific, Part, Maybe,
}

/// <summary>The table of meanings: qualities and acts by subjects.</summary>
internal static class Meanings
{
    private const string Alone = "-";

    private const string AnyPlace = "*";

    private static readonly string[] Spine = [.. TableFile.Rows("spine.tsv").Select(row => row[0])];

    private static readonly ILookup<(string Primary, string Secondary), Meaning> Table = Rows.ToLookup(row => (row.Primary, row.Secondary), row => row.Meaning);

    /// <summary>All rows of the table: a quality or act, of what it is said, and what that means.</summary>
    public static IEnumerable<(string Primary, string Secondary, Meaning Meaning)> Rows => TableFile.Rows("meanings.tsv").SelectMany(row =>
        row[0].Split('|').SelectMany(primary => row[1].Split('|').Select(secondary => (primary, secondary, MeaningOf(row)))));

    /// <summary>Whether a quality or act says something of its own about this subject.</summary>
    public static bool Composes(Lexeme primary, Lexeme secondary) => primary.Kind is TermKind.Quality or TermKind.Act
        && (Table.Contains((primary.Id, secondary.Id)) || secondary.Id.Contains('-', StringComparison.Ordinal)
            && Levels(secondary.Id).Any(id => Table.Contains((primary.Id, id))));

    /// <summary>Whether a quality or act says something of any place.</summary>
    public static bool ComposesAny(Lexeme primary) => Table.Contains((primary.Id, AnyPlace));

    /// <summary>Whether it says something without another.</summary>
    public static bool StandsAlone(Lexeme lexeme) => lexeme.Kind == TermKind.Subject
        ? OfAlone(lexeme).Any(meaning => !meaning.Is(Trait.NeverAlone) && !meaning.Paths.Contains(FindingPaths.Distribution))
        : lexeme.Kind is TermKind.Quality or TermKind.Act;

    /// <summary>What a quality or act means of one subject.</summary>
    public static IEnumerable<Meaning> Of(Lexeme primary, Lexeme secondary) => Levels(secondary.Id).SelectMany(id => Table[(primary.Id, id)]);

    /// <summary>What a quality or act means of any place.</summary>
    public static IEnumerable<Meaning> OfAnyPlace(Lexeme primary) => ComposesAny(primary) ? Table[(primary.Id, AnyPlace)] : OfAlone(primary);

    /// <summary>What it means alone.</summary>
    public static IEnumerable<Meaning> OfAlone(Lexeme lexeme) =>
        lexeme.Kind == TermKind.Subject ? Levels(lexeme.Id).SelectMany(id => Table[(Alone, id)]) : Table[(lexeme.Id, Alone)];

    /// <summary>"l4-s1" is l4, l5 and s1.</summary>
    private static string[] Levels(string id)
    {
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = dash > 0 ? (Array.IndexOf(Spine, id[..dash]), Array.IndexOf(Spine, id[(dash + 1)..])) : (-1, -1);
        return first >= 0 && last >= first ? Spine[first..(last + 1)] : [id];
    }

    private static Meaning MeaningOf(string[] row)
    {
        var topic = row[5].TrimStart('!');
        return new Meaning(row[2], row[3] == Alone ? [] : row[3].Split(','), Enum.Parse<Certainty>(row[4], ignoreCase: true),
            topic == AnyPlace ? null : Enum.Parse<Topic>(topic, ignoreCase: true), row[5] != topic);
    }
}

/// <summary>What some polarities have in common beside their column of the decision table; which ones stands in <c>traits.tsv</c>.</summary>
internal enum Trait
{
    NeedsGrade, NeverGraded, NeverAlone, PlusIsPositive, PlusIsOpen, ExceptIsBad, AbsentIsBad, IsPlace, IsHint, OfAll, OnlySeen, AbleOnce,
}

/// <summary>The traits of the polarities.</summary>
internal static class Traits
{
    private static readonly Dictionary<Trait, string[]> Polarities = TableFile.Rows("traits.tsv").ToDictionary(row => Enum.Parse<Trait>(row[0]), row =>
        row[1].Split(' '));

    /// <summary>Whether a polarity has a trait.</summary>
    public static bool Has(string polarity, Trait trait) => Array.IndexOf(Polarities[trait], polarity) >= 0;
}
