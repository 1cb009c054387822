using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>What became of messages of ours, under our keys.</summary>
internal static class Deliveries
{
    /// <summary>Ends due work and keeps how it ended. False when it had ended before.</summary>
    public static bool Record(Database database, long workId, string? activityId, int status, string? why, DateTimeOffset at)
    {
        var recorded = database.Execute(
            """
            INSERT INTO delivery (key, conversation, activity_id, status, why, at)
            SELECT key, conversation, @2, @3, @4, @5 FROM due_work WHERE id = @1 AND kind <> 0
            ON CONFLICT (key) DO UPDATE SET activity_id = excluded.activity_id, status = excluded.status, why = excluded.why, at = excluded.at
            """,
            workId,
            activityId,
            status,
            why,
            at.UtcTicks);
        DueWorkRows.Remove(database, workId);
        return recorded > 0;
    }

    public static Delivery Find(Database database, string key) =>
        database.First<Delivery>(
            "SELECT status, activity_id, why FROM delivery WHERE key = @1",
            r => r.GetInt32(0) == 200
                ? new Delivery.Sent(r.IsDBNull(1) ? null : r.GetString(1))
                : new Delivery.Refused(r.GetInt32(0), r.IsDBNull(2) ? "" : r.GetString(2)),
            key)
        ?? database.First<Delivery>("SELECT 1 FROM due_work WHERE kind <> 0 AND key = @1", _ => new Delivery.Pending(), key)
        ?? new Delivery.Unknown();
}
