using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>What was written about a time, before it is worked out against the message's own timestamp.</summary>
internal abstract record TimeExpression
{
    private TimeExpression()
    {
    }

    /// <summary>"3 h ago", "5h after block", "90 min".</summary>
    /// <param name="Minutes">The longest the words allow.</param>
    /// <param name="Anchor">What the words count from.</param>
    /// <param name="Bound">Whether the words say more or less than this.</param>
    internal sealed record Elapsed(decimal Minutes, Anchor Anchor, Bound Bound) : TimeExpression;

    /// <summary>"in 2 hours", "2 h from now": plainly ahead. "Within 2 h" is not, it may look back.</summary>
    /// <param name="Minutes">The longest the words allow.</param>
    internal sealed record Ahead(decimal Minutes) : TimeExpression;

    /// <summary>"yesterday 5pm", "0830", "Friday", "22 Nov 14:30".</summary>
    /// <param name="Clock">Null when only the day is said.</param>
    /// <param name="Day">Null when only the clock is said.</param>
    /// <param name="Since">Began with "since": may mean when the numbness began.</param>
    internal sealed record Calendar(Clock? Clock, Day? Day, bool Since) : TimeExpression;

    /// <summary>An instant in ISO form with its offset.</summary>
    internal sealed record Instant(DateTimeOffset At) : TimeExpression;

    /// <summary>"a few hours ago", "within 2 hours", "later today": a time, but not one to count with.</summary>
    internal sealed record Vague : TimeExpression;
}

/// <summary>What an elapsed time counts from: nothing said, "ago" or "after the block".</summary>
internal enum Anchor
{
    None, Ago, AfterBlock,
}

/// <summary>How an elapsed time is bounded, the worst last; the numbers stand in the rows "bound" of the words of times.</summary>
internal enum Bound
{
    Exact, // As said, or at most that.
    Loose, // "a couple of hours": to be confirmed.
    Fuzzy, // "about": it is asked, never guessed.
    AtLeast, // "over a day": that, and unknown how much longer.
}

/// <summary>A clock time.</summary>
/// <param name="Time">The earlier of the two when am or pm is missing.</param>
/// <param name="HalfDayMissing">True when it could be twelve hours later.</param>
internal sealed record Clock(LocalTime Time, bool HalfDayMissing)
{
    /// <summary>Null when there is no such clock time. Without "am" or "pm" an hour up to twelve may be either, but for the 24-hour clock ("0830",
    /// "08:30").</summary>
    public static Clock? Of(Found found)
    {
        if (found[Row.Named] is { } named)
        {
            return new Clock(LocalTime.FromMinutesSinceMidnight((int)named), HalfDayMissing: false);
        }

        var figures = found[Row.Figures] ?? found[Row.Dotted] * 100;
        var hour = (int)(figures / 100 ?? found[Row.Hour] ?? found[Row.ClockHour] ?? found[Row.FullHour] ?? 0);
        var minute = (int)(figures % 100 ?? found[Row.Minute] ?? 0);
        bool? pm = found[Row.Half] is { } half ? half == 1 : null;
        if (found.Has(Row.To))
        {
            // "Ten to six".
            (hour, minute, pm) = minute % 5 == 0 && minute <= 25 ? (hour == 1 ? 12 : hour - 1, 60 - minute, hour == 12 ? !pm : pm) : (hour, 60, pm);
        }

        if (minute > 59 || hour > 23 || pm is not null && hour == 0)
        {
            return null;
        }

        var isFull = found.Has(Row.Figures) || found.Has(Row.FullHour) || (found.Find(Row.ClockHour) ?? found.Find(Row.Dotted))?.Text[0] == '0';
        var missing = pm is null && !isFull && hour is >= 1 and <= 12;
        return new Clock(new LocalTime(pm is not null && hour <= 12 ? hour % 12 + (pm.Value ? 12 : 0) : missing ? hour % 12 : hour, minute), missing);
    }
}

/// <summary>A day as people name it. Closed.</summary>
internal abstract record Day
{
    private Day()
    {
    }

    /// <summary>Days before today, less than none for tomorrow, and the part of the day where said.</summary>
    internal sealed record Relative(int DaysBack, DayPart Part) : Day;

    /// <summary>The latest such weekday.</summary>
    internal sealed record Weekday(IsoDayOfWeek Name, bool Last) : Day;

    /// <summary>The next such weekday, today not counted.</summary>
    internal sealed record NextWeekday(IsoDayOfWeek Name) : Day;

    /// <summary>A date; without a year the latest such date; both numbers up to 12 may be meant either way round. A weekday said with it must fit.</summary>
    internal sealed record Date(int First, int Second, int? Year, bool Numeric, IsoDayOfWeek? On = null) : Day;

    /// <summary>What was found as a day; null when no date has such figures.</summary>
    public static Day? Of(Found found)
    {
        var weekday = (IsoDayOfWeek?)(int?)found[Row.Weekday];
        if ((int?)found[Row.DayNumber] is { } number)
        {
            var year = (int?)found[Row.Year];
            return (int?)found[Row.Month] is { } month ? new Day.Date(month, number, year, Numeric: false, weekday)
                : (int?)found[Row.Second] is not { } second ? new Day.Relative(number, DayPart.None)
                : number > 12 && second > 12 || year is > 99 and < 2000 ? null
                : new Day.Date(number, second, year < 100 ? year + 2000 : year, Numeric: true, weekday);
        }

        return weekday is { } name ? found.Has(Row.Next) ? new Day.NextWeekday(name) : new Day.Weekday(name, found.Has(Row.Last))
            : found.Has(Row.Last) ? new Day.Relative(1, DayPart.Night)
            : new Day.Relative((int)(found[Row.Day] ?? 0), (DayPart)(int)(found[Row.DayPart] ?? 0));
    }
}

/// <summary>The part of a day, as the rows "dayPart" have it.</summary>
internal enum DayPart
{
    None,
    Morning, // Midnight to noon.
    Afternoon, // Noon to 18:00.
    Evening, // From 17:00.
    Night, // From 18:00, and the small hours of the day after.
}
