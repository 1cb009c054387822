using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>What became of messages of ours, under our keys.</summary>
internal static class Deliveries
{
    /// <summary>
    /// Ends due work, keeps how it ended, and starts the turn that is told. False when it had ended before. Of an update or a delete only a refusal
    /// is kept: the handler is never given its own key, so no later turn asks for it.
    /// </summary>
    public static ValueTask<bool> RecordAsync(Database database, Settlement.Sent sent) =>
        RecordAsync(database, sent.Id, sent.ActivityId, 200, null, Reference(sent.Conversation), sent.Report, sent.At);

    /// <inheritdoc cref="RecordAsync(Database, Settlement.Sent)"/>
    public static ValueTask<bool> RecordAsync(Database database, Settlement.Refused refused) =>
        RecordAsync(database, refused.Id, null, refused.Status, refused.Why, null, refused.Report, refused.At);

    public static async ValueTask<Delivery> FindAsync(Database database, string key) =>
        await database.FirstAsync<Delivery>(
            "SELECT status, activity_id, why, reference FROM delivery WHERE key = $1",
            r => r.GetInt32(0) == 200
                ? new Delivery.Sent(
                    r.IsDBNull(1) ? null : r.GetString(1),
                    r.IsDBNull(3) ? null : JsonSerializer.Deserialize(r.GetFieldValue<byte[]>(3), ProtocolJson.Default.ConversationReference))
                : new Delivery.Refused(r.GetInt32(0), r.IsDBNull(2) ? "" : r.GetString(2)),
            key)
        ?? await database.FirstAsync<Delivery>("SELECT 1 FROM due_work WHERE kind <> 0 AND key = $1", _ => new Delivery.Pending(), key)
        ?? new Delivery.Unknown();

    private static async ValueTask<bool> RecordAsync(
        Database database, long workId, string? activityId, int status, string? why, byte[]? reference, TimerChange? report, DateTimeOffset at)
    {
        if (await database.FirstAsync(
            "SELECT kind, key, conversation FROM due_work WHERE id = $1 AND kind <> 0", r =>
                (Kind: (OutboxKind)r.GetInt32(0), Key: r.GetString(1), Queue: r.GetString(2)), workId) is not { Key: not null } work)
        {
            return false;
        }

        if (status != 200 || work.Kind is OutboxKind.Send or OutboxKind.Create)
        {
            await database.QueueAsync(
                """
                INSERT INTO delivery (key, conversation, activity_id, status, why, reference, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (key) DO UPDATE SET
                  activity_id = excluded.activity_id, status = excluded.status, why = excluded.why, reference = excluded.reference, at = excluded.at
                """,
                work.Key,
                work.Queue,
                activityId,
                status,
                why,
                reference,
                at.UtcTicks);
        }

        await DueWorkRows.RemoveAsync(database, workId);
        if (report is not null)
        {
            await DueWorkRows.ChangeAsync(database, report, at.UtcTicks);
        }

        return true;
    }

    private static byte[]? Reference(ConversationReference? reference) =>
        reference is null ? null : JsonSerializer.SerializeToUtf8Bytes(reference, ProtocolJson.Default.ConversationReference);
}
