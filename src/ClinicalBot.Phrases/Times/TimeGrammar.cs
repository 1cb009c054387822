using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>Minutes, and how they are bounded.</summary>
internal sealed record Length(decimal Minutes, Bound Bound);

/// <summary>Whole time expressions, made of what <c>grammar.tsv</c> finds.</summary>
internal static class TimeGrammar
{
    private const decimal MinutesOfHour = 60;

    private const decimal MinutesOfDay = 24 * MinutesOfHour;

    /// <summary>Ten years: beyond any refusal, and no calendar overflows on it.</summary>
    private const decimal MaxMinutes = 10 * 365 * MinutesOfDay;

    /// <summary>The row of times.tsv that names what no time is without: a unit or a day, if not a number.</summary>
    private const string Core = "core";

    private static readonly HashSet<string> Cores = [.. Cursor.FirstWords(Core).SelectMany(Cursor.FirstWords)];

    /// <summary>The time at the cursor of a grammar, which it takes; null when there is none.</summary>
    public static TimeExpression? Read(Cursor cursor, Grammar grammar) =>
        HasCore(cursor) && grammar.Read(Row.Written) is { } written ? written.Has(Row.Ish) ? new TimeExpression.Vague() : written.Of<TimeExpression>() : null;

    private static bool HasCore(Cursor cursor)
    {
        for (var ahead = 0; ahead <= Grammar.MostAgain; ahead++)
        {
            if (cursor.Peek(ahead) is var token && (token.Kind == TokenKind.Number || Cores.Contains(token.Text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is made of what the grammar finds; null where it is no such time.</summary>
    public static object? Build(Found found) => found.Name switch
    {
        Row.Clock or Row.BareHour or Row.TwentyFour => Clock.Of(found),
        Row.Date or Row.FigureDate or Row.DaysAgo => Day.Of(found),
        Row.Length => LengthOf(found),
        Row.Duration => DurationOf(found),
        Row.Elapsed => ElapsedOf(found),
        Row.DayFirst or Row.FullClockFirst or Row.ClockFirst => CalendarOf(found),
        Row.Instant => InstantOf(found),
        Row.Vague => new TimeExpression.Vague(),
        _ => found,
    };

    /// <summary>A range gives its longest.</summary>
    private static Length? LengthOf(Found found)
    {
        var (quantity, unit) = (found[Row.Quantity] ?? 1, found[Row.Unit]);
        if (found[Row.UpperAmount] is { } upper && found[Row.UpperUnit] is { } upperUnit)
        {
            return new Length(Math.Max(quantity * (unit ?? upperUnit), upper * upperUnit), Bound.Exact);
        }

        var alone = found[Row.Alone];
        if (found[Row.Hours] is { } hours)
        {
            return new Length(hours * MinutesOfHour + alone!.Value, Bound.Exact);
        }

        var more = found[Row.UnitPart] * unit ?? found[Row.MoreAmount] * found[Row.MoreUnit] ?? alone ?? 0;
        return alone is not null && (unit != MinutesOfHour || quantity >= 30 || quantity % 1 != 0) ? null
            : new Length(quantity * unit!.Value + more, found.Has(Row.Open) ? Bound.AtLeast : found.Has(Row.Couple) ? Bound.Loose : Bound.Exact);
    }

    /// <summary>"2/24" and "3/7" are hours and days as British and Australian wards write them; a day of a month as well, so it is confirmed where "ago"
    /// is missing.</summary>
    private static Length? DurationOf(Found found)
    {
        if ((found[Row.Shorthand] ?? found[Row.Loose]) is { } unit && found[Row.Quantity] is { } amount)
        {
            return unit == MinutesOfDay && amount > 14 ? null : new Length(amount * unit, found.Has(Row.Loose) ? Bound.Loose : Bound.Exact);
        }

        var length = found.Of<Length>()!;
        var bound = found.Has(Row.AtLeast) ? Bound.AtLeast : length.Bound;
        return new Length(Math.Min(length.Minutes, MaxMinutes), (Bound)Math.Max((int)bound, found.Most(Row.Bounds)));
    }

    private static TimeExpression ElapsedOf(Found found)
    {
        var length = found.Of<Length>()!;
        return found.Has(Row.Ahead) || found.Has(Row.FromNow) ? new TimeExpression.Ahead(length.Minutes)
            : new TimeExpression.Elapsed(length.Minutes, !found.Has(Row.Suffix) ? Anchor.None : found.Has(Row.Ago) ? Anchor.Ago : Anchor.AfterBlock,
                length.Bound);
    }

    /// <summary>Of a range its beginning. A bare hour counts only after "at" or "since", in a range or with a day; "about two o'clock" is asked, never
    /// guessed.</summary>
    private static TimeExpression? CalendarOf(Found found)
    {
        var (lead, clock) = ((Lead)found.Most(Row.Leads), found.Of<Clock>());
        if (clock is { HalfDayMissing: true } && found.Find(Row.End)?.Built is Clock { HalfDayMissing: false } end
            && clock.Time.PlusHours(12) is { Hour: >= 12 } later && later <= end.Time)
        {
            clock = new Clock(later, HalfDayMissing: false);
        }

        return found.Has(Row.OnlyHour) && lead is not (Lead.At or Lead.Since) ? null
            : lead == Lead.About ? new TimeExpression.Vague() : new TimeExpression.Calendar(clock, found.Of<Day>(), lead == Lead.Since);
    }

    private static TimeExpression.Instant? InstantOf(Found found)
    {
        var (hours, date) = ((int)(found[Row.OffsetHours] ?? 0), (Day.Date)Day.Of(found)!);
        var minutes = (hours >= 100 ? hours / 100 * 60 + hours % 100 : hours * 60 + (int)(found[Row.OffsetMinutes] ?? 0)) * (found.Has(Row.Minus) ? -1 : 1);
        return Math.Abs(minutes) > 14 * 60 || date.Second > CalendarSystem.Iso.GetDaysInMonth(date.Year!.Value, date.First) ? null
            : new TimeExpression.Instant(new LocalDate(date.Year.Value, date.First, date.Second).At(found.Of<Clock>()!.Time)
                .WithOffset(Offset.FromSeconds(minutes * 60)).ToDateTimeOffset());
    }

    /// <summary>What leads up to a time, as the rows "lead" have it.</summary>
    private enum Lead
    {
        None, At, Since, About,
    }
}
