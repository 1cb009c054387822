using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>"2026-11-22T14:30+01:00".</summary>
internal static class IsoGrammar
{
    /// <summary>The instant at the cursor; null when there is none.</summary>
    public static TimeExpression? Read(Cursor cursor)
    {
        if (DayGrammar.Iso(cursor) is not { Year: { } year } date)
        {
            return null;
        }

        cursor.Word(Row.DateTime);
        if (cursor.Try(ClockGrammar.Read) is not { } clock || cursor.Try(Offset) is not { } offset
            || date.Second > CalendarSystem.Iso.GetDaysInMonth(year, date.First))
        {
            return null;
        }

        // "09:30" of the 24-hour clock; "9:30" is written by nobody in this form.
        return new TimeExpression.Instant(new LocalDate(year, date.First, date.Second).At(clock.Time).WithOffset(offset).ToDateTimeOffset());
    }

    private static Offset? Offset(Cursor cursor)
    {
        if (cursor.Word(Row.Zone))
        {
            return NodaTime.Offset.Zero;
        }

        var minus = cursor.Take(TokenKind.Dash);
        if (!minus && !cursor.Take(TokenKind.Plus) || cursor.Number(0, 1400) is not { } hours)
        {
            return null;
        }

        var minutes = hours >= 100 ? hours / 100 * 60 + hours % 100 : hours * 60 + (cursor.Try(c => c.Take(TokenKind.Colon) ? c.Number(0, 59) : null) ?? 0);
        return minutes <= 14 * 60 ? NodaTime.Offset.FromSeconds((int)minutes * (minus ? -60 : 60)) : null;
    }
}
