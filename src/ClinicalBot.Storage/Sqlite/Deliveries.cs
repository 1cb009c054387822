using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>What became of messages of ours, under our keys.</summary>
internal static class Deliveries
{
    /// <summary>Ends due work, keeps how it ended, and starts the turn that is told. False when it had ended before.</summary>
    public static bool Record(Database database, Settlement.Sent sent) =>
        Record(database, sent.Id, sent.ActivityId, 200, null, Reference(sent.Conversation), sent.Report, sent.At);

    /// <inheritdoc cref="Record(Database, Settlement.Sent)"/>
    public static bool Record(Database database, Settlement.Refused refused) =>
        Record(database, refused.Id, null, refused.Status, refused.Why, null, refused.Report, refused.At);

    public static Delivery Find(Database database, string key) =>
        database.First<Delivery>(
            "SELECT status, activity_id, why, reference FROM delivery WHERE key = @1",
            r => r.GetInt32(0) == 200
                ? new Delivery.Sent(
                    r.IsDBNull(1) ? null : r.GetString(1),
                    r.IsDBNull(3) ? null : JsonSerializer.Deserialize(r.GetFieldValue<byte[]>(3), ProtocolJson.Default.ConversationReference))
                : new Delivery.Refused(r.GetInt32(0), r.IsDBNull(2) ? "" : r.GetString(2)),
            key)
        ?? database.First<Delivery>("SELECT 1 FROM due_work WHERE kind <> 0 AND key = @1", _ => new Delivery.Pending(), key)
        ?? new Delivery.Unknown();

    private static bool Record(
        Database database, long workId, string? activityId, int status, string? why, byte[]? reference, TimerChange? report, DateTimeOffset at)
    {
        var recorded = database.Execute(
            """
            INSERT INTO delivery (key, conversation, activity_id, status, why, reference, at)
            SELECT key, conversation, @2, @3, @4, @5, @6 FROM due_work WHERE id = @1 AND kind <> 0
            ON CONFLICT (key) DO UPDATE SET
              activity_id = excluded.activity_id, status = excluded.status, why = excluded.why, reference = excluded.reference, at = excluded.at
            """,
            workId,
            activityId,
            status,
            why,
            reference,
            at.UtcTicks) > 0;
        DueWorkRows.Remove(database, workId);
        if (recorded && report is not null)
        {
            DueWorkRows.Change(database, report, at.UtcTicks);
        }

        return recorded;
    }

    private static byte[]? Reference(ConversationReference? reference) =>
        reference is null ? null : JsonSerializer.SerializeToUtf8Bytes(reference, ProtocolJson.Default.ConversationReference);
}
