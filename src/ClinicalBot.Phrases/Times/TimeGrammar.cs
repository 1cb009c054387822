using System.Globalization;
using ClinicalBot.Phrases.Words;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static ClinicalBot.Phrases.Times.TimeWords;
using static ClinicalBot.Phrases.Words.TokenParsers;

namespace ClinicalBot.Phrases.Times;

/// <summary>A whole time expression: elapsed, calendar or ISO.</summary>
internal static class TimeGrammar
{
    private static readonly TokenListParser<TokenKind, string> BlockWord =
        Word(Of("block"));

    private static readonly TokenListParser<TokenKind, Anchor> AfterBlock =
        from after in Word(Of("after"))
        from hyphen in Token.EqualTo(TokenKind.Dash).OptionalOrDefault()
        from filler in Word(Of("blockFiller")).Many()
        from block in BlockWord
        select Anchor.AfterBlock;

    /// <summary>"5h post": nothing else it could be after.</summary>
    private static readonly TokenListParser<TokenKind, Anchor> PostAlone = input =>
    {
        var post = Word("post")(input);
        return post.HasValue && post.Remainder.ConsumeToken() is not { HasValue: true, Value.Kind: TokenKind.Word or TokenKind.Dash }
            ? TokenListParserResult.Value(Anchor.AfterBlock, input, post.Remainder) : TokenListParserResult.Empty<TokenKind, Anchor>(input);
    };

    private static readonly TokenListParser<TokenKind, Anchor> Suffix =
        FirstOf(AfterBlock, PostAlone, Word(Of("ago")).Value(Anchor.Ago));

    private static readonly TokenListParser<TokenKind, TimeExpression> Elapsed =
        from duration in DurationGrammar.Duration
        from anchor in Suffix.Try().OptionalOrDefault()
        select (TimeExpression)new TimeExpression.Elapsed(duration.Minutes, anchor, duration.Bound);

    private static readonly TokenListParser<TokenKind, TimeExpression> Vague =
        FirstOf(
            from few in DurationGrammar.Vague
            from anchor in Suffix.Try().OptionalOrDefault()
            select (TimeExpression)new TimeExpression.Vague(),
            from word in Word(Of("within"))
            from filler in Word(Of("lastFiller")).Many()
            from duration in DurationGrammar.Duration
            select (TimeExpression)new TimeExpression.Vague(),
            from a in Word("a").Optional()
            from word in Word(Of("vagueUnit"))
            from ago in Word("ago")
            select (TimeExpression)new TimeExpression.Vague(),
            from later in Word("later")
            from day in CalendarGrammar.NamedDay
            select (TimeExpression)new TimeExpression.Vague());

    private static readonly TokenListParser<TokenKind, TimeExpression> Ahead =
        FirstOf(
            from word in Word("in")
            from next in Word("the").IgnoreThen(Word("next")).Try().Optional()
            from duration in DurationGrammar.Duration
            from ago in Suffix.Try().OptionalOrDefault()
            from time in Word("time", "from").Optional()
            from now in Word("now").Optional()
            where ago == Anchor.None
            select (TimeExpression)new TimeExpression.Ahead(duration.Minutes),
            from duration in DurationGrammar.Duration
            from words in Word("from").IgnoreThen(Word("now"))
            select (TimeExpression)new TimeExpression.Ahead(duration.Minutes));

    private static readonly TokenListParser<TokenKind, string> Lead =
        FirstOf(
            Word(Of("lead")),
            Token.EqualTo(TokenKind.Bound).Select(t => t.ToStringValue()).Where(bound => bound is "@" or "~"));

    private static readonly TokenListParser<TokenKind, bool> Between =
        FirstOf(
            Word(Of("between")).Value(true),
            Token.EqualTo(TokenKind.Comma).Value(true),
            Token.EqualTo(TokenKind.Bound).Value(true),
            Token.EqualTo(TokenKind.Dash).Value(true)).Many().Select(_ => true);

    private static readonly TokenListParser<TokenKind, TimeExpression> DayThenClock =
        from leads in Lead.Many()
        from day in FirstOf(CalendarGrammar.NamedDay, CalendarGrammar.NumericDay)
        from between in Between
        from clock in FirstOf(CalendarGrammar.ClockTime, CalendarGrammar.BareHour)
        select On(leads, clock.Clock, day, isExplicit: true);

    private static readonly TokenListParser<TokenKind, TimeExpression> ClockThenDay =
        from leads in Lead.Many()
        from clock in FirstOf(CalendarGrammar.ClockTime, CalendarGrammar.BareHour)
        from between in Between
        from day in FirstOf(CalendarGrammar.NamedDay, CalendarGrammar.NumericDay)
        select On(leads, clock.Clock, day, isExplicit: true);

    private static readonly TokenListParser<TokenKind, TimeExpression> DayAlone =
        from leads in Lead.Many()
        from day in CalendarGrammar.NamedDay
        select On(leads, null, day, isExplicit: true);

    /// <summary>"1430 hrs" is half past two, not two months.</summary>
    private static readonly TokenListParser<TokenKind, TimeExpression> MilitaryHours =
        from leads in Lead.Many()
        from clock in CalendarGrammar.MilitaryHours
        select On(leads, clock, null, isExplicit: true);

    private static readonly TokenListParser<TokenKind, TimeExpression> ClockAlone =
        from leads in Lead.Many()
        from clock in CalendarGrammar.ClockTime
        from until in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Word("to").Value(true)).IgnoreThen(CalendarGrammar.ClockTime).Select(end =>
            (Clock?)end.Clock).Try().OptionalOrDefault()
        select On(leads, clock.Clock, null, clock.Explicit);

    private static readonly TokenListParser<TokenKind, TimeExpression> BareHourAlone =
        from leads in Lead.AtLeastOnce()
        from clock in CalendarGrammar.BareHour
        where leads.Any(l => l is "at" or "since" or "@" or "from")
        select On(leads, clock.Clock, null, isExplicit: false);

    private static readonly HashSet<string> Fuzzy = new(Of("fuzzy"), StringComparer.Ordinal);

    /// <summary>"About two o'clock" is asked, never guessed.</summary>
    private static TimeExpression On(string[] leads, Clock? clock, Day? day, bool isExplicit) =>
        leads.Any(Fuzzy.Contains) ? new TimeExpression.Vague() : new TimeExpression.Calendar(clock, day, leads.Contains("since"), isExplicit);

    private static readonly TokenListParser<TokenKind, TimeExpression> Iso =
        from date in Token.EqualTo(TokenKind.Number).Then(y => Token.EqualTo(TokenKind.Dash).IgnoreThen(Token.EqualTo(TokenKind.Number)).Then(m =>
            Token.EqualTo(TokenKind.Dash).IgnoreThen(Token.EqualTo(TokenKind.Number)).Select(d =>
            $"{y.ToStringValue()}-{m.ToStringValue()}-{d.ToStringValue()}")))
        from t in Word("t").Optional()
        from hour in Token.EqualTo(TokenKind.Number)
        from colon in Token.EqualTo(TokenKind.Colon)
        from minute in Token.EqualTo(TokenKind.Number)
        from second in Token.EqualTo(TokenKind.Colon).IgnoreThen(Token.EqualTo(TokenKind.Number)).Select(s => s.ToStringValue()).Try().Optional()
        from offset in FirstOf(Word("z", "utc", "gmt").Value("+00:00"), Offset)
        let text = $"{date}T{hour.ToStringValue()}:{minute.ToStringValue()}:{second ?? "00"}{offset}"
        let at = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : (DateTimeOffset?)null
        where at is not null
        select (TimeExpression)new TimeExpression.Instant(at!.Value);

    private static TokenListParser<TokenKind, string> Offset =>
        from sign in FirstOf(Token.EqualTo(TokenKind.Plus), Token.EqualTo(TokenKind.Dash))
        from hours in Token.EqualTo(TokenKind.Number)
        from minutes in Token.EqualTo(TokenKind.Colon).IgnoreThen(Token.EqualTo(TokenKind.Number)).Select(m => m.ToStringValue()).Try().Optional()
        let digits = hours.ToStringValue()
        select sign.ToStringValue() + (digits.Length == 4 ? digits[..2] + ":" + digits[2..] : digits.PadLeft(2, '0') + ":" + (minutes ?? "00"));

    /// <summary>In the order they are tried, each with what it cannot do without.</summary>
    private static readonly (TimeHints Needs, TokenListParser<TokenKind, TimeExpression> Grammar)[] Grammars =
    [
        (TimeHints.Clock, Iso), (TimeHints.Unit, Ahead), (TimeHints.Unit, Vague), (TimeHints.Day, DayThenClock), (TimeHints.Clock, MilitaryHours),
            (TimeHints.Unit, Elapsed),
        (TimeHints.Day, ClockThenDay), (TimeHints.Day, DayAlone), (TimeHints.Clock, ClockAlone), (TimeHints.Lead, BareHourAlone),
    ];

    /// <summary>Words a time can begin with: everything else is not tried.</summary>
    private static readonly HashSet<string> Starts = new(NumberWords.Keys.Concat(Weekdays.Keys).Concat(Months.Keys).Concat(Of("start"))
        .Concat(Of("yesterday")).Concat(Of("tomorrow")), StringComparer.Ordinal);

    /// <summary>Words that may be heaped up before a time ("at about", "in the last").</summary>
    private static readonly HashSet<string> LeadIns = new(Of("leadIn"), StringComparer.Ordinal);

    /// <summary>Nobody heaps up more: the limit keeps the reading of a long row of them linear.</summary>
    private const int MostLeadIns = 8;

    /// <summary>The time that starts here, or null; <paramref name="rest"/> is what follows it.</summary>
    public static TimeExpression? Read(TokenList<TokenKind> tokens, out TokenList<TokenKind> rest)
    {
        rest = tokens;
        var first = tokens.ConsumeToken();
        if (!first.HasValue || !CanStart(first.Value) || HasTooManyLeadIns(tokens))
        {
            return null;
        }

        var hints = TimeLookahead.Read(tokens);
        foreach (var (needs, grammar) in Grammars)
        {
            if ((hints & needs) == 0)
            {
                continue;
            }

            var result = grammar(tokens);
            if (!result.HasValue)
            {
                continue;
            }

            if (result.Remainder.ConsumeToken() is { HasValue: true, Value.Kind: TokenKind.Slash or TokenKind.Plus or TokenKind.Percent })
            {
                // "at 5/5" and "at 2+" are grades.
                return null;
            }

            rest = result.Remainder;
            return result.Value;
        }

        return null;
    }

    private static bool CanStart(Token<TokenKind> token) => token.Kind switch
    {
        TokenKind.Number or TokenKind.Bound => true,
        TokenKind.Word => Starts.Contains(token.ToStringValue()),
        _ => false,
    };

    private static bool HasTooManyLeadIns(TokenList<TokenKind> tokens)
    {
        for (var count = 0; count <= MostLeadIns; count++)
        {
            var next = tokens.ConsumeToken();
            if (!next.HasValue || next.Value.Kind != TokenKind.Bound && !(next.Value.Kind == TokenKind.Word && LeadIns.Contains(next.Value.ToStringValue())))
            {
                return false;
            }

            tokens = next.Remainder;
        }

        return true;
    }
}
