namespace ClinicalBot.Turns;

/// <summary>
/// Teams' documented limits for one bot in one conversation: 7 calls in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour. All hold at once, over
/// any such span of time. Kept in memory: a restart begins anew, and 429 stays the channel's last word.
/// </summary>
internal sealed class SendLimits(TimeProvider time)
{
    private static readonly (int Calls, TimeSpan Within)[] Windows =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, Longest),
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _calls = [];
    private DateTimeOffset _swept = time.GetUtcNow();

    private static TimeSpan Longest => TimeSpan.FromHours(1);

    /// <summary>Takes a call, to be made at once, or says when one may be asked for again.</summary>
    /// <returns>Null when the call was taken.</returns>
    public DateTimeOffset? TryTake(string conversation)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            if (!_calls.TryGetValue(conversation, out var calls))
            {
                _calls.Add(conversation, calls = []);
            }

            var free = Windows.Where(w => calls.Count >= w.Calls).Select(w => calls[^w.Calls] + w.Within).DefaultIfEmpty(now).Max();
            if (free > now)
            {
                return free;
            }

            if (calls.Count == 2 * Windows[^1].Calls)
            {
                calls.RemoveRange(0, Windows[^1].Calls);
            }

            calls.Add(now);
            return null;
        }
    }

    /// <summary>Forgets conversations that were quiet for as long as anything counts.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (now - _swept < Longest)
        {
            return;
        }

        _swept = now;
        foreach (var (conversation, calls) in _calls)
        {
            if (calls.Count == 0 || calls[^1] <= now - Longest)
            {
                _calls.Remove(conversation);
            }
        }
    }
}
