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
