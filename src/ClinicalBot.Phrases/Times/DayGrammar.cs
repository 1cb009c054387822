using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>"yesterday", "this morning", "Friday", "22 Nov", "Sun 22 Nov", "11/22".</summary>
internal static class DayGrammar
{
    /// <summary>A day by name, weekday or written date.</summary>
    public static Day? Read(Cursor cursor) => cursor.Try(Relative) ?? cursor.Try(Written) ?? cursor.Try(Iso) ?? cursor.Try(Weekday);

    /// <summary>A day in figures; only where a clock time stands with it.</summary>
    public static Day? Numeric(Cursor cursor)
    {
        var on = On(cursor);
        if (DayNumber(cursor) is not { } first || !cursor.Take(TokenKind.Slash) || DayNumber(cursor) is not { } second || first > 12 && second > 12)
        {
            return null;
        }

        var year = cursor.Try(c => c.Take(TokenKind.Slash) ? c.Number(20, 2099) : null);
        return year is > 99 and < 2000 ? null : new Day.Date(first, second, year is null ? null : (int)(year < 100 ? year + 2000 : year), Numeric: true, on);
    }

    /// <summary>"2026-11-22".</summary>
    public static Day.Date? Iso(Cursor cursor) =>
        cursor.Number(1900, 2999) is { } year && IsDateMark(cursor) && cursor.Number(1, 12) is { } month && IsDateMark(cursor) && DayNumber(cursor) is { } day
            ? new Day.Date((int)month, day, (int)year, Numeric: false) : null;

    /// <summary>"2 days ago": a day only where a clock time stands with it.</summary>
    public static Day? DaysAgo(Cursor cursor) =>
        DayNumber(cursor) is { } days && cursor.Word(Row.DayUnit) && cursor.Word(Row.Back) ? new Day.Relative(days, DayPart.None) : null;

    private static bool IsDateMark(Cursor cursor) => cursor.Take(TokenKind.Dash) || cursor.Take(TokenKind.Slash);

    private static int? DayNumber(Cursor cursor) => cursor.Number(1, 31) is { } day && day % 1 == 0 ? (int)day : null;

    private static DayPart Part(Cursor cursor) => (DayPart)(cursor.Value(Row.DayPart) ?? 0);

    private static Day? Relative(Cursor cursor)
    {
        if (cursor.Value(Row.Day) is { } back)
        {
            return new Day.Relative((int)back, Part(cursor));
        }

        return cursor.Word(Row.Tonight) ? new Day.Relative(0, DayPart.Evening)
            : cursor.Word(Row.Earlier) ? new Day.Relative(0, DayPart.None)
            : cursor.Word(Row.This) || cursor.Word(Row.During) ? Part(cursor) is not DayPart.None and var part ? new Day.Relative(0, part) : null
            : cursor.Word(Row.Last) && Part(cursor) is DayPart.Night or DayPart.Evening ? new Day.Relative(1, DayPart.Night) : null;
    }

    private static Day? Weekday(Cursor cursor)
    {
        var next = cursor.Word(Row.Next);
        var last = !next && cursor.Word(Row.Last);
        if (cursor.Value(Row.Weekday) is not { } name || cursor.Next.Kind == TokenKind.Number && cursor.Peek(1).Kind == TokenKind.Slash)
        {
            return null;
        }

        cursor.Word(Row.DayPart);
        return next ? new Day.NextWeekday((IsoDayOfWeek)name) : new Day.Weekday((IsoDayOfWeek)name, last);
    }

    /// <summary>"Sun", "Sunday," before a date.</summary>
    private static IsoDayOfWeek? On(Cursor cursor)
    {
        if (cursor.Value(Row.Weekday) is not { } name)
        {
            return null;
        }

        cursor.Take(TokenKind.Comma);
        return (IsoDayOfWeek)name;
    }

    /// <summary>"22 Nov", "22nd of November 2026", "Nov 22", "Sun 22 Nov".</summary>
    private static Day? Written(Cursor cursor)
    {
        var on = On(cursor);
        var month = cursor.Value(Row.Month);
        if (DayNumber(cursor) is not { } day)
        {
            return null;
        }

        cursor.Word(Row.Ordinal);
        if (month is null)
        {
            cursor.Word(Row.Of);
            month = cursor.Value(Row.Month);
        }

        return month is null ? null : new Day.Date((int)month, day, cursor.Try(Year), Numeric: false, on);
    }

    /// <summary>"2030" after a date is half past eight rather than a year; only these years are one, or any that a clock time follows.</summary>
    private static int? Year(Cursor cursor)
    {
        cursor.Take(TokenKind.Comma);
        if (cursor.Number(2000, 2099) is not { } year)
        {
            return null;
        }

        var start = cursor.At;
        cursor.Word(Row.Lead);
        var isYear = year is >= 2024 and <= 2029 || cursor.Try(ClockGrammar.Read) is not null;
        cursor.Step(start - cursor.At);
        return isYear ? (int)year : null;
    }
}
