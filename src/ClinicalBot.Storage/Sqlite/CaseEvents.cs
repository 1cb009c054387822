using ClinicalBot.BotFramework;

namespace ClinicalBot.Storage;

/// <summary>The records of cases, one row a line. Rows are only ever added: the database itself refuses anything else.</summary>
internal static class CaseEvents
{
    public static bool Exists(Database database, RecordEntry entry) => database.First(
        "SELECT 1 FROM case_event WHERE reference = @1 AND number = @2", _ => true, entry.Record, entry.Number);

    public static void Append(Database database, RecordEntry entry) => database.Execute(
        "INSERT INTO case_event (reference, number, at, event, hash) VALUES (@1, @2, @3, @4, @5)",
        entry.Record,
        entry.Number,
        entry.At.UtcTicks,
        entry.Body,
        entry.Hash);

    public static List<RecordEntry> Read(Database database, string reference) => database.All(
        "SELECT number, at, event, hash FROM case_event WHERE reference = @1 ORDER BY number",
        r => new RecordEntry(reference, r.GetInt32(0), new DateTimeOffset(r.GetInt64(1), TimeSpan.Zero), r.GetFieldValue<byte[]>(2), r.GetString(3)),
        reference);

    public static List<string> References(Database database, string after, int limit) => database.All(
        "SELECT reference FROM case_event WHERE number = 1 AND reference > @1 ORDER BY reference LIMIT @2", r => r.GetString(0), after, limit);
}
