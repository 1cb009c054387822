using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>What has to be done from time to time. The host calls it every <see cref="TurnsOptions.Tick"/>; a story when it likes.</summary>
public sealed class TurnTicks
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan ProveEvery = TimeSpan.FromSeconds(30);

    private readonly ITurnStore _store;
    private readonly Outbox _outbox;
    private readonly DueTimers _timers;
    private readonly TimeProvider _time;
    private readonly ClockWatch _clock;
    private readonly TurnsReadiness _readiness;
    private readonly TurnsOptions _options;
    private DateTimeOffset _lastPurge;
    private DateTimeOffset _lastProof;

    internal TurnTicks(ITurnStore store, Outbox outbox, DueTimers timers, SteadyTime time, ClockWatch clock, TurnsReadiness readiness, IOptions<TurnsOptions> options)
    {
        (_store, _outbox, _timers, _time, _clock, _readiness, _options) = (store, outbox, timers, time, clock, readiness, options.Value);
        _lastPurge = _lastProof = time.GetUtcNow();
    }

    /// <summary>Looks at the clock, runs due timers to their end, starts sending what is due, and every hour forgets what is old.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await _clock.RunOnceAsync(cancellationToken);
        await _timers.RunOnceAsync(cancellationToken);
        await _outbox.RunOnceAsync(cancellationToken);
        var now = _time.GetUtcNow();
        if (now - _lastProof >= ProveEvery)
        {
            _lastProof = now;
            await ProveAsync(cancellationToken);
        }

        if (now - _lastPurge >= PurgeEvery)
        {
            _lastPurge = now;
            await _store.PurgeAsync(LimitsAt(now), cancellationToken);
        }
    }

    /// <summary>Completes when nothing is being sent any more.</summary>
    public Task WhenIdleAsync() => _outbox.WhenIdleAsync();

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
