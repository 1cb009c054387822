using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>
/// The records of cases, one row a line. Rows are added, and may lose content: the database itself refuses to remove one, or to change its
/// number, time or hash.
/// </summary>
internal static class CaseEvents
{
    public static ValueTask<bool> ExistsAsync(Database database, RecordEntry entry) => database.FirstAsync(
        "SELECT 1 FROM case_event WHERE reference = $1 AND number = $2", _ => true, entry.Record, entry.Number);

    public static async ValueTask AppendAsync(Database database, RecordEntry entry)
    {
        await database.QueueAsync(
            "INSERT INTO case_event (reference, number, at, event, hash) VALUES ($1, $2, $3, $4, $5)",
            entry.Record,
            entry.Number,
            entry.At.UtcTicks,
            entry.Body,
            entry.Hash);
        await database.QueueAsync(
            """
            INSERT INTO record (name, length, head, sealed) VALUES ($1, $2, $3, 0)
            ON CONFLICT (name) DO UPDATE SET length = excluded.length, head = excluded.head
            """,
            entry.Record,
            entry.Number,
            entry.Hash);
    }

    public static ValueTask RedactAsync(Database database, RecordRedaction line) => database.QueueAsync(
        "UPDATE case_event SET event = $3 WHERE reference = $1 AND number = $2", line.Record, line.Number, line.Body);

    public static ValueTask<List<RecordEntry>> ReadAsync(Database database, string reference) => database.AllAsync(
        "SELECT number, at, event, hash FROM case_event WHERE reference = $1 ORDER BY number",
        r => new RecordEntry(reference, r.GetInt32(0), new DateTimeOffset(r.GetInt64(1), TimeSpan.Zero), r.GetFieldValue<byte[]>(2), r.GetString(3)),
        reference);

    public static ValueTask<List<string>> ReferencesAsync(Database database, string after, int limit) => database.AllAsync(
        "SELECT name FROM record WHERE name > $1 ORDER BY name LIMIT $2", r => r.GetString(0), after, limit);
}
