using System.Globalization;
using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>"14:30", "0830", "14h30", "5pm", "noon", "half past two", "half two", "sixteen hundred hours".</summary>
internal static class ClockGrammar
{
    /// <summary>A clock time that is not taken for another number.</summary>
    public static Clock? Read(Cursor cursor) =>
        cursor.Try(Colon) ?? cursor.Try(Past) ?? cursor.Try(HalfHour) ?? cursor.Try(Spaced) ?? cursor.Try(Whole) ?? cursor.Try(Named) ?? cursor.Try(Spoken)
            ?? cursor.Try(FourDigits) ?? cursor.Try(Dotted);

    /// <summary>"at 9", "at two": only after "at", "since" or a day.</summary>
    public static Clock? BareHour(Cursor cursor)
    {
        if (cursor.Try(Hour) is not { } hour)
        {
            return null;
        }

        cursor.Word("hours");
        return Make(hour, 0, null, leadingZero: false);
    }

    /// <summary>"14h30", "1430 hrs", "fourteen thirty": not to be taken for hours that passed.</summary>
    public static Clock? OfTwentyFourHours(Cursor cursor) => cursor.Try(Letter) ?? cursor.Try(Spoken) ?? cursor.Try(c =>
        c.Try(FourDigits) is { HalfDayMissing: false } clock && c.IsAt("hours", -1) ? clock : null);

    private static int? Hour(Cursor cursor) => cursor.Digits(1, 2) is { } digits ? ToInt(digits) : (int?)cursor.Value("number");

    private static bool? Half(Cursor cursor) => cursor.Value("half") is { } half ? half == 1 : null;

    private static Clock? Colon(Cursor cursor)
    {
        if (cursor.Digits(1, 2) is not { } hour || !cursor.Take(TokenKind.Colon) || cursor.Digits(2, 2) is not { } minute)
        {
            return null;
        }

        cursor.Try(c => c.Take(TokenKind.Colon) ? c.Number() : null);
        var half = Half(cursor);
        cursor.Word("hours");
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
        cursor.Word("hours");
        return Make(ToInt(text[..2]), ToInt(text[2..]), half, leadingZero: true);
    }

    /// <summary>"14h30", "02h30": two digits on either side of the letter; "1h30" is how long.</summary>
    private static Clock? Letter(Cursor cursor) =>
        cursor.Digits(2, 2) is { } hour && cursor.Word("letterHour") && cursor.Digits(2, 2) is { } minute
            ? Make(ToInt(hour), ToInt(minute), null, leadingZero: true) : null;

    /// <summary>"fourteen thirty", "sixteen hundred hours", "oh eight thirty", as dictated.</summary>
    private static Clock? Spoken(Cursor cursor)
    {
        var zero = cursor.Word("zero");
        if (cursor.Value("number") is not { } hour || hour >= 24 || !zero && hour < 10)
        {
            return null;
        }

        var minute = cursor.Word("hundred") ? 0 : cursor.Try(DurationGrammar.SpokenNumber);
        cursor.Word("hours");
        return minute is 0 or >= 10 and < 60 ? Make((int)hour, (int)minute, null, leadingZero: true) : null;
    }

    /// <summary>"5pm", "two o'clock".</summary>
    private static Clock? Whole(Cursor cursor)
    {
        if (cursor.Try(Hour) is not { } hour)
        {
            return null;
        }

        var isHour = cursor.Word("oclock");
        var half = Half(cursor);
        return isHour || half is not null ? Make(hour, 0, half, leadingZero: false) : null;
    }

    private static Clock? Named(Cursor cursor) =>
        cursor.Value("named") is { } minutes ? new Clock(LocalTime.FromMinutesSinceMidnight((int)minutes), HalfDayMissing: false) : null;

    /// <summary>"half past two", "ten to six", "twenty-five past nine pm".</summary>
    private static Clock? Past(Cursor cursor)
    {
        cursor.Word("article");
        if ((cursor.Value("part") * 60 ?? cursor.Number(1, 59) ?? cursor.Try(DurationGrammar.SpokenNumber)) is not { } minutes || minutes % 1 != 0)
        {
            return null;
        }

        cursor.Word("minutes");
        var past = cursor.Word("past");
        if (!past && (!cursor.Word("to") || minutes % 5 != 0 || minutes > 25) || cursor.Try(Hour) is not { } hour || hour is < 1 or > 12)
        {
            return null;
        }

        cursor.Word("oclock");
        var half = Half(cursor);
        return past ? Make(hour, (int)minutes, half, leadingZero: false)
            : Make(hour == 1 ? 12 : hour - 1, 60 - (int)minutes, hour == 12 && half is not null ? !half : half, leadingZero: false);
    }

    /// <summary>"half two": British for half past two.</summary>
    private static Clock? HalfHour(Cursor cursor) =>
        cursor.Value("part") == 0.5m && cursor.Try(Hour) is >= 1 and <= 12 and { } hour && !cursor.IsAt("unit")
            && cursor.Next.Kind != TokenKind.Slash ? Make(hour, 30, Half(cursor), leadingZero: false) : null;

    /// <param name="hour">As written.</param>
    /// <param name="minute">As written.</param>
    /// <param name="pm">Null where neither am nor pm is said.</param>
    /// <param name="leadingZero">It is of the 24-hour clock, whatever the hour.</param>
    private static Clock? Make(int hour, int minute, bool? pm, bool leadingZero)
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
