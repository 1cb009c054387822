namespace ClinicalBot.Turns;

/// <summary>
/// How long work has been waiting, for metrics. The store is asked now and then; in between the ages go on growing, so that they also tell when
/// nobody asks any more.
/// </summary>
internal sealed class WaitingWork(ITurnStore store, CareTime careTime, SteadyTime time, TurnsMetrics metrics)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private StoreStatus _status = new(OldestUnsent: null);
    private DateTimeOffset? _asked;

    /// <summary>Asks the store, if the last answer is old and anybody wants to know.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (metrics.AreRead && (now - _asked is not { } since || since >= Every))
        {
            _asked = now;
            Volatile.Write(ref _status, await store.CheckAsync(cancellationToken));
        }
    }

    /// <summary>Ages at this moment; zero where nothing waits.</summary>
    public (TimeSpan Due, TimeSpan Unsent) Ages()
    {
        var status = Volatile.Read(ref _status);
        return (Since(careTime.GetUtcNow(), status.EarliestTimer), Since(time.GetUtcNow(), status.OldestUnsent));
    }

    private static TimeSpan Since(DateTimeOffset now, DateTimeOffset? then) => now - then is { } age && age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
