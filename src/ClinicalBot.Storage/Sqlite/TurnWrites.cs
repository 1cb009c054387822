using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Writes turns, inside the writer's transaction: first the checks, then everything. Used by the writer's thread only.</summary>
internal sealed class TurnWrites(long lastVersion)
{
    private static readonly CommitResult Committed = new CommitResult.Committed();
    private static readonly CommitResult Conflict = new CommitResult.Conflict();

    private long _version = lastVersion;

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

        var at = commit.At.UtcTicks;
        Claims.Take(database, claim, commit);
        foreach (var write in commit.Writes)
        {
            StateRows.Write(database, write, ++_version, at);
        }

        foreach (var entry in commit.Outbox)
        {
            DueWorkRows.Add(database, entry, at);
        }

        foreach (var change in commit.Timers)
        {
            DueWorkRows.Change(database, change, at);
        }

        return Committed;
    }
}
