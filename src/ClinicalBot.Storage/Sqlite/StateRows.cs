using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>State documents, each in the table of its scope.</summary>
internal static class StateRows
{
    public static StoredState Read(Database database, StateKey key) => key.Scope == CaseRows.Scope
        ? CaseRows.Read(database, key.Id)
        : database.First(
            "SELECT version, body FROM state WHERE scope = @1 AND id = @2",
            r => new StoredState(r.GetInt64(0), r.GetFieldValue<byte[]>(1)),
            key.Scope,
            key.Id);

    public static long VersionOf(Database database, StateKey key) => key.Scope == CaseRows.Scope
        ? CaseRows.VersionOf(database, key.Id)
        : database.First("SELECT version FROM state WHERE scope = @1 AND id = @2", r => r.GetInt64(0), key.Scope, key.Id);

    public static void Write(Database database, StateWrite write, long version, long at)
    {
        switch (write)
        {
            case { Key.Scope: CaseRows.Scope, Body: null }:
                CaseRows.Delete(database, write.Key.Id);
                break;
            case { Key.Scope: CaseRows.Scope, Columns: null }:
                throw new ArgumentException($"A document of the scope {CaseRows.Scope} is a row and needs its columns.", nameof(write));
            case { Key.Scope: CaseRows.Scope, Body: { } body, Columns: { } columns }:
                CaseRows.Write(database, write.Key.Id, body, columns, version, at);
                break;
            case { Body: null }:
                Delete(database, write.Key);
                break;
            default:
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
                break;
        }
    }

    /// <summary>Documents that were written before their scope had a table become rows. What cannot be read stays where it is.</summary>
    public static void MoveToRows(Database database, ReadColumns? readColumns)
    {
        if (readColumns is null)
        {
            return;
        }

        var old = database.All(
            "SELECT id, version, body, at FROM state WHERE scope = @1",
            r => (Key: new StateKey(CaseRows.Scope, r.GetString(0)), Version: r.GetInt64(1), Body: r.GetFieldValue<byte[]>(2), At: r.GetInt64(3)),
            CaseRows.Scope);
        database.Execute("BEGIN IMMEDIATE");
        foreach (var each in old)
        {
            if (readColumns(each.Key, each.Body) is { } columns)
            {
                CaseRows.Write(database, each.Key.Id, each.Body, columns, each.Version, each.At);
                Delete(database, each.Key);
            }
        }

        database.Execute("COMMIT");
    }

    private static void Delete(Database database, StateKey key) =>
        database.Execute("DELETE FROM state WHERE scope = @1 AND id = @2", key.Scope, key.Id);
}
