using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Storage;

/// <summary>
/// The store of one node: one SQLite file, one writer, one process. Conversations are kept in order by the process itself, and its
/// restart voids every lease, so none is written down.
/// </summary>
internal sealed class SqliteTurnStore(IOptions<StorageOptions> options, IKillPoints killPoints, ReadColumns? readColumns = null) : ITurnStore, IDisposable
{
    private FileLock? _lock;
    private Readers? _readers;
    private GroupCommit? _writer;
    private SqliteVersions? _versions;

    private Readers Reader => _readers ?? throw new TurnStoreException("The store is not open.");

    private GroupCommit Writer => _writer ?? throw new TurnStoreException("The store is not open.");

    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var path = options.Value.FullPath;
        try
        {
            await OpenAsync(path, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            Dispose();
            throw new TurnStoreException($"The database {path} cannot be opened: {e.Message} Mend that, or name another file with Storage:Path.", e);
        }
    }

    public async Task CloseAsync(bool clean)
    {
        // A host that stops may close and dispose at the same time: the first of the two does it.
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
        {
            using (writer)
            {
                await writer.WriteAsync(d => Settings.SetAsync(d, Settings.Clean, clean ? 1 : 0));
                await writer.CloseAsync();
            }
        }

        Dispose();
    }

    public async ValueTask<TurnStart> BeginAsync(TurnClaim claim, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => Claims.FindEarlierAsync(d, claim, keeps: false)) is { } response
            ? new TurnStart.Duplicate(response)
            : new TurnStart.Opened(new Session(this, claim));

    public async ValueTask<IReadOnlyList<string>> FindUnsentConversationsAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => DueWorkRows.UnsentConversationsAsync(d, now, limit));

    public async ValueTask<IReadOnlyList<OutboxMessage>> TakeUnsentAsync(
        string conversation, int limit, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => DueWorkRows.UnsentAsync(d, conversation, limit));

    public async ValueTask<IReadOnlyList<DueTimer>> TakeDueTimersAsync(
        DateTimeOffset careNow, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => DueWorkRows.DueTimersAsync(d, careNow, now, limit));

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken = default) => Writer.WriteAsync(async d =>
    {
        foreach (var settlement in settlements)
        {
            await TurnWrites.SettleAsync(d, _versions!, settlement);
        }

        return true;
    });

    public ValueTask<StoredState> ReadStateAsync(StateKey key, CancellationToken cancellationToken = default) =>
        Reader.ReadAsync(d => StateRows.ReadAsync(d, key));

    public async ValueTask<IReadOnlyList<StoredRow>> FindStateAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => CaseRows.FindAsync(d, query));

    public async ValueTask<IReadOnlyDictionary<StateKey, long>> FindOpenAsync(string scope, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => CaseRows.OpenAsync(d, scope));

    public async ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(string record, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => CaseEvents.ReadAsync(d, record));

    public async ValueTask<IReadOnlyList<string>> FindRecordsAsync(string after, int limit, CancellationToken cancellationToken = default) =>
        await Reader.ReadAsync(d => CaseEvents.ReferencesAsync(d, after, limit));

    public ValueTask<Delivery> FindDeliveryAsync(string messageKey, CancellationToken cancellationToken = default) =>
        Reader.ReadAsync(d => Deliveries.FindAsync(d, messageKey));

    public Task<int> PurgeAsync(PurgeLimits limits, CancellationToken cancellationToken = default) =>
        Purge.RunAsync(Writer.WriteAsync, limits, cancellationToken);

    public async Task SealAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        while (await Reader.ReadAsync(Checkpoints.IsBehindAsync))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Writer.WriteAsync(d => Checkpoints.SealAsync(d, at));
        }
    }

    public Task ProveAsync(CancellationToken cancellationToken = default) => Writer.WriteAsync(async d =>
    {
        await Settings.CheckAsync(d);
        return true;
    });

    public Task<StoreStatus> CheckAsync(CancellationToken cancellationToken = default) =>
        Writer.WriteAsync(async d => new StoreStatus(await DueWorkRows.OldestUnsentAsync(d), await DueWorkRows.EarliestTimerAsync(d)));

    public ValueTask<ClockMark?> GetClockAsync(CancellationToken cancellationToken = default) => Reader.ReadAsync(ClockRows.ReadAsync);

    public Task<bool> MoveClockAsync(TimeSpan by, ClockMark mark, CancellationToken cancellationToken = default) =>
        Writer.WriteAsync(d => ClockRows.MoveAsync(d, by, mark));

    public Task WaitForWorkAsync(CancellationToken cancellationToken = default) =>
        new TaskCompletionSource().Task.WaitAsync(cancellationToken);

    public async ValueTask<TimeSpan> GetCareOffsetAsync(CancellationToken cancellationToken = default) =>
        TimeSpan.FromTicks(await Reader.ReadAsync(d => Settings.GetAsync(d, Settings.CareOffset)));

    public Task SetCareOffsetAsync(TimeSpan offset, CancellationToken cancellationToken = default) =>
        Writer.WriteAsync(d => Settings.SetAsync(d, Settings.CareOffset, offset.Ticks));

    public void Dispose()
    {
        var (writer, readers, fileLock) = (Interlocked.Exchange(ref _writer, null), Interlocked.Exchange(ref _readers, null),
            Interlocked.Exchange(ref _lock, null));
        writer?.CloseAsync().GetAwaiter().GetResult();
        writer?.Dispose();
        readers?.Dispose();
        fileLock?.Dispose();
    }

    /// <summary>One after the other is enough: dying between them only doubts the same heads again.</summary>
    private static async Task RecoverAsync(Database database, DateTimeOffset now)
    {
        if (await Settings.GetAsync(database, Settings.Clean) == 0)
        {
            await DueWorkRows.PutHeadsInDoubtAsync(database, now);
        }

        await Settings.SetAsync(database, Settings.Clean, 0);
    }

    private async Task OpenAsync(string path, DateTimeOffset now)
    {
        PrivateFiles.Create(path);
        _lock = FileLock.Take(path);
        // The store pools its own connections; a second pool would keep the file open after the store is closed.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        // Opened before the scripts run: with its write-ahead log each of them is one flush.
        var database = new SqliteDatabase(connectionString);
        try
        {
            Migrations.Run(DeployChanges.To.SqliteDatabase(connectionString), "Sqlite");
            await RecoverAsync(database, now);
            await OlderCases.MoveToRowsAsync(database, readColumns);
            _versions = await SqliteVersions.LoadAsync(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }

        _readers = new Readers(connectionString);
        _writer = new GroupCommit(database, killPoints);
    }

    private sealed class Session(SqliteTurnStore store, TurnClaim claim) : ITurnSession
    {
        public ValueTask<StoredState> ReadAsync(StateKey key, CancellationToken cancellationToken = default) =>
            store.ReadStateAsync(key, cancellationToken);

        public ValueTask<IReadOnlyList<StoredRow>> FindAsync(StateQuery query, CancellationToken cancellationToken = default) =>
            store.FindStateAsync(query, cancellationToken);

        public ValueTask<int> CountAsync(StateQuery query, CancellationToken cancellationToken = default) =>
            store.Reader.ReadAsync(d => CaseRows.CountAsync(d, query));

        public Task<CommitResult> CommitAsync(TurnCommit commit) =>
            store.Writer.WriteAsync(d => TurnWrites.CommitAsync(d, store._versions!, claim, commit));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
