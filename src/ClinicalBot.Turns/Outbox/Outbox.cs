using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>
/// Delivers what turns have committed: within a conversation one after the other, in order, the next only when it is durable that the
/// one before was sent; conversations side by side. An update is sent without waiting for that, and both are written down at once: done
/// again, an update changes nothing. It keeps no list of its own: what is unsent is read from the store, so nothing can be forgotten. After
/// a crash only the head of a conversation can therefore be in doubt.
/// </summary>
internal sealed class Outbox(
    ITurnStore store,
    Attempt attempt,
    SteadyTime time,
    IKillPoints killPoints,
    IOptions<TurnsOptions> options,
    ILogger<Outbox> logger) : IDisposable
{
    private const int BatchSize = 32;

    // The connector gives up after as long.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly ConcurrentDictionary<string, List<Settlement>> _unwritten = new();
    private readonly SemaphoreSlim _parallel = new(options.Value.MaxParallelSends);
    private readonly CancellationTokenSource _cutOff = new();
    private bool _stopping;

    /// <summary>Looks at a conversation soon, on another thread.</summary>
    /// <param name="conversation">Its key.</param>
    /// <param name="hurry">A person is waiting: do not wait out our own backoff, only the channel's.</param>
    public void Poke(string conversation, bool hurry = false)
    {
        lock (_lock)
        {
            if (_stopping)
            {
                return;
            }

            if (_lanes.TryGetValue(conversation, out var lane))
            {
                lane.Poked = true;
                lane.Hurry |= hurry;
                return;
            }

            lane = new Lane { Hurry = hurry };
            _lanes.Add(conversation, lane);
            lane.Running = Task.Run(() => RunAsync(conversation, lane));
        }
    }

    /// <summary>Pokes every conversation with something due.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var conversation in await store.FindUnsentConversationsAsync(time.GetUtcNow(), 1000, cancellationToken))
        {
            Poke(conversation);
        }
    }

    /// <summary>Completes when nothing is being sent.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_lanes.Values.Select(l => l.Running));
        }
    }

    /// <summary>Starts nothing new, lets the attempts under way end, and cuts them off when <paramref name="limit"/> is over.</summary>
    /// <returns>True when none was cut off and all is written down.</returns>
    public async Task<bool> StopAsync(TimeSpan limit)
    {
        lock (_lock)
        {
            _stopping = true;
        }

        var idle = WhenIdleAsync();
        try
        {
            await idle.WaitAsync(limit, time);
            return _unwritten.IsEmpty;
        }
        catch (TimeoutException)
        {
            await _cutOff.CancelAsync();
            await idle;
            return false;
        }
    }

    public void Dispose()
    {
        _parallel.Dispose();
        _cutOff.Dispose();
    }

    private async Task RunAsync(string conversation, Lane lane)
    {
        while (true)
        {
            bool hurry;
            lock (_lock)
            {
                (hurry, lane.Poked, lane.Hurry) = (lane.Hurry, false, false);
            }

            await _parallel.WaitAsync();
            try
            {
                await SendDueAsync(conversation, hurry);
            }
#pragma warning disable CA1031 // The store failed; the next tick comes by again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                logger.LogError(e, "The outbox could not read or write.");
            }
            finally
            {
                _parallel.Release();
            }

            lock (_lock)
            {
                if (!lane.Poked || _stopping)
                {
                    _lanes.Remove(conversation);
                    return;
                }
            }
        }
    }

    private async Task SendDueAsync(string conversation, bool hurry)
    {
        await SettleAsync(conversation);
        bool goesOn;
        do
        {
            goesOn = await SendBatchAsync(conversation, hurry);
            await SettleAsync(conversation);
        }
        while (goesOn);
    }

    /// <returns>Whether there may be more to send at once.</returns>
    private async Task<bool> SendBatchAsync(string conversation, bool hurry)
    {
        var batch = await store.TakeUnsentAsync(conversation, BatchSize);
        for (var at = 0; at < batch.Count; at++)
        {
            var message = batch[at];
            var mustWait = message.NotBefore > time.GetUtcNow() && (message.Held || !hurry);
            if (mustWait || Volatile.Read(ref _stopping))
            {
                return false;
            }

            if (message.LeasedUntil - time.GetUtcNow() < LongestAttempt)
            {
                // Another node may have it before this attempt has ended. Taken again, it is ours or theirs.
                break;
            }

            var settlement = await AttemptAsync(conversation, message);
            if (settlement is Settlement.Created)
            {
                // The chat is there now, so this is the message itself.
                await SettleAsync(conversation);
                settlement = await AttemptAsync(conversation, message);
            }

            if (settlement is Settlement.Postponed or Settlement.Created)
            {
                return false;
            }

            if (settlement is not Settlement.Sent { Report: null } || at + 1 == batch.Count || !IsHarmlessAgain(batch[at + 1], after: message))
            {
                await SettleAsync(conversation);
            }
        }

        return IsWorthAnotherLook(batch);
    }

    /// <summary>Sent twice it would show what it shows once, and it is not about the message before it, whose id must be known first.</summary>
    private static bool IsHarmlessAgain(OutboxMessage next, OutboxMessage after) =>
        next.Entry.Kind == OutboxKind.Update && next.Entry.Target != after.Entry.MessageKey;

    /// <summary>
    /// There may be more than one batch holds; or another node committed something into this queue while it was leased here, and left it to us.
    /// </summary>
    private static bool IsWorthAnotherLook(IReadOnlyList<OutboxMessage> batch) =>
        batch.Count == BatchSize || (batch.Count > 0 && batch[0].LeasedUntil != DateTimeOffset.MaxValue);

    private async Task<Settlement> AttemptAsync(string conversation, OutboxMessage message)
    {
        var settlement = await attempt.MakeAsync(message, _cutOff.Token);
        _unwritten.GetOrAdd(conversation, _ => []).Add(settlement);
        return settlement;
    }

    /// <summary>
    /// Writes down what became of attempts. They are remembered when the store fails, so as not to send again what is known to be sent.
    /// </summary>
    private async Task SettleAsync(string conversation)
    {
        if (_unwritten.TryGetValue(conversation, out var unwritten))
        {
            await store.SettleAsync(unwritten);
            _unwritten.TryRemove(conversation, out _);
            killPoints.Reach(KillPoint.AfterConfirm);
        }
    }

    /// <summary>A conversation being sent to.</summary>
    private sealed class Lane
    {
        public Task Running { get; set; } = Task.CompletedTask;

        public bool Poked { get; set; }

        public bool Hurry { get; set; }
    }
}
