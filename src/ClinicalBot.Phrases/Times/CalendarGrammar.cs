using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Times;

/// <summary>A day and a clock time, in either order or one of them alone, with the words that lead up to them.</summary>
internal static class CalendarGrammar
{
    /// <summary>"yesterday at 5pm", "22 Nov 14:30", "Friday"; a day in figures only with a clock time.</summary>
    public static TimeExpression? DayFirst(Cursor cursor)
    {
        var lead = Leads(cursor);
        var named = cursor.Try(DayGrammar.Read);
        return (named ?? cursor.Try(DayGrammar.Numeric) ?? cursor.Try(DayGrammar.DaysAgo)) is { } day
            && (cursor.Try(BehindJoints(AnyClock)) is var clock && clock is not null || named is not null) ? On(lead, clock, day) : null;
    }

    /// <summary>"1430 hrs" is half past two, not two months.</summary>
    public static TimeExpression? TwentyFourHours(Cursor cursor)
    {
        var lead = Leads(cursor);
        return cursor.Try(ClockGrammar.OfTwentyFourHours) is { } clock ? On(lead, clock, cursor.Try(BehindJoints(AnyDay))) : null;
    }

    /// <summary>"at 14:30", "9pm yesterday", "1400-1430", "between 2 and 3pm": of a range its beginning. A bare hour only after "at" or "since", in a range
    /// or with a day.</summary>
    public static TimeExpression? ClockFirst(Cursor cursor)
    {
        var lead = Leads(cursor);
        var between = cursor.Word(Row.BetweenTwo);
        var plain = cursor.Try(ClockGrammar.Read);
        if ((plain ?? cursor.Try(ClockGrammar.BareHour)) is not { } clock)
        {
            return null;
        }

        var end = cursor.Try(c => c.Take(TokenKind.Dash) || c.Word(Row.Until) || between && c.Word(Row.And) ? c.Try(ClockGrammar.Read) : null);
        if (clock.HalfDayMissing && end is { HalfDayMissing: false } && clock.Time.PlusHours(12) is { Hour: >= 12 } later && later <= end.Time)
        {
            clock = new Clock(later, HalfDayMissing: false);
        }

        var day = cursor.Try(BehindJoints(AnyDay));
        return end is not null || !between && (plain ?? day ?? (object?)(lead is Lead.At or Lead.Since ? clock : null)) is not null ? On(lead, clock, day)
            : null;
    }

    private static Clock? AnyClock(Cursor cursor) =>
        cursor.Try(ClockGrammar.Read) ?? cursor.Try(ClockGrammar.OfTwentyFourHours) ?? cursor.Try(ClockGrammar.BareHour);

    private static Day? AnyDay(Cursor cursor) => cursor.Try(DayGrammar.Read) ?? cursor.Try(DayGrammar.Numeric) ?? cursor.Try(DayGrammar.DaysAgo);

    /// <summary>The grammar behind "at", a comma and the like.</summary>
    private static Func<Cursor, T?> BehindJoints<T>(Func<Cursor, T?> grammar)
        where T : class => cursor =>
    {
        for (var count = 0; count < TimeGrammar.MostLeadIns && cursor.Word(Row.Joint); count++)
        {
        }

        return grammar(cursor);
    };

    /// <summary>The strongest of the words that lead up to a time.</summary>
    private static Lead Leads(Cursor cursor)
    {
        var lead = Lead.None;
        for (var count = 0; count < TimeGrammar.MostLeadIns && cursor.Value(Row.Lead) is { } word; count++)
        {
            lead = (Lead)Math.Max((int)lead, (int)word);
        }

        return lead;
    }

    /// <summary>"About two o'clock" is asked, never guessed.</summary>
    private static TimeExpression On(Lead lead, Clock? clock, Day? day) =>
        lead == Lead.About ? new TimeExpression.Vague() : new TimeExpression.Calendar(clock, day, lead == Lead.Since);

    /// <summary>As the rows "lead" of the words of times have it.</summary>
    private enum Lead
    {
        None,
        At,
        Since,
        About,
    }
}
