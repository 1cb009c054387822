using Microsoft.Data.Sqlite;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Damage done to a database from outside.</summary>
internal static class Sql
{
    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the stories.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
