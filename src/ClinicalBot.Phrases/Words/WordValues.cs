using System.Globalization;

namespace ClinicalBot.Phrases.Words;

/// <summary>A word or phrase of times and measures.</summary>
/// <param name="Row">The name of its row, which the grammars use.</param>
/// <param name="Words">Its words.</param>
/// <param name="Value">What it stands for in that row.</param>
internal sealed record WordValue(Row Row, string[] Words, decimal Value);

/// <summary>The words of times and measures, as <c>times.tsv</c> and <c>measures.tsv</c> have them.</summary>
internal static class WordValues
{
    private static readonly Dictionary<string, WordValue[]> ByFirstWord = TableFile.Rows("times.tsv").Concat(TableFile.Rows("measures.tsv"))
        .SelectMany(row => row[2].Split('|').Select(phrase => new WordValue(RowOf(row[0]), phrase.Split(' '), decimal.Parse(row[1],
            CultureInfo.InvariantCulture)))).GroupBy(value => value.Words[0], StringComparer.Ordinal)
        .ToDictionary(first => first.Key, first => first.OrderByDescending(value => value.Words.Length).ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> Starts = FirstWordsOf(Row.Start);

    private static readonly HashSet<string> Cores = FirstWordsOf(Row.Core);

    /// <summary>The phrases that begin with a word, the longest first; empty when there are none.</summary>
    public static WordValue[] Of(string first) => ByFirstWord.GetValueOrDefault(first) ?? [];

    /// <summary>Whether a time can begin with this token: elsewhere none is looked for.</summary>
    public static bool StartsTime(Token token) => token.Kind == TokenKind.Number || Starts.Contains(token.Text);

    /// <summary>Whether this token is what no time is without: a number, a unit or a day.</summary>
    public static bool IsCoreOfTime(Token token) => token.Kind == TokenKind.Number || Cores.Contains(token.Text);

    private static HashSet<string> FirstWordsOf(Row row)
    {
        var names = ByFirstWord.Values.SelectMany(values => values).Where(value => value.Row == row).Select(value => RowOf(value.Words[0])).ToHashSet();
        return [.. ByFirstWord.Values.SelectMany(values => values).Where(value => names.Contains(value.Row)).Select(value => value.Words[0])];
    }

    private static Row RowOf(string name) => Enum.Parse<Row>(name, ignoreCase: true);
}
