using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>What a quality or act means of a subject.</summary>
/// <param name="Polarity">How a cue turns it: a column of the decision table.</param>
/// <param name="Paths">The findings it is about.</param>
/// <param name="Strength">"plain"; "unspecific": which of them is asked; "part": a good value is not the whole.</param>
/// <param name="Topics">"*", the question it holds at, or "!" and the question it does not hold at.</param>
internal sealed record Meaning(string Polarity, IReadOnlyList<string> Paths, string Strength, string Topics)
{
    /// <summary>Whether it holds at a question; null outside a dialog.</summary>
    public bool HoldsAt(string? topic) => Topics == "*" || (Topics[0] == '!' ? Topics[1..] != topic : Topics == topic);
}

/// <summary>The table of meanings: qualities and acts by subjects.</summary>
internal static class Meanings
{
    private const string Alone = "-";

    private const string AnyPlace = "*";

    private static readonly string[] Spine = ["l1", "l2", "l3", "l4", "l5", "s1", "s2", "s3", "s4", "s5"];

    private static readonly Dictionary<(string Primary, string Secondary), List<Meaning>> Table = Load();

    /// <summary>All rows, for the checks of the vocabulary.</summary>
    public static IEnumerable<(string Primary, string Secondary, Meaning Meaning)> Rows =>
        Table.SelectMany(pair => pair.Value.Select(meaning => (pair.Key.Primary, pair.Key.Secondary, meaning)));

    /// <summary>Whether a quality or act says something of its own about this subject.</summary>
    public static bool Composes(Lexeme primary, Lexeme secondary) => primary.Kind is TermKind.Quality or TermKind.Act
        && (Table.ContainsKey((primary.Id, secondary.Id)) || secondary.Id.Contains('-', StringComparison.Ordinal)
            && Levels(secondary.Id).Any(id => Table.ContainsKey((primary.Id, id))));

    /// <summary>Whether a quality or act says something of any place.</summary>
    public static bool ComposesAny(Lexeme primary) => Table.ContainsKey((primary.Id, AnyPlace));

    /// <summary>Whether it says something without another.</summary>
    public static bool StandsAlone(Lexeme lexeme) => lexeme.Kind == TermKind.Subject ? OfAlone(lexeme).Any(meaning =>
        meaning.Polarity is not ("graded" or "whole" or "test" or "local" or "legwell") && !meaning.Paths.Contains("distribution"))
        : lexeme.Kind is TermKind.Quality or TermKind.Act;

    /// <summary>What a quality or act means of one subject.</summary>
    public static IEnumerable<Meaning> Of(Lexeme primary, Lexeme secondary) => Levels(secondary.Id).SelectMany(id =>
        Table.GetValueOrDefault((primary.Id, id), []));

    /// <summary>What a quality or act means of any place.</summary>
    public static IEnumerable<Meaning> OfAnyPlace(Lexeme primary) => Table.GetValueOrDefault((primary.Id, AnyPlace)) ?? OfAlone(primary);

    /// <summary>What it means alone.</summary>
    public static IEnumerable<Meaning> OfAlone(Lexeme lexeme) =>
        lexeme.Kind == TermKind.Subject ? Levels(lexeme.Id).SelectMany(id => Table.GetValueOrDefault((Alone, id), []))
            : Table.GetValueOrDefault((lexeme.Id, Alone), []);

    /// <summary>"l4-s1" is l4, l5 and s1.</summary>
    private static IEnumerable<string> Levels(string id)
    {
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = dash > 0 ? (Array.IndexOf(Spine, id[..dash]), Array.IndexOf(Spine, id[(dash + 1)..])) : (-1, -1);
        return first >= 0 && last >= first ? Spine[first..(last + 1)] : [id];
    }

    private static Dictionary<(string Primary, string Secondary), List<Meaning>> Load()
    {
        var table = new Dictionary<(string, string), List<Meaning>>();
        foreach (var row in TableFile.Rows("meanings.tsv"))
        {
            var meaning = new Meaning(row[2], row[3] == "-" ? [] : row[3].Split(','), row[4], row[5]);
            foreach (var primary in row[0].Split('|'))
            {
                foreach (var secondary in row[1].Split('|'))
                {
                    if (!table.TryGetValue((primary, secondary), out var list))
                    {
                        table[(primary, secondary)] = list = [];
                    }

                    list.Add(meaning);
                }
            }
        }

        return table;
    }
}
