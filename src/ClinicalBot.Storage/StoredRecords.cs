using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>
/// The database beside a running process: it takes no lock. Reading changes nothing; what an administrator's command writes is one transaction
/// like a turn's, so that a bot that runs sees all of it or nothing.
/// </summary>
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

    /// <summary>Every document whose key or content has a text.</summary>
    public async Task<IReadOnlyList<StoredRow>> FindDocumentsAsync(string text) => await Containing.DocumentsAsync(_database, text);

    /// <summary>Lines of every record that have a text.</summary>
    public async Task<IReadOnlyList<RecordEntry>> FindLinesAsync(string text) => await Containing.LinesAsync(_database, text);

    /// <summary>What is on its way and has a text: messages and timers (JSON, UTF-8).</summary>
    public async Task<IReadOnlyList<byte[]>> FindUnsentAsync(string text) => await Containing.UnsentAsync(_database, text);

    /// <summary>Writes beside a bot that may be running.</summary>
    /// <param name="claim">What is done once only.</param>
    /// <param name="commit">What is written.</param>
    /// <param name="forgets">Texts: what is on its way, was delivered or is kept for duplicates and contains one is deleted with it.</param>
    /// <returns>As a turn's: after a conflict read everything again.</returns>
    /// <exception cref="TurnStoreException">Nothing was written.</exception>
    public async Task<CommitResult> WriteAsync(TurnClaim claim, TurnCommit commit, IReadOnlyList<string> forgets)
    {
        try
        {
            var passing = new List<(string Delete, object Key)>();
            foreach (var text in forgets)
            {
                passing.AddRange(await Containing.PassingAsync(_database, text));
            }

            return _database is SqliteDatabase local ? await WriteAsync(local, claim, commit, passing)
                : await WriteAsync((PostgresDatabase)_database, claim, commit, passing);
        }
        catch (Exception e) when (e is SqliteException or NpgsqlException or IOException)
        {
            throw new TurnStoreException(
                $"The database cannot be written: {e.Message} Nothing was changed. Run it again; "
                + "after an upgrade start the bot once before, which brings the tables up to date.", e);
        }
    }

    private static async Task<CommitResult> WriteAsync(
        SqliteDatabase database, TurnClaim claim, TurnCommit commit, IEnumerable<(string Delete, object Key)> passing)
    {
        // What is erased is overwritten in the file, whatever it costs.
        database.Execute("PRAGMA secure_delete = ON");
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = await ApplyAsync(database, new ForeignVersions(commit.At), claim, commit, passing);
            database.Execute(result is CommitResult.Committed ? "COMMIT" : "ROLLBACK");
            if (result is CommitResult.Committed)
            {
                database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }

            return result;
        }
        catch (SqliteException)
        {
            database.Execute("ROLLBACK");
            throw;
        }
    }

    private async Task<CommitResult> WriteAsync(
        PostgresDatabase database, TurnClaim claim, TurnCommit commit, IEnumerable<(string Delete, object Key)> passing)
    {
        await using var transaction = await _connection!.BeginTransactionAsync();
        var result = await ApplyAsync(database, new PostgresVersions(), claim, commit, passing);
        await database.FlushAsync();
        if (result is CommitResult.Committed)
        {
            await transaction.CommitAsync();
        }

        return result;
    }

    private static async Task<CommitResult> ApplyAsync(
        Database database, Versions versions, TurnClaim claim, TurnCommit commit, IEnumerable<(string Delete, object Key)> passing)
    {
        var result = await TurnWrites.CommitAsync(database, versions, claim, commit);
        if (result is CommitResult.Committed)
        {
            foreach (var (delete, key) in passing)
            {
                await database.QueueAsync(delete, key);
            }
        }

        return result;
    }

    /// <summary>A bot that runs counts its versions in memory: these are beyond any that it will give.</summary>
    private sealed class ForeignVersions(DateTimeOffset at) : Versions
    {
        private long _next = at.UtcTicks;

        public override ValueTask<long> TakeAsync(Database database, int count)
        {
            var first = _next;
            _next += count;
            return ValueTask.FromResult(first);
        }
    }

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
