using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Times;

/// <summary>Clock times as they are spoken: "half past two", "ten to six", "half two", "fourteen thirty".</summary>
internal static class SpokenClockGrammar
{
    /// <summary>"fourteen thirty", "sixteen hundred hours", "oh eight thirty", as dictated.</summary>
    public static Clock? Figures(Cursor cursor)
    {
        var zero = cursor.Word(Row.Zero);
        if (cursor.Value(Row.Number) is not { } hour || hour >= 24 || !zero && hour < 10)
        {
            return null;
        }

        var minute = cursor.Word(Row.Hundred) ? 0 : cursor.Try(AmountGrammar.Spoken);
        cursor.Word(Row.Hours);
        return minute is 0 or >= 10 and < 60 ? ClockGrammar.Make((int)hour, (int)minute, null, leadingZero: true) : null;
    }

    /// <summary>"half past two", "ten to six", "twenty-five past nine pm".</summary>
    public static Clock? Past(Cursor cursor)
    {
        cursor.Word(Row.Article);
        if ((cursor.Value(Row.Part) * 60 ?? cursor.Number(1, 59) ?? cursor.Try(AmountGrammar.Spoken)) is not { } minutes || minutes % 1 != 0)
        {
            return null;
        }

        cursor.Word(Row.Minutes);
        var past = cursor.Word(Row.Past);
        if (!past && (!cursor.Word(Row.To) || minutes % 5 != 0 || minutes > 25) || cursor.Try(ClockGrammar.Hour) is not { } hour || hour is < 1 or > 12)
        {
            return null;
        }

        cursor.Word(Row.Oclock);
        var half = ClockGrammar.Half(cursor);
        return past ? ClockGrammar.Make(hour, (int)minutes, half, leadingZero: false)
            : ClockGrammar.Make(hour == 1 ? 12 : hour - 1, 60 - (int)minutes, hour == 12 && half is not null ? !half : half, leadingZero: false);
    }

    /// <summary>"half two": British for half past two.</summary>
    public static Clock? HalfHour(Cursor cursor) =>
        cursor.Value(Row.Part) == 0.5m && cursor.Try(ClockGrammar.Hour) is >= 1 and <= 12 and { } hour && !cursor.IsAt(Row.Unit)
            && cursor.Next.Kind != TokenKind.Slash ? ClockGrammar.Make(hour, 30, ClockGrammar.Half(cursor), leadingZero: false) : null;
}
