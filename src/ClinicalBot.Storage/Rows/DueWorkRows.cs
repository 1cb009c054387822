using ClinicalBot.Turns;
using System.Data.Common;

namespace ClinicalBot.Storage;

/// <summary>Outbox and timers.</summary>
internal static class DueWorkRows
{
    /// <summary>What <see cref="Message"/> reads.</summary>
    public const string MessageColumns =
        "id, kind, key, target, activity, not_before, attempts, in_doubt, held, at, parameters, report, report_sent";

    /// <summary>What <see cref="Timer"/> reads.</summary>
    public const string TimerColumns = "id, key, conversation, due_at, activity, attempts";

    /// <summary>Puts an entry in its queue: that of the message it updates or deletes, when that is one of ours.</summary>
    /// <returns>The queue.</returns>
    public static async ValueTask<string> AddAsync(Database database, OutboxEntry entry, long at)
    {
        var queue = entry.Target is null ? entry.Conversation : await QueueOfAsync(database, entry.Target) ?? entry.Conversation;
        await database.QueueAsync(
            """
            INSERT INTO due_work (kind, conversation, key, target, activity, parameters, report, report_sent, not_before, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
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
    public static async ValueTask ChangeAsync(Database database, TimerChange change, long at)
    {
        await database.QueueAsync("DELETE FROM due_work WHERE kind = 0 AND key = $1", change.Key);
        if (change.Start is { } start)
        {
            await database.QueueAsync(
                "INSERT INTO due_work (kind, conversation, key, activity, due_at, not_before, at) VALUES (0, $1, $2, $3, $4, 0, $5)",
                start.Conversation,
                change.Key,
                start.Activity,
                start.DueAt.UtcTicks,
                at);
        }
    }

    /// <summary>The row is there, and no other node has taken it over.</summary>
    /// <param name="database">Where.</param>
    /// <param name="id">Which.</param>
    /// <param name="keeps">No other transaction may change it until the transaction ends.</param>
    public static ValueTask<bool> IsOursAsync(Database database, long id, bool keeps) => database.Leases is { } leases
        ? leases.HoldsAsync(database, id, keeps)
        : database.FirstAsync("SELECT 1 FROM due_work WHERE id = $1", _ => true, id);

    public static ValueTask RemoveAsync(Database database, long id) => database.QueueAsync("DELETE FROM due_work WHERE id = $1", id);

    /// <summary>The head of a conversation decides when the conversation is due.</summary>
    public static ValueTask<List<string>> UnsentConversationsAsync(Database database, DateTimeOffset now, int limit) => database.AllAsync(
        """
        SELECT conversation FROM due_work AS head
        WHERE kind <> 0 AND not_before <= $1
          AND NOT EXISTS (SELECT 1 FROM due_work AS earlier WHERE earlier.kind <> 0 AND earlier.conversation = head.conversation AND earlier.id < head.id)
        ORDER BY not_before, id LIMIT $2
        """,
        r => r.GetString(0),
        now.UtcTicks,
        limit);

    public static ValueTask<List<OutboxMessage>> UnsentAsync(Database database, string conversation, int limit) => database.AllAsync(
        $"SELECT {MessageColumns} FROM due_work WHERE conversation = $1 AND kind <> 0 ORDER BY id LIMIT $2",
        r => Message(r, conversation),
        conversation,
        limit);

    public static ValueTask<List<DueTimer>> DueTimersAsync(Database database, DateTimeOffset careNow, DateTimeOffset now, int limit) => database.AllAsync(
        $"SELECT {TimerColumns} FROM due_work WHERE kind = 0 AND due_at <= $1 AND not_before <= $2 ORDER BY due_at, id LIMIT $3",
        Timer,
        careNow.UtcTicks,
        now.UtcTicks,
        limit);

    public static OutboxMessage Message(DbDataReader r, string conversation) => new(
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
        Time(r, 9));

    public static DueTimer Timer(DbDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        new TimerStart(r.GetString(2), Time(r, 3), r.GetFieldValue<byte[]>(4)),
        r.GetInt32(5));

    /// <summary>
    /// After a crash: only the head of a conversation can have been under way, and only when it was allowed to be tried.
    /// </summary>
    public static ValueTask<int> PutHeadsInDoubtAsync(Database database, DateTimeOffset now) => database.ExecuteAsync(
        """
        UPDATE due_work SET in_doubt = TRUE
        WHERE id IN (SELECT min(id) FROM due_work WHERE kind <> 0 GROUP BY conversation) AND not_before <= $1
        """,
        now.UtcTicks);

    public static ValueTask<DateTimeOffset?> OldestUnsentAsync(Database database) => database.FirstAsync<DateTimeOffset?>(
        "SELECT at FROM due_work WHERE kind <> 0 ORDER BY id LIMIT 1", r => Time(r, 0));

    public static ValueTask<DateTimeOffset?> EarliestTimerAsync(Database database) => database.FirstAsync<DateTimeOffset?>(
        "SELECT due_at FROM due_work WHERE kind = 0 ORDER BY due_at LIMIT 1", r => Time(r, 0));

    public static async ValueTask<bool> SettleAsync(Database database, Settlement settlement) => settlement switch
    {
        Settlement.Sent sent => await Deliveries.RecordAsync(database, sent),
        Settlement.Refused refused => await Deliveries.RecordAsync(database, refused),
        Settlement.Postponed later => await database.ExecuteAsync(
            "UPDATE due_work SET attempts = attempts + 1, not_before = $2, in_doubt = $3, held = $4 WHERE id = $1",
            later.Id,
            later.NotBefore.UtcTicks,
            later.InDoubt,
            later.Held) > 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async ValueTask<string?> QueueOfAsync(Database database, string messageKey) =>
        await database.FirstAsync("SELECT conversation FROM due_work WHERE kind <> 0 AND key = $1", r => r.GetString(0), messageKey)
        ?? await database.FirstAsync("SELECT conversation FROM delivery WHERE key = $1", r => r.GetString(0), messageKey);

    private static byte[]? BytesOrNull(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static string? StringOrNull(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset Time(DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);
}
