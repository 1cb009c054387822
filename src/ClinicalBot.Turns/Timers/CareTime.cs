namespace ClinicalBot.Turns;

/// <summary>
/// The clock of care: the moment of turns, due timers and cases. It is the steady clock plus an offset that only grows and is kept in
/// the store, so that a demonstration can skip hours without leases, tokens or purges noticing.
/// </summary>
public sealed class CareTime(SteadyTime systemTime, ITurnStore store) : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim _forward = new(1);
    private long _offsetTicks;
    private long _correctionTicks;

    /// <summary>
    /// By how much the clock has been corrected, all corrections together. The times of timers were moved along; a time kept elsewhere has to
    /// be moved by what is new since it was kept.
    /// </summary>
    public TimeSpan Correction
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _correctionTicks));
        internal set => Interlocked.Exchange(ref _correctionTicks, value.Ticks);
    }

    /// <summary>How far ahead of the system clock.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => systemTime.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => systemTime.GetUtcNow() + Offset;

    /// <summary>Moves the clock forward, durably. Timers that become due run with the next tick.</summary>
    /// <param name="by">More than zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ForwardAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        await _forward.WaitAsync(cancellationToken);
        try
        {
            var ahead = Offset + by;
            await store.SetCareOffsetAsync(ahead, cancellationToken);
            Interlocked.Exchange(ref _offsetTicks, ahead.Ticks);
        }
        finally
        {
            _forward.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _forward.Dispose();

    internal async Task LoadAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _offsetTicks, (await store.GetCareOffsetAsync(cancellationToken)).Ticks);
}
