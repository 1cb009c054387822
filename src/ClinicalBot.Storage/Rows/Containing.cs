using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Finds and deletes what contains a text, wherever it is kept. It reads whole tables: 
/// for commands of an administrator, never for a turn of a person.</summary>
internal static class Containing
{
    /// <summary>What is on its way, was delivered, or is kept for duplicates.
    /// Found before it is deleted, so that no turn waits while whole tables are read.</summary>
    public static async ValueTask<IReadOnlyList<(string Delete, object Key)>> PassingAsync(Database database, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var claims = await database.AllAsync(
            $"SELECT turn_id FROM claim WHERE response IS NOT NULL AND {database.Contains("response", 1)}", r => r.GetString(0), bytes);
        var deliveries = await database.AllAsync(
            $"SELECT key FROM delivery WHERE reference IS NOT NULL AND {database.Contains("reference", 1)}", r => r.GetString(0), bytes);
        var unsent = await database.AllAsync(
            $"SELECT id FROM due_work WHERE {database.Contains("activity", 1)} OR (parameters IS NOT NULL AND {database.Contains("parameters", 1)})",
            r => r.GetInt64(0), bytes);
        return
        [
            .. claims.Select(key => ("DELETE FROM claim WHERE turn_id = $1", (object)key)),
            .. deliveries.Select(key => ("DELETE FROM delivery WHERE key = $1", (object)key)),
            .. unsent.Select(id => ("DELETE FROM due_work WHERE id = $1", (object)id)),
        ];
    }

    /// <summary>Documents of every scope whose key or content has the text.</summary>
    public static async ValueTask<List<StoredRow>> DocumentsAsync(Database database, string text)
    {
        var (bytes, like) = (Encoding.UTF8.GetBytes(text), Like(text));
        var found = await database.AllAsync(
            $"SELECT scope, id, version, body FROM state WHERE {database.Contains("body", 1)} OR id LIKE $2 ESCAPE '!' ORDER BY scope, id",
            r => new StoredRow(StateKey.Stored(r.GetString(0), r.GetString(1)), new StoredState(r.GetInt64(2), r.GetFieldValue<byte[]>(3))),
            bytes, like);
        found.AddRange(await database.AllAsync(
            $"SELECT id, version, body FROM cases WHERE {database.Contains("body", 1)} OR id LIKE $2 ESCAPE '!' ORDER BY id",
            r => new StoredRow(StateKey.Stored(CaseRows.Scope, r.GetString(0)), new StoredState(r.GetInt64(1), r.GetFieldValue<byte[]>(2))),
            bytes, like));
        return found;
    }

    /// <summary>Lines of every record that have the text.</summary>
    public static ValueTask<List<RecordEntry>> LinesAsync(Database database, string text) => database.AllAsync(
        $"SELECT reference, number, at, event, hash FROM case_event WHERE {database.Contains("event", 1)} ORDER BY reference, number",
        r => new RecordEntry(r.GetString(0), r.GetInt32(1), new DateTimeOffset(r.GetInt64(2), TimeSpan.Zero), r.GetFieldValue<byte[]>(3), r.GetString(4)),
        Encoding.UTF8.GetBytes(text));

    /// <summary>What is on its way and has the text: messages and timers.</summary>
    public static ValueTask<List<byte[]>> UnsentAsync(Database database, string text) => database.AllAsync(
        $"SELECT activity FROM due_work WHERE {database.Contains("activity", 1)} ORDER BY id", r => r.GetFieldValue<byte[]>(0), Encoding.UTF8.GetBytes(text));

    private static string Like(string text) =>
        $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}
