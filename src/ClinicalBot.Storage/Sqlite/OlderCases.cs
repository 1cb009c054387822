using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Cases that were written before they had a table.</summary>
internal static class OlderCases
{
    /// <summary>Makes them rows. What cannot be read stays where it is.</summary>
    public static async Task MoveToRowsAsync(Database database, ReadColumns? readColumns)
    {
        if (readColumns is null)
        {
            return;
        }

        var old = await database.AllAsync(
            "SELECT id, version, body, at FROM state WHERE scope = $1",
            r => (Key: new StateKey(CaseRows.Scope, r.GetString(0)), Version: r.GetInt64(1), Body: r.GetFieldValue<byte[]>(2), At: r.GetInt64(3)),
            CaseRows.Scope);
        await database.ExecuteAsync("BEGIN IMMEDIATE");
        foreach (var each in old)
        {
            if (readColumns(each.Key, each.Body) is { } columns)
            {
                await CaseRows.WriteAsync(database, each.Key.Id, each.Body, columns, each.Version, each.At);
                await StateRows.DeleteAsync(database, each.Key);
            }
        }

        await database.ExecuteAsync("COMMIT");
    }
}
