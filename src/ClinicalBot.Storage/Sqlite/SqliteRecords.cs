using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage;

/// <summary>Reads the records of cases beside a running process: it takes no lock and changes nothing.</summary>
public sealed class SqliteRecords : IDisposable
{
    private const int PageSize = 1000;

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
            _ = CaseEvents.References(_database, "", 1).Count + CaseRows.Count(_database, new StateQuery(CaseRows.Scope) { OpenOnly = true });
        }
        catch (SqliteException e)
        {
            _database?.Dispose();
            throw new TurnStoreException("The database cannot be read: " + e.Message, e);
        }
    }

    /// <summary>Names of all records, in order.</summary>
    public IEnumerable<string> References
    {
        get
        {
            var page = CaseEvents.References(_database, "", PageSize);
            while (page.Count > 0)
            {
                foreach (var reference in page)
                {
                    yield return reference;
                }

                page = CaseEvents.References(_database, page[^1], PageSize);
            }
        }
    }

    /// <summary>A record from its first line; empty when there is none.</summary>
    public IReadOnlyList<RecordEntry> Read(string record) => CaseEvents.Read(_database, record);

    /// <summary>A state document as last committed.</summary>
    public StoredState ReadState(StateKey key) => StateRows.Read(_database, key);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
