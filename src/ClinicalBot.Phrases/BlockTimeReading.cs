namespace ClinicalBot.Phrases;

/// <summary>What a message said about the time of the last injection. Closed.</summary>
public abstract record BlockTimeReading
{
    private BlockTimeReading()
    {
    }

    /// <summary>An instant.</summary>
    /// <param name="At">With the sender's offset at that instant.</param>
    /// <param name="NeedsConfirmation">A bare time or "since ...": echo it and ask before it counts.</param>
    public sealed record Known(DateTimeOffset At, bool NeedsConfirmation) : BlockTimeReading;

    /// <summary>Nobody knows.</summary>
    public sealed record Unknown : BlockTimeReading;

    /// <summary>Read, and impossible: in the future or more than 30 days ago.</summary>
    /// <param name="At">What was read.</param>
    /// <param name="InFuture">True for the future, false for too long ago.</param>
    public sealed record Refused(DateTimeOffset At, bool InFuture) : BlockTimeReading;
}
