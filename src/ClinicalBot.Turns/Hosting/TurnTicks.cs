using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>What has to be done from time to time. The host calls it every <see cref="TurnsOptions.Tick"/>; a story when it likes.</summary>
public sealed class TurnTicks
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan SealEvery = TimeSpan.FromSeconds(20);

    private readonly ITurnStore _store;
    private readonly Outbox _outbox;
    private readonly DueTimers _timers;
    private readonly CareTime _careTime;
    private readonly TimeProvider _time;
    private readonly TurnsOptions _options;
    private DateTimeOffset _lastPurge;
    private DateTimeOffset _lastSeal;

    internal TurnTicks(ITurnStore store, Outbox outbox, DueTimers timers, CareTime careTime, TimeProvider time, IOptions<TurnsOptions> options)
    {
        (_store, _outbox, _timers, _careTime, _time, _options) = (store, outbox, timers, careTime, time, options.Value);
        _lastPurge = time.GetUtcNow();
    }

    /// <summary>Runs due timers to their end, starts sending what is due, extends the chain over all records, and every hour forgets what is old.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await _timers.RunOnceAsync(cancellationToken);
        await _outbox.RunOnceAsync(cancellationToken);
        var now = _time.GetUtcNow();
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
    }

    /// <summary>Completes when nothing is being sent any more.</summary>
    public Task WhenIdleAsync() => _outbox.WhenIdleAsync();

    private PurgeLimits LimitsAt(DateTimeOffset now) => new(
        now - _options.KeepClaims,
        now - _options.KeepDeliveries,
        _options.KeepState.ToDictionary(s => s.Key, s => now - s.Value));
}
