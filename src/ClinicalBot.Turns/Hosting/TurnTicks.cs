using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>What has to be done from time to time. The host calls it every <see cref="TurnsOptions.Tick"/>; a story when it likes.</summary>
public sealed class TurnTicks : IDisposable
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan ProveEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SealEvery = TimeSpan.FromSeconds(20);

    private readonly ITurnStore _store;
    private readonly Outbox _outbox;
    private readonly DueTimers _timers;
    private readonly CareTime _careTime;
    private readonly TimeProvider _time;
    private readonly ClockWatch _clock;
    private readonly TurnsReadiness _readiness;
    private readonly WaitingWork _waiting;
    private readonly TurnsOptions _options;
    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset _lastPurge;
    private DateTimeOffset _lastSeal;
    private DateTimeOffset _lastProof;
    private long _lastRun;

    internal TurnTicks(
        ITurnStore store, Outbox outbox, DueTimers timers, CareTime careTime, SteadyTime time, ClockWatch clock, TurnsReadiness readiness,
            WaitingWork waiting, IOptions<TurnsOptions> options)
    {
        (_store, _outbox, _timers, _careTime, _time, _clock) = (store, outbox, timers, careTime, time, clock);
        (_readiness, _waiting, _options) = (readiness, waiting, options.Value);
        _lastPurge = _lastProof = time.GetUtcNow();
        _lastRun = time.GetTimestamp();
    }

    /// <summary>
    /// Looks at the clock, runs due timers to their end, starts sending what is due, extends the chain over all records, and every hour forgets
    /// what is old. One call at a time: a second one waits for the first, so that what was due is done when it returns, no matter which of them took it.
    /// </summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await TickAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Completes when a tick that is under way has ended, and nothing is being sent any more.</summary>
    public async Task WhenIdleAsync()
    {
        await _one.WaitAsync();
        _one.Release();
        await _outbox.WhenIdleAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>How long ago it began, or the last run came to its end.</summary>
    public TimeSpan SinceLastRun => _time.GetElapsedTime(Interlocked.Read(ref _lastRun));

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        await _clock.RunOnceAsync(cancellationToken);
        await _timers.RunOnceAsync(cancellationToken);
        await _outbox.RunOnceAsync(cancellationToken);
        await _waiting.RunOnceAsync(cancellationToken);
        var now = _time.GetUtcNow();
        if (now - _lastProof >= ProveEvery)
        {
            _lastProof = now;
            await ProveAsync(cancellationToken);
        }

        if (now - _lastSeal >= SealEvery)
        {
            _lastSeal = now;
            await _store.SealAsync(_careTime.GetUtcNow(), cancellationToken);
        }

        if (now - _lastPurge >= PurgeEvery)
        {
            _lastPurge = now;
            await _store.PurgeAsync(LimitsAt(now), cancellationToken);
        }

        Interlocked.Exchange(ref _lastRun, _time.GetTimestamp());
    }

    private async Task ProveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _store.ProveAsync(cancellationToken);
            _readiness.NotWritten = null;
        }
        catch (TurnStoreException e)
        {
            _readiness.NotWritten = e.Message;
        }
    }

    private PurgeLimits LimitsAt(DateTimeOffset now) => new(
        now - _options.KeepClaims,
        now - _options.KeepDeliveries,
        _options.KeepState.ToDictionary(s => s.Key, s => now - s.Value));
}
