using ClinicalBot.Phrases.Words;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static ClinicalBot.Phrases.Times.TimeWords;
using static ClinicalBot.Phrases.Words.TokenParsers;

namespace ClinicalBot.Phrases.Times;

/// <summary>"90 min", "2-3 h", "an hour and a half", "1h30", "about two and a half hours", "over a day". A range gives its longest.</summary>
internal static class DurationGrammar
{
    private const decimal Hour = 60;

    private static readonly TokenListParser<TokenKind, decimal> Half =
        Word("and").IgnoreThen(Word("a").Optional()).IgnoreThen(FirstOf(Word("half").Value(0.5m), Word("quarter").Value(0.25m),
            Word("three").IgnoreThen(Word("quarter", "quarters")).Value(0.75m)));

    /// <summary>"1h30" is a duration, "14h30" and "02h30" are clock times.</summary>
    private static readonly TokenListParser<TokenKind, decimal> ShortNumber = input =>
        Number(input) is { HasValue: true } number && !IsTwoDigitClock(input) ? number : TokenListParserResult.Empty<TokenKind, decimal>(input);

    private static readonly TokenListParser<TokenKind, decimal> Fraction =
        from upper in Number.Where(n => n is >= 1 and <= 3)
        from slash in Token.EqualTo(TokenKind.Slash)
        from lower in Number.Where(n => n is 2 or 3 or 4)
        select upper / lower;

    private static readonly TokenListParser<TokenKind, decimal> Tens =
        from tens in Word(Of("tens")).Select(w => NumberWords[w])
        from units in Token.EqualTo(TokenKind.Dash).OptionalOrDefault().IgnoreThen(NumberWord.Where(n => n is >= 1 and <= 9)).Try().OptionalOrDefault()
        select tens + units;

    private static readonly TokenListParser<TokenKind, decimal> Amount =
        from whole in FirstOf(Fraction, Number, Tens, NumberWord)
        from part in FirstOf(Half, Fraction).OptionalOrDefault()
        select whole + part;

    /// <summary>Minutes in one of the unit.</summary>
    private static readonly TokenListParser<TokenKind, decimal> Unit =
        FirstOf(
            Word(Of("hour")).Value(Hour),
            Word(Of("minute")).Value(1m),
            Word(Of("day")).Value(24 * Hour),
            Word(Of("week")).Value(7 * 24 * Hour),
            Word("month", "months").Value(30 * 24 * Hour + 1),
            Word("year", "years").Value(365 * 24 * Hour));

    /// <summary>"1:30 h ago"; without "ago" it is a clock time.</summary>
    private static readonly TokenListParser<TokenKind, decimal> ClockLikeAgo =
        from hours in Number
        from colon in Token.EqualTo(TokenKind.Colon)
        from minutes in Number.Where(n => n < 60)
        from unit in Word(Of("hourPlain"))
        from ago in Ahead(Word("ago"))
        select hours * Hour + minutes;

    private static readonly TokenListParser<TokenKind, decimal> HoursAndMinutes =
        from hours in FirstOf(ShortNumber, NumberWord)
        from unit in Unit.Where(u => u >= Hour)
        from and in Word("and").Optional()
        from minutes in Amount
        from minuteUnit in Unit.Where(u => u < 24 * Hour).Select(u => (decimal?)u).OptionalOrDefault()
        where minuteUnit is not null || (unit == Hour && minutes is > 0 and < 60)
        select hours * unit + minutes * (minuteUnit ?? 1m);

    private static readonly TokenListParser<TokenKind, decimal> HalfUnit =
        from a in Word(Of("article3")).Optional()
        from half in FirstOf(Word("half").Value(0.5m), Word("quarter").Value(0.25m).Then(q => Word("of").Optional().Value(q)))
        from article in Word(Of("articleOf")).Optional()
        from article2 in Word("a", "an").Optional()
        from unit in Unit
        select half * unit;

    private static readonly TokenListParser<TokenKind, decimal> ThreeQuarters =
        from three in Word("three").IgnoreThen(Token.EqualTo(TokenKind.Dash).OptionalOrDefault()).IgnoreThen(Word("quarters"))
        from of in Word("of").Optional()
        from an in Word("an", "a").Optional()
        from unit in Unit
        select 0.75m * unit;

    private static readonly TokenListParser<TokenKind, decimal> OneAndAHalf =
        from one in Word(Of("one")).Optional()
        from unit in Unit
        from half in Half
        select unit * (1 + half);

    private static readonly TokenListParser<TokenKind, decimal> Range =
        from low in Amount
        from lowUnit in Unit.Select(u => (decimal?)u).OptionalOrDefault()
        from to in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Word(Of("rangeTo")).Value(true),
            Token.EqualTo(TokenKind.Slash).Value(true))
        from high in Amount
        from unit in Unit
        select Math.Max(low * (lowUnit ?? unit), high * unit);

    /// <summary>"2/24 ago", "3/7 ago": hours and days as British and Australian wards write them.</summary>
    private static readonly TokenListParser<TokenKind, decimal> Shorthand =
        from amount in Number
        from slash in Token.EqualTo(TokenKind.Slash)
        from unit in Number.Where(n => n is 24 or 7 or 52)
        from ago in Ahead(Word(Of("ago")))
        select amount * (unit == 24 ? Hour : unit == 7 ? 24 * Hour : 7 * 24 * Hour);

    private static readonly TokenListParser<TokenKind, decimal> Between =
        from between in Word("between")
        from low in Amount
        from lowUnit in Unit.Select(u => (decimal?)u).OptionalOrDefault()
        from and in Word("and")
        from high in Amount
        from unit in Unit
        select Math.Max(low * (lowUnit ?? unit), high * unit);

    private static readonly TokenListParser<TokenKind, decimal> Plain =
        from amount in Amount
        from hyphen in Token.EqualTo(TokenKind.Dash).OptionalOrDefault()
        from unit in Unit
        from end in NoVital(amount)
        select amount * unit;

    /// <summary>"T 36.6 HR 64": what a figure follows is a pulse, not hours.</summary>
    private static TokenListParser<TokenKind, bool> NoVital(decimal amount) => input =>
        amount >= 30 && input.ConsumeToken() is { HasValue: true, Value.Kind: TokenKind.Number } ? TokenListParserResult.Empty<TokenKind, bool>(input)
            : TokenListParserResult.Value(true, input, input);

    /// <summary>"3+ hours": at least.</summary>
    private static readonly TokenListParser<TokenKind, decimal> OpenEnded =
        from amount in Amount
        from plus in Token.EqualTo(TokenKind.Plus)
        from unit in Unit
        select amount * unit;

    private static readonly TokenListParser<TokenKind, decimal> Article =
        from a in Word("a", "an")
        from unit in Unit
        select unit;

    private static readonly TokenListParser<TokenKind, decimal> Exact =
        FirstOf(OneAndAHalf, ClockLikeAgo, Between, Range, Shorthand, HoursAndMinutes, ThreeQuarters, HalfUnit, Plain, Article);

    private static readonly TokenListParser<TokenKind, decimal> Couple =
        from a in Word("a").Optional()
        from couple in Word("couple")
        from of in Word("of").Optional()
        from unit in Unit
        select 2 * unit;

    private static readonly TokenListParser<TokenKind, Bound> Prefix =
        FirstOf(
            Word("over", "more").Then(_ => Word("than").Optional()).Value(Bound.AtLeast),
            Word(Of("exceeding")).Value(Bound.AtLeast),
            Word("longer").IgnoreThen(Word("than")).Value(Bound.AtLeast),
            Word("at").IgnoreThen(Word("least", "most").Select(w => w == "least" ? Bound.AtLeast : Bound.Loose)),
            Token.EqualTo(TokenKind.Bound).Select(t => t.ToStringValue() is ">" or "\u2265" ? Bound.AtLeast : t.ToStringValue() == "~" ? Bound.Fuzzy
                : Bound.Loose),
            Word("under", "less").Then(_ => Word("than").Optional()).Value(Bound.Loose),
            Word("up").IgnoreThen(Word("to")).Value(Bound.Loose),
            Word(Of("about")).Value(Bound.Fuzzy),
            Word("just", "exactly").Value(Bound.Exact));

    /// <summary>Minutes, and how they are bounded.</summary>
    public static readonly TokenListParser<TokenKind, (decimal Minutes, Bound Bound)> Duration =
        from prefixes in Prefix.Try().Many()
        from duration in FirstOf(OpenEnded.Select(m => (Minutes: m, Bound: Bound.AtLeast)), Couple.Select(m => (Minutes: m, Bound: Bound.Loose)),
            Exact.Select(m => (Minutes: m, Bound: Bound.Exact)))
        from plus in FirstOf(Token.EqualTo(TokenKind.Plus).Value(Bound.AtLeast),
            Word("or").IgnoreThen(Word("more", "longer")).Value(Bound.AtLeast)).OptionalOrDefault()
        select (Math.Min(duration.Minutes, MaxMinutes), Worst(prefixes, duration.Bound, plus));

    /// <summary>"a few hours", "several hours", "some hours": a time nobody can count with.</summary>
    public static readonly TokenListParser<TokenKind, bool> Vague =
        from a in Word("a").Optional()
        from few in Word(Of("few"))
        from unit in Unit
        select true;

    /// <summary>Ten years: beyond any refusal, and no calendar overflows on it.</summary>
    private const decimal MaxMinutes = 10 * 365 * 24 * Hour;

    private static bool IsTwoDigitClock(TokenList<TokenKind> input)
    {
        var hours = input.ConsumeToken();
        var unit = hours.Remainder.ConsumeToken();
        var minutes = unit.HasValue ? unit.Remainder.ConsumeToken() : unit;
        return hours.HasValue && unit.HasValue && minutes.HasValue && hours.Value.Span.Length == 2 && unit.Value.Span.EqualsValue("h")
            && minutes.Value is { Kind: TokenKind.Number, Span.Length: 2 };
    }

    private static TokenListParser<TokenKind, string> Ahead(TokenListParser<TokenKind, string> parser) => input =>
        parser(input) is { HasValue: true } found ? TokenListParserResult.Value(found.Value, input, input) : TokenListParserResult.Empty<TokenKind,
            string>(input);

    private static Bound Worst(Bound[] prefixes, Bound own, Bound plus) =>
        plus == Bound.AtLeast || own == Bound.AtLeast || prefixes.Contains(Bound.AtLeast) ? Bound.AtLeast
        : prefixes.Contains(Bound.Fuzzy) ? Bound.Fuzzy
        : own == Bound.Loose || prefixes.Contains(Bound.Loose) ? Bound.Loose
        : Bound.Exact;
}
