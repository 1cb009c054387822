using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Writes turns, inside the writer's transaction: first the checks, then everything. Used by the writer's thread only.</summary>
internal sealed class TurnWrites(Versions versions)
{
    private static readonly CommitResult NothingToSend = new CommitResult.Committed([]);
    private static readonly CommitResult Conflict = new CommitResult.Conflict();

    public CommitResult Commit(Database database, TurnClaim claim, TurnCommit commit)
    {
        if (Claims.FindEarlier(database, claim) is { } response)
        {
            return new CommitResult.Duplicate(response);
        }

        foreach (var read in commit.Reads)
        {
            if (StateRows.VersionOf(database, read.Key) != read.Version)
            {
                return Conflict;
            }
        }

        foreach (var entry in commit.Records)
        {
            if (CaseEvents.Exists(database, entry))
            {
                return Conflict;
            }
        }

        var at = commit.At.UtcTicks;
        Claims.Take(database, claim, commit);
        foreach (var write in commit.Writes)
        {
            StateRows.Write(database, write, versions.Next(database), at);
        }

        foreach (var entry in commit.Records)
        {
            CaseEvents.Append(database, entry);
        }

        var queues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in commit.Outbox)
        {
            queues.Add(DueWorkRows.Add(database, entry, at));
        }

        foreach (var change in commit.Timers)
        {
            DueWorkRows.Change(database, change, at);
        }

        return queues.Count == 0 ? NothingToSend : new CommitResult.Committed([.. queues]);
    }

    /// <summary>Records what became of an attempt; a chat created is kept as a state document like any other.</summary>
    public bool Settle(Database database, Settlement settlement)
    {
        if (settlement is not Settlement.Created created)
        {
            return DueWorkRows.Settle(database, settlement);
        }

        StateRows.Write(database, created.Reference, versions.Next(database), created.At.UtcTicks);
        return true;
    }
}
