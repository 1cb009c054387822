using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Writes turns, inside a transaction: first the checks, then everything.</summary>
internal static class TurnWrites
{
    private static readonly CommitResult NothingToSend = new CommitResult.Committed([]);
    private static readonly CommitResult Conflict = new CommitResult.Conflict();

    public static async ValueTask<CommitResult> CommitAsync(Database database, Versions versions, TurnClaim claim, TurnCommit commit)
    {
        if (await Claims.FindEarlierAsync(database, claim, keeps: true) is { } response)
        {
            return new CommitResult.Duplicate(response);
        }

        await database.LockAsync(commit);
        foreach (var read in commit.Reads)
        {
            if (await StateRows.VersionOfAsync(database, read.Key) != read.Version)
            {
                return Conflict;
            }
        }

        foreach (var entry in commit.Records)
        {
            if (await CaseEvents.ExistsAsync(database, entry))
            {
                return Conflict;
            }
        }

        var queues = new HashSet<string>(StringComparer.Ordinal);
        var at = commit.At.UtcTicks;
        foreach (var entry in commit.Outbox)
        {
            queues.Add(await DueWorkRows.AddAsync(database, entry, at));
        }

        await Claims.TakeAsync(database, claim, commit);
        var version = commit.Writes.Count == 0 ? 0 : await versions.TakeAsync(database, commit.Writes.Count);
        foreach (var write in commit.Writes)
        {
            await StateRows.WriteAsync(database, write, version++, at);
        }

        foreach (var entry in commit.Records)
        {
            await CaseEvents.AppendAsync(database, entry);
        }

        foreach (var change in commit.Timers)
        {
            await DueWorkRows.ChangeAsync(database, change, at);
        }

        foreach (var line in commit.Redactions)
        {
            await CaseEvents.RedactAsync(database, line);
        }

        return queues.Count == 0 ? NothingToSend : new CommitResult.Committed([.. queues]);
    }

    /// <summary>Records what became of an attempt; a chat created is kept as a state document like any other.</summary>
    public static async ValueTask<bool> SettleAsync(Database database, Versions versions, Settlement settlement)
    {
        if (database.Leases is not null && !await DueWorkRows.IsOursAsync(database, settlement.Id, keeps: true))
        {
            return false;
        }

        if (settlement is not Settlement.Created created)
        {
            return await DueWorkRows.SettleAsync(database, settlement);
        }

        await StateRows.WriteAsync(database, created.Reference, await versions.TakeAsync(database, 1), created.At.UtcTicks);
        return true;
    }
}
