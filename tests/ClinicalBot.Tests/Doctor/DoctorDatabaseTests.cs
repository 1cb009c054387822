using Microsoft.Data.Sqlite;

namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of the database. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorDatabaseTests(Site site) : DoctorTest(site)
{
    [Fact]
    public async Task A_database_that_cannot_be_opened_is_named_and_another_file_helps()
    {
        var right = Settings["Storage:Path"];
        await File.WriteAllTextAsync(Path.Combine(Folder.FullName, "notes.txt"), "This is no database, however one looks at it.",
            TestContext.Current.CancellationToken);
        Settings["Storage:Path"] = Path.Combine(Folder.FullName, "notes.txt");
        var finding = await WrongAsync("database");
        Assert.Contains("notes.txt cannot be opened: SQLite Error 26: 'file is not a database'.", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Mend that, or name another file with Storage:Path.", finding.Fix);

        Settings["Storage:Path"] = right;
        await FineAsync();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched_and_the_backup_helps()
    {
        await ExecuteAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('ClinicalBot.Storage.Sqlite.Scripts.9999_later.sql', '2030-01-01')");
        var finding = await WrongAsync("database");
        Assert.StartsWith("The database was brought up to date by a newer version of the program", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Start that version, restore the backup", finding.Fix, StringComparison.Ordinal);

        File.Copy(TheSite.Database, Settings["Storage:Path"], overwrite: true);
        await FineAsync();
    }

    [Fact]
    public async Task A_migration_that_fails_names_its_script_and_cause()
    {
        await ExecuteAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0001_turns.sql'");
        var finding = await WrongAsync("database");
        Assert.Contains("cannot be brought up to date by ClinicalBot.Storage.Sqlite.Scripts.0001_turns.sql: SQLite Error 1: 'table", finding.Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Mend that and start again", finding.Fix, StringComparison.Ordinal);

        File.Copy(TheSite.Database, Settings["Storage:Path"], overwrite: true);
        await FineAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Settings["Storage:Path"], Pooling = false }
            .ToString());
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
