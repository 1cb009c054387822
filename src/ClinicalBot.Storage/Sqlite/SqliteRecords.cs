using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage;

/// <summary>Reads the records of cases beside a running process: it takes no lock and changes nothing.</summary>
public sealed class SqliteRecords : IDisposable
{
    private readonly Database _database;

    /// <summary>Opens the database file.</summary>
    /// <exception cref="TurnStoreException">There is no such file, or it holds no records.</exception>
    public SqliteRecords(SqliteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.FullPath))
        {
            throw new TurnStoreException($"There is no database at {options.FullPath}. Set Storage:Path.");
        }

        try
        {
            _database = new Database(new SqliteConnectionStringBuilder { DataSource = options.FullPath, Pooling = false }.ToString());
            _ = CaseEvents.References(_database);
        }
        catch (SqliteException e)
        {
            _database?.Dispose();
            throw new TurnStoreException("The database cannot be read: " + e.Message, e);
        }
    }

    /// <summary>Names of all records, in order.</summary>
    public IReadOnlyList<string> References => CaseEvents.References(_database);

    /// <summary>A record from its first line; empty when there is none.</summary>
    public IReadOnlyList<RecordEntry> Read(string record) => CaseEvents.Read(_database, record);

    /// <summary>A state document as last committed.</summary>
    public StoredState ReadState(StateKey key) => StateRows.Read(_database, key);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
