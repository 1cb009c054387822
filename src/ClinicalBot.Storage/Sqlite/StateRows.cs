using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

internal static class StateRows
{
    public static StoredState Read(Database database, StateKey key) => database.First(
        "SELECT version, body FROM state WHERE scope = @1 AND id = @2",
        r => new StoredState(r.GetInt64(0), r.GetFieldValue<byte[]>(1)),
        key.Scope,
        key.Id);

    public static long VersionOf(Database database, StateKey key) => database.First(
        "SELECT version FROM state WHERE scope = @1 AND id = @2", r => r.GetInt64(0), key.Scope, key.Id);

    public static void Write(Database database, StateWrite write, long version, long at)
    {
        if (write.Body is null)
        {
            database.Execute("DELETE FROM state WHERE scope = @1 AND id = @2", write.Key.Scope, write.Key.Id);
            return;
        }

        database.Execute(
            """
            INSERT INTO state (scope, id, version, body, at) VALUES (@1, @2, @3, @4, @5)
            ON CONFLICT (scope, id) DO UPDATE SET version = excluded.version, body = excluded.body, at = excluded.at
            """,
            write.Key.Scope,
            write.Key.Id,
            version,
            write.Body,
            at);
    }

    /// <summary>Versions only need to differ from any a running turn has seen, so a restart may go on from the highest there is.</summary>
    public static long LastVersion(Database database) =>
        database.First("SELECT coalesce(max(version), 0) FROM state", r => r.GetInt64(0));
}
