namespace ClinicalBot.Turns;

/// <summary>
/// The system's time as this process has lived it: what the system clock said once, and what has passed since by a clock that no one can
/// set. The system clock may jump; waits, leases and pauses that count on this one do not. <see cref="ClockWatch"/> compares the two.
/// </summary>
public sealed class SteadyTime(TimeProvider system) : TimeProvider
{
    /// <summary>Key under which others find this clock as a <see cref="TimeProvider"/>.</summary>
    public const string Key = BotFramework.BotAuthenticationExtensions.SteadyClock;

    private volatile Anchor _anchor = new(system.GetUtcNow(), system.GetTimestamp());

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => system.TimestampFrequency;

    /// <summary>How far the system clock is ahead; negative when it is behind.</summary>
    internal TimeSpan SystemAhead => system.GetUtcNow() - GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _anchor.At + system.GetElapsedTime(_anchor.Timestamp);

    /// <inheritdoc/>
    public override long GetTimestamp() => system.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes another time for now.</summary>
    internal void SetTo(DateTimeOffset now) => _anchor = new Anchor(now, system.GetTimestamp());

    /// <summary>Takes the system clock's time for now.</summary>
    internal void SetToSystem() => SetTo(system.GetUtcNow());

    private sealed record Anchor(DateTimeOffset At, long Timestamp);
}
