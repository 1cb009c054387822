using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Times;

/// <summary>Minutes, and how they are bounded.</summary>
internal readonly record struct Length(decimal Minutes, Bound Bound);

/// <summary>"90 min", "2-3 h", "an hour and a half", "1h30", "about two and a half hours", "over a day". A range gives its longest.</summary>
internal static class DurationGrammar
{
    private const decimal Hour = 60;

    private const decimal Day = 24 * Hour;

    /// <summary>Ten years: beyond any refusal, and no calendar overflows on it.</summary>
    private const decimal MaxMinutes = 10 * 365 * Day;

    /// <summary>A duration with the words that bound it.</summary>
    public static Length? Read(Cursor cursor)
    {
        var bound = Bound.Exact;
        for (var count = 0; count < TimeGrammar.MostLeadIns && cursor.Value(Row.Bound) is { } prefix; count++)
        {
            bound = Worse(bound, (Bound)prefix);
        }

        if (cursor.Try(Shorthand) is { } shorthand)
        {
            return shorthand;
        }

        if ((cursor.Try(HourAndAHalf) ?? cursor.Try(ClockLike) ?? cursor.Try(Plain)) is not { } length)
        {
            return null;
        }

        bound = Worse(bound, cursor.Take(TokenKind.Plus) || cursor.Word(Row.OrMore) ? Bound.AtLeast : length.Bound);
        return new Length(Math.Min(length.Minutes, MaxMinutes), bound);
    }

    /// <summary>"hour and a half".</summary>
    private static Length? HourAndAHalf(Cursor cursor) =>
        cursor.Value(Row.Unit) is { } unit && cursor.Try(AmountGrammar.AndPart) is { } part ? new Length(unit * (1 + part), Bound.Exact) : null;

    /// <summary>"1:30 h ago"; without "ago" it is a clock time.</summary>
    private static Length? ClockLike(Cursor cursor)
    {
        if (cursor.Number() is not { } hours || !cursor.Take(TokenKind.Colon) || cursor.Number(0, 59) is not { } minutes || !cursor.Word(Row.Hours))
        {
            return null;
        }

        return cursor.IsAt(Row.AgoOnly) ? new Length(hours * Hour + minutes, Bound.Exact) : null;
    }

    /// <summary>"2/24", "3/7": hours and days as British and Australian wards write them; a day of a month as well, so it is confirmed where "ago" is
    /// missing.</summary>
    private static Length? Shorthand(Cursor cursor)
    {
        if (cursor.Number(1, 23) is not { } amount || !cursor.Take(TokenKind.Slash) || cursor.Value(Row.Shorthand) is not { } unit
            || unit == Day && amount > 14)
        {
            return null;
        }

        var end = cursor.At;
        var isElapsed = cursor.Try(TimeGrammar.Suffix) is not null;
        cursor.Step(end - cursor.At);
        return new Length(amount * unit, isElapsed ? Bound.Exact : Bound.Loose);
    }

    private static Length? Plain(Cursor cursor)
    {
        var between = cursor.Word(Row.BetweenTwo);
        var loose = cursor.Value(Row.Couple);
        if ((loose ?? cursor.Try(AmountGrammar.Read)) is not { } amount)
        {
            return null;
        }

        var own = cursor.Value(Row.Unit);
        if (cursor.Try(c => Upper(c, between)) is { } upper)
        {
            return new Length(Math.Max(amount * (own ?? upper.Unit), upper.Amount * upper.Unit), Bound.Exact);
        }

        var open = own is null && cursor.Take(TokenKind.Plus);
        if (between || (own ?? cursor.Try(HyphenUnit)) is not { } unit)
        {
            return null;
        }

        var more = own < Hour ? null
            : cursor.Try(AmountGrammar.AndPart) * unit ?? cursor.Try(c => Minutes(c, unit == Hour && amount is < 30 && amount % 1 == 0));
        return more is null && IsPulse(cursor, amount) ? null
            : new Length(amount * unit + (more ?? 0), open ? Bound.AtLeast : loose is null ? Bound.Exact : Bound.Loose);
    }

    private static decimal? HyphenUnit(Cursor cursor) => (cursor.Take(TokenKind.Dash) | true) ? cursor.Value(Row.Unit) : null;

    /// <summary>"-3 h", "to three hours", "and 3 h" after "between".</summary>
    private static (decimal Amount, decimal Unit)? Upper(Cursor cursor, bool between) =>
        (between ? cursor.Word(Row.And) : cursor.Take(TokenKind.Dash) || cursor.Word(Row.RangeTo) || cursor.Take(TokenKind.Slash))
            && cursor.Try(AmountGrammar.Read) is { } amount && cursor.Value(Row.Unit) is { } unit ? (amount, unit) : null;

    /// <summary>"30", "30 min", "and 15 minutes" behind hours; without a unit only where nothing makes the figure another one.</summary>
    private static decimal? Minutes(Cursor cursor, bool alone)
    {
        cursor.Word(Row.And);
        if (cursor.Try(AmountGrammar.Read) is not { } amount)
        {
            return null;
        }

        var unit = cursor.Value(Row.Unit);
        var isOther = cursor.Next.Kind is TokenKind.Slash or TokenKind.Plus or TokenKind.Percent or TokenKind.Colon;
        return unit < Day ? amount * unit : unit is null && alone && !isOther && amount is > 0 and < 60 ? amount : null;
    }

    /// <summary>"T 36.6 HR 64": what a figure follows is a pulse, not hours.</summary>
    private static bool IsPulse(Cursor cursor, decimal amount) => amount >= 30 && cursor.Next.Kind == TokenKind.Number;

    private static Bound Worse(Bound one, Bound other) => one > other ? one : other;
}
