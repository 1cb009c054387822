using System.Globalization;

namespace ClinicalBot.Phrases.Words;

/// <summary>The words of times and measures, row by row of <c>times.tsv</c> and <c>measures.tsv</c>, each with the value it stands for.</summary>
internal static class WordValues
{
    private static readonly Dictionary<string, Dictionary<string, (string[] Words, decimal Value)[]>> Rows =
        TableFile.Rows("times.tsv").Concat(TableFile.Rows("measures.tsv"))
            .SelectMany(row => row[2].Split('|').Select(phrase => (Row: row[0], Words: phrase.Split(' '), Value: decimal.Parse(row[1],
                CultureInfo.InvariantCulture))))
            .GroupBy(entry => entry.Row, StringComparer.Ordinal)
            .ToDictionary(row => row.Key, row => row.GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
                .ToDictionary(first => first.Key, first => first.Select(entry => (entry.Words, entry.Value)).OrderByDescending(entry => entry.Words.Length)
                    .ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Words a time can begin with: elsewhere none is looked for.</summary>
    private static readonly HashSet<string> Starts = [.. TableFile.Rows("times.tsv").Where(row => row[0] is "start").SelectMany(row =>
        row[2].Split('|')).SelectMany(name => Rows[name].Keys)];

    /// <summary>The phrases of a row that begin with a word, the longest first; null when there are none.</summary>
    public static (string[] Words, decimal Value)[]? Find(string row, string first) => Rows[row].GetValueOrDefault(first);

    /// <summary>Whether a time can begin with this token.</summary>
    public static bool StartsTime(Token token) => token.Kind == TokenKind.Number || Starts.Contains(token.Text);
}
