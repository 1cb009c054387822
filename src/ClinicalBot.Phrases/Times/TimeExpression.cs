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

/// <summary>What an elapsed time counts from.</summary>
internal enum Anchor
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>"ago".</summary>
    Ago,

    /// <summary>"after the block".</summary>
    AfterBlock,
}

/// <summary>How an elapsed time is bounded, the worst last; the numbers stand in the rows "bound" of the words of times.</summary>
internal enum Bound
{
    /// <summary>As said, or at most that.</summary>
    Exact,

    /// <summary>Loosely said ("a couple of hours"): to be confirmed.</summary>
    Loose,

    /// <summary>"about": it is asked, never guessed.</summary>
    Fuzzy,

    /// <summary>"over a day": that, and unknown how much longer.</summary>
    AtLeast,
}

/// <summary>A clock time.</summary>
/// <param name="Time">The earlier of the two when am or pm is missing.</param>
/// <param name="HalfDayMissing">True when it could be twelve hours later.</param>
internal sealed record Clock(LocalTime Time, bool HalfDayMissing);

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
}

/// <summary>The part of a day, as the rows "dayPart" have it.</summary>
internal enum DayPart
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Midnight to noon.</summary>
    Morning,

    /// <summary>Noon to 18:00.</summary>
    Afternoon,

    /// <summary>From 17:00.</summary>
    Evening,

    /// <summary>From 18:00, and the small hours of the day after.</summary>
    Night,
}
