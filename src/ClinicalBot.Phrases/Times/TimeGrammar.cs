using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Times;

/// <summary>A whole time expression: elapsed, calendar or ISO.</summary>
internal static class TimeGrammar
{
    /// <summary>Nobody heaps up more words before a time: the limit keeps the reading of a long row of them linear.</summary>
    public const int MostLeadIns = 8;

    /// <summary>In the order they are tried.</summary>
    private static readonly Func<Cursor, TimeExpression?>[] Grammars =
    [
        IsoGrammar.Read, Vague, CalendarGrammar.DayFirst, CalendarGrammar.TwentyFourHours, Elapsed, CalendarGrammar.ClockFirst,
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

            return cursor.Word(Row.Ish) ? new TimeExpression.Vague() : time;
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
        cursor.Try(AfterBlock) ?? cursor.Try(PostAlone) ?? (cursor.Word(Row.Ago) ? Anchor.Ago : null);

    private static Anchor? AfterBlock(Cursor cursor)
    {
        if (!cursor.Word(Row.After))
        {
            return null;
        }

        cursor.Take(TokenKind.Dash);
        var start = cursor.At;
        var told = false;
        for (var count = 0; count < MostLeadIns && (cursor.Word(Row.BlockFiller) || (told |= IsCircumstance(cursor))); count++)
        {
        }

        if (!cursor.Word(Row.Block))
        {
            return null;
        }

        // "3 h after R L4-S1 MBB": the side and the levels are read again by themselves.
        cursor.Step(told ? start - cursor.At : 0);
        return Anchor.AfterBlock;
    }

    private static bool IsCircumstance(Cursor cursor) => cursor.Try(SpinalLevels.Read) is not null || cursor.Word(Row.BlockSide);

    /// <summary>"5h post": nothing else it could be after.</summary>
    private static Anchor? PostAlone(Cursor cursor) =>
        cursor.Word(Row.Post) && cursor.Next.Kind is not (TokenKind.Word or TokenKind.Dash) ? Anchor.AfterBlock : null;

    /// <summary>"3 h ago", "5h after block"; "in 2 hours" and "2 h from now" are ahead.</summary>
    private static TimeExpression? Elapsed(Cursor cursor)
    {
        var ahead = cursor.Word(Row.Ahead);
        if (cursor.Try(DurationGrammar.Read) is not { } length)
        {
            return null;
        }

        var anchor = cursor.Try(Suffix);
        return anchor is null && (cursor.Word(Row.FromNow) || ahead) ? new TimeExpression.Ahead(length.Minutes)
            : ahead ? null : new TimeExpression.Elapsed(length.Minutes, anchor ?? Anchor.None, length.Bound);
    }

    private static TimeExpression? Vague(Cursor cursor) =>
        cursor.Try(c => c.Word(Row.Few) && c.Word(Row.Unit) ? c.Try(Suffix) ?? Anchor.None : (Anchor?)null) is not null
            || cursor.Try(c => c.Word(Row.Within) ? c.Try(DurationGrammar.Read) : null) is not null
            || cursor.Try(c => c.Word(Row.VagueUnit) && c.Word(Row.AgoOnly) ? true : (bool?)null) is not null
            || cursor.Word(Row.Later) && cursor.Try(DayGrammar.Read) is not null ? new TimeExpression.Vague() : null;
}
