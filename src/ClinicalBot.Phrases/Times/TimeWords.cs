using NodaTime;
using ClinicalBot.Phrases.Words;
using Superpower;
using Superpower.Parsers;

namespace ClinicalBot.Phrases.Times;

/// <summary>The words of times and the smallest parsers over them.</summary>
internal static class TimeWords
{
    /// <summary>Number words.</summary>
    public static readonly Dictionary<string, decimal> NumberWords = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
            ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["ninety"] = 90,
    };

    /// <summary>Weekdays, full and short.</summary>
    public static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = IsoDayOfWeek.Monday, ["mon"] = IsoDayOfWeek.Monday, ["tuesday"] = IsoDayOfWeek.Tuesday, ["tue"] = IsoDayOfWeek.Tuesday,
        ["tues"] = IsoDayOfWeek.Tuesday, ["wednesday"] = IsoDayOfWeek.Wednesday, ["wed"] = IsoDayOfWeek.Wednesday, ["thursday"] = IsoDayOfWeek.Thursday,
        ["thu"] = IsoDayOfWeek.Thursday, ["thur"] = IsoDayOfWeek.Thursday, ["thurs"] = IsoDayOfWeek.Thursday, ["friday"] = IsoDayOfWeek.Friday,
        ["fri"] = IsoDayOfWeek.Friday, ["saturday"] = IsoDayOfWeek.Saturday, ["sat"] = IsoDayOfWeek.Saturday, ["sunday"] = IsoDayOfWeek.Sunday,
        ["sun"] = IsoDayOfWeek.Sunday,
    };

    /// <summary>Months, full and short.</summary>
    public static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["january"] = 1, ["jan"] = 1, ["february"] = 2, ["feb"] = 2, ["march"] = 3, ["mar"] = 3, ["april"] = 4, ["apr"] = 4, ["may"] = 5, ["june"] = 6,
        ["jun"] = 6, ["july"] = 7, ["jul"] = 7, ["august"] = 8, ["aug"] = 8, ["september"] = 9, ["sep"] = 9, ["sept"] = 9, ["october"] = 10, ["oct"] = 10,
        ["november"] = 11, ["nov"] = 11, ["december"] = 12, ["dec"] = 12,
    };

    /// <summary>Tomorrow and its misspellings.</summary>
    public static readonly string[] Tomorrow = ["tomorrow", "tomorow", "tommorow", "tommorrow", "tmrw", "tmr", "tmrrw"];

    /// <summary>A number in digits.</summary>
    public static readonly TokenListParser<TokenKind, decimal> Number =
        Token.EqualTo(TokenKind.Number).Select(t => Measures.ToDecimal(t.ToStringValue()));

    /// <summary>A number in one word.</summary>
    public static readonly TokenListParser<TokenKind, decimal> NumberWord =
        Token.EqualTo(TokenKind.Word).Where(t => NumberWords.ContainsKey(t.ToStringValue())).Select(t => NumberWords[t.ToStringValue()]);
}
