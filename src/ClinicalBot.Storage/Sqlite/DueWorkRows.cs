using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage;

internal static class DueWorkRows
{
    /// <summary>Puts an entry in its queue: that of the message it updates or deletes, when that is one of ours.</summary>
    /// <returns>The queue.</returns>
    public static string Add(Database database, OutboxEntry entry, long at)
    {
        var queue = entry.Target is null ? entry.Conversation : QueueOf(database, entry.Target) ?? entry.Conversation;
        database.Execute(
            """
            INSERT INTO due_work (kind, conversation, key, target, activity, parameters, report, report_sent, not_before, at)
            VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @9)
            """,
            (int)entry.Kind,
            queue,
            entry.MessageKey,
            entry.Target,
            entry.Activity,
            entry.Parameters,
            entry.Report?.Event,
            entry.Report?.AlsoWhenSent ?? false,
            at);
        return queue;
    }

    /// <summary>A moved timer gets a new row, so that a turn of the old one that is waiting finds its claim gone.</summary>
    public static void Change(Database database, TimerChange change, long at)
    {
        database.Execute("DELETE FROM due_work WHERE kind = 0 AND key = @1", change.Key);
        if (change.Start is { } start)
        {
            database.Execute(
                "INSERT INTO due_work (kind, conversation, key, activity, due_at, not_before, at) VALUES (0, @1, @2, @3, @4, 0, @5)",
                start.Conversation,
                change.Key,
                start.Activity,
                start.DueAt.UtcTicks,
                at);
        }
    }

    public static bool Exists(Database database, long id) =>
        database.First("SELECT 1 FROM due_work WHERE id = @1", _ => true, id);

    public static void Remove(Database database, long id) => database.Execute("DELETE FROM due_work WHERE id = @1", id);

    /// <summary>The head of a conversation decides when the conversation is due.</summary>
    public static List<string> UnsentConversations(Database database, DateTimeOffset now, int limit) => database.All(
        """
        SELECT conversation FROM due_work AS head
        WHERE kind <> 0 AND not_before <= @1
          AND NOT EXISTS (SELECT 1 FROM due_work AS earlier WHERE earlier.kind <> 0 AND earlier.conversation = head.conversation AND earlier.id < head.id)
        ORDER BY not_before, id LIMIT @2
        """,
        r => r.GetString(0),
        now.UtcTicks,
        limit);

    public static List<OutboxMessage> Unsent(Database database, string conversation, int limit) => database.All(
        """
        SELECT id, kind, key, target, activity, not_before, attempts, in_doubt, held, at, parameters, report, report_sent FROM due_work
        WHERE conversation = @1 AND kind <> 0 ORDER BY id LIMIT @2
        """,
        r => new OutboxMessage(
            r.GetInt64(0),
            new OutboxEntry((OutboxKind)r.GetInt32(1), conversation, r.GetString(2), StringOrNull(r, 3), r.GetFieldValue<byte[]>(4))
            {
                Parameters = BytesOrNull(r, 10),
                Report = BytesOrNull(r, 11) is { } report ? new OutboxReport(report, r.GetBoolean(12)) : null,
            },
            Time(r, 5),
            r.GetInt32(6),
            r.GetBoolean(7),
            r.GetBoolean(8),
            Time(r, 9)),
        conversation,
        limit);

    public static List<DueTimer> DueTimers(Database database, DateTimeOffset careNow, DateTimeOffset now, int limit) => database.All(
        """
        SELECT id, key, conversation, due_at, activity, attempts FROM due_work
        WHERE kind = 0 AND due_at <= @1 AND not_before <= @2 ORDER BY due_at, id LIMIT @3
        """,
        r => new DueTimer(
            r.GetInt64(0),
            r.GetString(1),
            new TimerStart(r.GetString(2), Time(r, 3), r.GetFieldValue<byte[]>(4)),
            r.GetInt32(5)),
        careNow.UtcTicks,
        now.UtcTicks,
        limit);

    /// <summary>
    /// After a crash: only the head of a conversation can have been under way, and only when it was allowed to be tried.
    /// </summary>
    public static void PutHeadsInDoubt(Database database, DateTimeOffset now) => database.Execute(
        """
        UPDATE due_work SET in_doubt = 1
        WHERE id IN (SELECT min(id) FROM due_work WHERE kind <> 0 GROUP BY conversation) AND not_before <= @1
        """,
        now.UtcTicks);

    public static DateTimeOffset? OldestUnsent(Database database) => database.First<DateTimeOffset?>(
        "SELECT at FROM due_work WHERE kind <> 0 ORDER BY id LIMIT 1", r => Time(r, 0));

    public static bool Settle(Database database, Settlement settlement) => settlement switch
    {
        Settlement.Sent sent => Deliveries.Record(database, sent),
        Settlement.Refused refused => Deliveries.Record(database, refused),
        Settlement.Postponed later => database.Execute(
            "UPDATE due_work SET attempts = attempts + 1, not_before = @2, in_doubt = @3, held = @4 WHERE id = @1",
            later.Id,
            later.NotBefore.UtcTicks,
            later.InDoubt,
            later.Held) > 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? QueueOf(Database database, string messageKey) =>
        database.First("SELECT conversation FROM due_work WHERE kind <> 0 AND key = @1", r => r.GetString(0), messageKey)
        ?? database.First("SELECT conversation FROM delivery WHERE key = @1", r => r.GetString(0), messageKey);

    private static byte[]? BytesOrNull(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static string? StringOrNull(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset Time(SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);
}
