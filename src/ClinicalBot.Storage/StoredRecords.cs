using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>Reads the records of cases beside a running process: it takes no lock and changes nothing.</summary>
public sealed class StoredRecords : IAsyncDisposable
{
    private const int PageSize = 1000;

    private readonly Database _database;
    private readonly NpgsqlConnection? _connection;

    private StoredRecords(Database database, NpgsqlConnection? connection) => (_database, _connection) = (database, connection);

    /// <summary>Opens the database that these settings name.</summary>
    /// <exception cref="TurnStoreException">There is none, or it holds no records.</exception>
    public static async Task<StoredRecords> OpenAsync(StorageOptions storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (!storage.IsPostgres && !File.Exists(storage.FullPath))
        {
            throw new TurnStoreException($"There is no database at {storage.FullPath}. Set Storage:Path.");
        }

        NpgsqlConnection? connection = null;
        SqliteDatabase? local = null;
        try
        {
            if (storage.IsPostgres)
            {
                connection = new NpgsqlConnection(PostgresConnections.Complete(storage.ConnectionString!));
                await connection.OpenAsync();
            }
            else
            {
                local = new SqliteDatabase(new SqliteConnectionStringBuilder { DataSource = storage.FullPath, Pooling = false }.ToString());
            }

            var records = new StoredRecords(local ?? (Database)new PostgresDatabase(connection!), connection);
            await records._database.FirstAsync("SELECT (SELECT count(*) FROM case_event WHERE reference = '') + (SELECT count(*) FROM checkpoint "
                + "WHERE number = 0)", r => r.GetInt64(0));
            return records;
        }
        catch (Exception e) when (e is SqliteException or NpgsqlException or IOException)
        {
            local?.Dispose();
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw new TurnStoreException("The database cannot be read: " + e.Message, e);
        }
    }

    /// <summary>Names of all records, in order.</summary>
    public async IAsyncEnumerable<string> ReferencesAsync()
    {
        var page = await CaseEvents.ReferencesAsync(_database, "", PageSize);
        while (page.Count > 0)
        {
            foreach (var reference in page)
            {
                yield return reference;
            }

            page = await CaseEvents.ReferencesAsync(_database, page[^1], PageSize);
        }
    }

    /// <summary>The chain over all records, each line with the hash of the record's line it speaks of; null when that is gone.</summary>
    public async IAsyncEnumerable<(Checkpoint Line, string? Found)> CheckpointsAsync()
    {
        var page = await Checkpoints.ReadAsync(_database, 0, PageSize);
        while (page.Count > 0)
        {
            foreach (var line in page)
            {
                yield return line;
            }

            page = await Checkpoints.ReadAsync(_database, page[^1].Line.Number, PageSize);
        }
    }

    /// <summary>A record from its first line; empty when there is none.</summary>
    public async Task<IReadOnlyList<RecordEntry>> ReadAsync(string record) => await CaseEvents.ReadAsync(_database, record);

    /// <summary>A state document as last committed.</summary>
    public Task<StoredState> ReadStateAsync(StateKey key) => StateRows.ReadAsync(_database, key).AsTask();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        (_database as IDisposable)?.Dispose();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }
}
