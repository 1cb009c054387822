using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Forgets what is old, a little at a time so that no turn waits long behind it.</summary>
internal static class Purge
{
    private const int Step = 500;

    /// <param name="write">Runs a write in a transaction of its own.</param>
    /// <param name="limits">What is old.</param>
    /// <param name="cancellationToken">Gives up between two steps.</param>
    public static async Task<int> RunAsync(Func<Func<Database, ValueTask<int>>, Task<int>> write, PurgeLimits limits, CancellationToken cancellationToken)
    {
        var purged = await RepeatAsync(
            "DELETE FROM claim WHERE turn_id IN (SELECT turn_id FROM claim WHERE at < $1 ORDER BY at LIMIT $2)", limits.Claims, null);
        purged += await RepeatAsync(
            "DELETE FROM delivery WHERE key IN (SELECT key FROM delivery WHERE at < $1 ORDER BY at LIMIT $2)", limits.Deliveries, null);
        foreach (var (scope, before) in limits.State)
        {
            purged += await RepeatAsync(
                "DELETE FROM state WHERE scope = $3 AND id IN (SELECT id FROM state WHERE scope = $3 AND at < $1 ORDER BY at LIMIT $2)", before, scope);
        }

        return purged;

        async Task<int> RepeatAsync(string sql, DateTimeOffset before, string? scope)
        {
            for (var total = 0; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var gone = await write(d => scope is null
                    ? d.ExecuteAsync(sql, before.UtcTicks, Step)
                    : d.ExecuteAsync(sql, before.UtcTicks, Step, scope));
                total += gone;
                if (gone < Step)
                {
                    return total;
                }
            }
        }
    }
}
