using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Conversations.Reference;

/// <summary>
/// What clinicians call things: the rows of Vocabulary/en. Everything there is lower case, without apostrophes and hyphens, and in American
/// spelling.
/// </summary>
internal static class ReferenceVocabulary
{
    private static readonly Dictionary<string, string> Lists = Read("lists").ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    /// <summary>Said around a question; says nothing about what is asked.</summary>
    public static readonly string Noise = Lists["noise"];

    /// <summary>What everything here is about: found when said, never asked for when something else is said as well.</summary>
    public static readonly string Common = Lists["common"];

    /// <summary>Stands in a text, but is not what the text is about: a search for it would mislead.</summary>
    public static readonly string Unsearchable = Lists["unsearchable"];

    /// <summary>A word the texts have, and what else it is called. The first that fits counts; longer phrases go first.</summary>
    public static readonly (string Word, IReadOnlyList<string> Phrases)[] Synonyms =
        [.. Read("synonyms").Select(row => (row.Key, (IReadOnlyList<string>)[.. row.Value.Split('|').SelectMany(Phrases)]))];

    /// <summary>What else finds an entry, by its id: before the bar what it is the first answer to, behind it what it also has to do with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Keywords = Read("keywords")
        .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    /// <summary>What an empty query shows, by id: what decides at the bedside, in the order it is needed.</summary>
    public static readonly string[] MostUseful = Lists["mostUseful"].Split(' ');

    /// <summary>A phrase, or all of the value set that an "@" names.</summary>
    private static IEnumerable<string> Phrases(string cell) => cell.StartsWith('@') ? ValueSet.Of(cell[1..]) : [cell];

    private static IEnumerable<(string Key, string Value)> Read(string table)
    {
        using var file = typeof(ReferenceVocabulary).Assembly.GetManifestResourceStream($"reference/{table}.tsv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1]))];
    }
}
