using NodaTime;
using ClinicalBot.Phrases.Words;
using Superpower;
using Superpower.Parsers;

namespace ClinicalBot.Phrases.Times;

/// <summary>The words of times and the smallest parsers over them.</summary>
internal static class TimeWords
{
    private static readonly Dictionary<string, string[]> Rows = TableFile.Rows("times.tsv").Where(row => row.Length == 2).ToDictionary(row => row[0],
        row => row[1].Split('|'), StringComparer.Ordinal);

    /// <summary>Number words.</summary>
    public static readonly Dictionary<string, decimal> NumberWords = Values("number", value => (decimal)value);

    /// <summary>Weekdays, full and short.</summary>
    public static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Values("weekday", value => (IsoDayOfWeek)value);

    /// <summary>Months, full and short.</summary>
    public static readonly Dictionary<string, int> Months = Values("month", value => value);

    /// <summary>The words of a row of times.tsv.</summary>
    public static string[] Of(string id) => Rows[id];

    /// <summary>A number in digits.</summary>
    public static readonly TokenListParser<TokenKind, decimal> Number =
        Token.EqualTo(TokenKind.Number).Select(t => Measures.ToDecimal(t.ToStringValue()));

    /// <summary>A number in one word.</summary>
    public static readonly TokenListParser<TokenKind, decimal> NumberWord =
        Token.EqualTo(TokenKind.Word).Where(t => NumberWords.ContainsKey(t.ToStringValue())).Select(t => NumberWords[t.ToStringValue()]);

    private static Dictionary<string, T> Values<T>(string kind, Func<int, T> make) =>
        TableFile.Rows("times.tsv").Where(row => row.Length == 3 && row[0] == kind).SelectMany(row => row[2].Split('|').Select(word =>
            (word, make(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture))))).ToDictionary(pair => pair.word, pair => pair.Item2,
            StringComparer.Ordinal);
}
