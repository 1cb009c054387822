using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>A whole time expression: elapsed, calendar or ISO.</summary>
internal static class TimeGrammar
{
    /// <summary>Nobody heaps up more words before a time: the limit keeps the reading of a long row of them linear.</summary>
    public const int MostLeadIns = 8;

    /// <summary>In the order they are tried.</summary>
    private static readonly Func<Cursor, TimeExpression?>[] Grammars =
    [
        Iso, Vague, DayFirst, TwentyFourHours, Elapsed, ClockFirst,
    ];

    /// <summary>The time at the cursor, which it takes; null when there is none.</summary>
    public static TimeExpression? Read(Cursor cursor)
    {
        if (!WordValues.StartsTime(cursor.Next) || !HasCore(cursor))
        {
            return null;
        }

        foreach (var grammar in Grammars)
        {
            var start = cursor.At;
            if (cursor.Try(grammar) is not { } time)
            {
                continue;
            }

            if (cursor.Next.Kind is TokenKind.Slash or TokenKind.Plus or TokenKind.Percent)
            {
                // "at 5/5" and "at 2+" are grades.
                cursor.Step(start - cursor.At);
                return null;
            }

            return cursor.Word("ish") ? new TimeExpression.Vague() : time;
        }

        return null;
    }

    private static bool HasCore(Cursor cursor)
    {
        for (var ahead = 0; ahead <= MostLeadIns; ahead++)
        {
            if (WordValues.IsCoreOfTime(cursor.Peek(ahead)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"after the block", "post", "ago".</summary>
    public static Anchor? Suffix(Cursor cursor) =>
        cursor.Try(AfterBlock) ?? cursor.Try(PostAlone) ?? (cursor.Word("ago") ? Anchor.Ago : null);

    private static Anchor? AfterBlock(Cursor cursor)
    {
        if (!cursor.Word("after"))
        {
            return null;
        }

        cursor.Take(TokenKind.Dash);
        for (var count = 0; count < MostLeadIns && cursor.Word("blockFiller"); count++)
        {
        }

        return cursor.Word("block") ? Anchor.AfterBlock : null;
    }

    /// <summary>"5h post": nothing else it could be after.</summary>
    private static Anchor? PostAlone(Cursor cursor) =>
        cursor.Word("post") && cursor.Next.Kind is not (TokenKind.Word or TokenKind.Dash) ? Anchor.AfterBlock : null;

    /// <summary>"3 h ago", "5h after block"; "in 2 hours" and "2 h from now" are ahead.</summary>
    private static TimeExpression? Elapsed(Cursor cursor)
    {
        var ahead = cursor.Word("ahead");
        if (cursor.Try(DurationGrammar.Read) is not { } length)
        {
            return null;
        }

        var anchor = cursor.Try(Suffix);
        return anchor is null && (cursor.Word("fromNow") || ahead) ? new TimeExpression.Ahead(length.Minutes)
            : ahead ? null : new TimeExpression.Elapsed(length.Minutes, anchor ?? Anchor.None, length.Bound);
    }

    private static TimeExpression? Vague(Cursor cursor) =>
        cursor.Try(c => c.Word("few") && c.Word("unit") ? c.Try(Suffix) ?? Anchor.None : (Anchor?)null) is not null
            || cursor.Try(c => c.Word("within") ? c.Try(DurationGrammar.Read) : null) is not null
            || cursor.Try(c => c.Word("vagueUnit") && c.Word("agoOnly") ? true : (bool?)null) is not null
            || cursor.Word("later") && cursor.Try(DayGrammar.Read) is not null ? new TimeExpression.Vague() : null;

    /// <summary>"yesterday at 5pm", "22 Nov 14:30", "Friday"; a day in figures only with a clock time.</summary>
    private static TimeExpression? DayFirst(Cursor cursor)
    {
        var lead = Leads(cursor);
        var named = cursor.Try(DayGrammar.Read);
        return (named ?? cursor.Try(DayGrammar.Numeric) ?? cursor.Try(DayGrammar.DaysAgo)) is { } day
            && (cursor.Try(BehindJoints(AnyClock)) is var clock && clock is not null || named is not null) ? On(lead, clock, day) : null;
    }

    /// <summary>"1430 hrs" is half past two, not two months.</summary>
    private static TimeExpression? TwentyFourHours(Cursor cursor)
    {
        var lead = Leads(cursor);
        return cursor.Try(ClockGrammar.OfTwentyFourHours) is { } clock ? On(lead, clock, cursor.Try(BehindJoints(AnyDay))) : null;
    }

    /// <summary>"at 14:30", "9pm yesterday", "1400-1430", "between 2 and 3pm": of a range its beginning. A bare hour only after "at" or "since", in a range
    /// or with a day.</summary>
    private static TimeExpression? ClockFirst(Cursor cursor)
    {
        var lead = Leads(cursor);
        var between = cursor.Word("betweenTwo");
        var plain = cursor.Try(ClockGrammar.Read);
        if ((plain ?? cursor.Try(ClockGrammar.BareHour)) is not { } clock)
        {
            return null;
        }

        var end = cursor.Try(c => c.Take(TokenKind.Dash) || c.Word("until") || between && c.Word("and") ? c.Try(ClockGrammar.Read) : null);
        if (clock.HalfDayMissing && end is { HalfDayMissing: false } && clock.Time.PlusHours(12) is { Hour: >= 12 } later && later <= end.Time)
        {
            clock = new Clock(later, HalfDayMissing: false);
        }

        var day = cursor.Try(BehindJoints(AnyDay));
        return end is not null || !between && (plain ?? day ?? (object?)(lead is Lead.At or Lead.Since ? clock : null)) is not null ? On(lead, clock, day)
            : null;
    }

    private static TimeExpression? Iso(Cursor cursor)
    {
        if (DayGrammar.Iso(cursor) is not { Year: { } year } date)
        {
            return null;
        }

        cursor.Word("dateTime");
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
        if (cursor.Word("zone"))
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

    private static Clock? AnyClock(Cursor cursor) =>
        cursor.Try(ClockGrammar.Read) ?? cursor.Try(ClockGrammar.OfTwentyFourHours) ?? cursor.Try(ClockGrammar.BareHour);

    private static Day? AnyDay(Cursor cursor) => cursor.Try(DayGrammar.Read) ?? cursor.Try(DayGrammar.Numeric) ?? cursor.Try(DayGrammar.DaysAgo);

    /// <summary>The grammar behind "at", a comma and the like.</summary>
    private static Func<Cursor, T?> BehindJoints<T>(Func<Cursor, T?> grammar)
        where T : class => cursor =>
    {
        for (var count = 0; count < MostLeadIns && cursor.Word("joint"); count++)
        {
        }

        return grammar(cursor);
    };

    /// <summary>The strongest of the words that lead up to a time.</summary>
    private static Lead Leads(Cursor cursor)
    {
        var lead = Lead.None;
        for (var count = 0; count < MostLeadIns && cursor.Value("lead") is { } word; count++)
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
