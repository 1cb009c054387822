using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>State documents, each in the table of its scope.</summary>
internal static class StateRows
{
    public static ValueTask<StoredState> ReadAsync(Database database, StateKey key) => key.Scope == CaseRows.Scope
        ? CaseRows.ReadAsync(database, key.Id)
        : database.FirstAsync(
            "SELECT version, body FROM state WHERE scope = $1 AND id = $2",
            r => new StoredState(r.GetInt64(0), r.GetFieldValue<byte[]>(1)),
            key.Scope,
            key.Id);

    public static ValueTask<long> VersionOfAsync(Database database, StateKey key) => key.Scope == CaseRows.Scope
        ? CaseRows.VersionOfAsync(database, key.Id)
        : database.FirstAsync("SELECT version FROM state WHERE scope = $1 AND id = $2", r => r.GetInt64(0), key.Scope, key.Id);

    public static ValueTask WriteAsync(Database database, StateWrite write, long version, long at) => write switch
    {
        { Key.Scope: CaseRows.Scope, Body: null } => CaseRows.DeleteAsync(database, write.Key.Id),
        { Key.Scope: CaseRows.Scope, Columns: null } =>
            throw new ArgumentException($"A document of the scope {CaseRows.Scope} is a row and needs its columns.", nameof(write)),
        { Key.Scope: CaseRows.Scope, Body: { } body, Columns: { } columns } => CaseRows.WriteAsync(database, write.Key.Id, body, columns, version, at),
        { Body: null } => DeleteAsync(database, write.Key),
        _ => database.QueueAsync(
            """
            INSERT INTO state (scope, id, version, body, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (scope, id) DO UPDATE SET version = excluded.version, body = excluded.body, at = excluded.at
            """,
            write.Key.Scope,
            write.Key.Id,
            version,
            write.Body,
            at),
    };

    public static ValueTask DeleteAsync(Database database, StateKey key) =>
        database.QueueAsync("DELETE FROM state WHERE scope = $1 AND id = $2", key.Scope, key.Id);
}
