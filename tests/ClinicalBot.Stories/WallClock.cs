using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Stories;

/// <summary>A clock that somebody can set: it jumps, and what really passes does not.</summary>
public sealed class WallClock(FakeTimeProvider passing) : TimeProvider
{
    private TimeSpan _off;

    /// <inheritdoc/>
    public override long TimestampFrequency => passing.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => passing.LocalTimeZone;

    /// <summary>Sets the clock forward, or back.</summary>
    public void Jump(TimeSpan by) => _off += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + _off;

    /// <inheritdoc/>
    public override long GetTimestamp() => passing.GetTimestamp();

    /// <summary>A wait comes to its end. What the host repeats by itself does not run beside the story: the story says when it does.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        passing.CreateTimer(callback, state, period == Timeout.InfiniteTimeSpan ? dueTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
