using System.Globalization;
using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>"14:30", "0830", "14h30", "5pm", "noon", "half past two", "half two", "sixteen hundred hours".</summary>
internal static class ClockGrammar
{
    /// <summary>A clock time that is not taken for another number.</summary>
    public static Clock? Read(Cursor cursor) =>
        cursor.Try(Colon) ?? cursor.Try(SpokenClockGrammar.Past) ?? cursor.Try(SpokenClockGrammar.HalfHour) ?? cursor.Try(Spaced) ?? cursor.Try(Whole)
            ?? cursor.Try(Named) ?? cursor.Try(SpokenClockGrammar.Figures) ?? cursor.Try(FourDigits) ?? cursor.Try(Dotted);

    /// <summary>"at 9", "at two": only after "at", "since" or a day.</summary>
    public static Clock? BareHour(Cursor cursor)
    {
        if (cursor.Try(Hour) is not { } hour)
        {
            return null;
        }

        cursor.Word(Row.Hours);
        return Make(hour, 0, null, leadingZero: false);
    }

    /// <summary>"14h30", "1430 hrs", "fourteen thirty": not to be taken for hours that passed.</summary>
    public static Clock? OfTwentyFourHours(Cursor cursor) => cursor.Try(Letter) ?? cursor.Try(SpokenClockGrammar.Figures) ?? cursor.Try(c =>
        c.Try(FourDigits) is { HalfDayMissing: false } clock && c.IsAt(Row.Hours, -1) ? clock : null);

    /// <summary>"2", "two".</summary>
    public static int? Hour(Cursor cursor) => cursor.Digits(1, 2) is { } digits ? ToInt(digits) : (int?)cursor.Value(Row.Number);

    /// <summary>"am" or "pm".</summary>
    public static bool? Half(Cursor cursor) => cursor.Value(Row.Half) is { } half ? half == 1 : null;

    private static Clock? Colon(Cursor cursor)
    {
        if (cursor.Digits(1, 2) is not { } hour || !cursor.Take(TokenKind.Colon) || cursor.Digits(2, 2) is not { } minute)
        {
            return null;
        }

        cursor.Try(c => c.Take(TokenKind.Colon) ? c.Number() : null);
        var half = Half(cursor);
        cursor.Word(Row.Hours);
        return Make(ToInt(hour), ToInt(minute), half, hour[0] == '0');
    }

    /// <summary>"8.30am", "14.30": a full stop where others put a colon.</summary>
    private static Clock? Dotted(Cursor cursor) =>
        cursor.Next is { Kind: TokenKind.Number, Text: { Length: 4 or 5 } text } && text[^3] == '.' && cursor.Step(1)
            ? Make(ToInt(text[..^3]), ToInt(text[^2..]), Half(cursor), text[0] == '0') : null;

    /// <summary>"2 45 pm", "245pm".</summary>
    private static Clock? Spaced(Cursor cursor)
    {
        var together = cursor.Digits(3, 3);
        var hour = together?[..1] ?? cursor.Digits(1, 2);
        var minute = together?[1..] ?? (hour is null ? null : cursor.Digits(2, 2));
        return minute is not null && Half(cursor) is { } half ? Make(ToInt(hour!), ToInt(minute), half, leadingZero: false) : null;
    }

    /// <summary>"0830", "1430 hrs": the 24-hour clock.</summary>
    private static Clock? FourDigits(Cursor cursor)
    {
        if (cursor.Digits(4, 4) is not { } text)
        {
            return null;
        }

        var half = Half(cursor);
        cursor.Word(Row.Hours);
        return Make(ToInt(text[..2]), ToInt(text[2..]), half, leadingZero: true);
    }

    /// <summary>"14h30", "02h30": two digits on either side of the letter; "1h30" is how long.</summary>
    private static Clock? Letter(Cursor cursor) =>
        cursor.Digits(2, 2) is { } hour && cursor.Word(Row.LetterHour) && cursor.Digits(2, 2) is { } minute
            ? Make(ToInt(hour), ToInt(minute), null, leadingZero: true) : null;

    /// <summary>"5pm", "two o'clock".</summary>
    private static Clock? Whole(Cursor cursor)
    {
        if (cursor.Try(Hour) is not { } hour)
        {
            return null;
        }

        var isHour = cursor.Word(Row.Oclock);
        var half = Half(cursor);
        return isHour || half is not null ? Make(hour, 0, half, leadingZero: false) : null;
    }

    private static Clock? Named(Cursor cursor) =>
        cursor.Value(Row.Named) is { } minutes ? new Clock(LocalTime.FromMinutesSinceMidnight((int)minutes), HalfDayMissing: false) : null;

    /// <summary>A clock time; null when there is none such.</summary>
    /// <param name="hour">As written.</param>
    /// <param name="minute">As written.</param>
    /// <param name="pm">Null where neither am nor pm is said.</param>
    /// <param name="leadingZero">It is of the 24-hour clock, whatever the hour.</param>
    public static Clock? Make(int hour, int minute, bool? pm, bool leadingZero)
    {
        if (minute > 59 || hour > 23 || pm is not null && hour == 0)
        {
            return null;
        }

        var missing = pm is null && !leadingZero && hour is >= 1 and <= 12;
        return new Clock(new LocalTime(pm is not null && hour <= 12 ? hour % 12 + (pm.Value ? 12 : 0) : missing ? hour % 12 : hour, minute), missing);
    }

    private static int ToInt(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
