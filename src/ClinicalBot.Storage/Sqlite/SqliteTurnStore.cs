using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Storage;

/// <summary>
/// The store of one node: one SQLite file, one writer, one process. Conversations are kept in order by the process itself, and its
/// restart voids every lease, so none is written down.
/// </summary>
internal sealed class SqliteTurnStore(IOptions<SqliteOptions> options, IKillPoints killPoints, ReadColumns? readColumns = null) : ITurnStore, IDisposable
{
    private FileLock? _lock;
    private Readers? _readers;
    private GroupCommit? _writer;
    private TurnWrites? _turns;

    private Readers Reader => _readers ?? throw new TurnStoreException("The store is not open.");

    private GroupCommit Writer => _writer ?? throw new TurnStoreException("The store is not open.");

    public Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var path = options.Value.FullPath;
        try
        {
            Open(path, now);
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            Dispose();
            throw new TurnStoreException($"The database {path} cannot be opened: {e.Message} Mend that, or name another file with Storage:Path.", e);
        }
    }

    public async Task CloseAsync(bool clean)
    {
        // A host that stops may close and dispose at the same time: whoever comes first does it.
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
        {
            using (writer)
            {
                await writer.WriteAsync(d => Settings.Set(d, Settings.Clean, clean ? 1 : 0));
                await writer.CloseAsync();
            }
        }

        Dispose();
    }

    public ValueTask<TurnStart> BeginAsync(TurnClaim claim, CancellationToken cancellationToken = default) =>
        Reader.Read(d => Claims.FindEarlier(d, claim)) is { } response
            ? ValueTask.FromResult<TurnStart>(new TurnStart.Duplicate(response))
            : ValueTask.FromResult<TurnStart>(new TurnStart.Opened(new Session(this, claim)));

    public ValueTask<IReadOnlyList<string>> FindUnsentConversationsAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<string>>(Reader.Read(d => DueWorkRows.UnsentConversations(d, now, limit)));

    public ValueTask<IReadOnlyList<OutboxMessage>> TakeUnsentAsync(
        string conversation, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<OutboxMessage>>(Reader.Read(d => DueWorkRows.Unsent(d, conversation, limit)));

    public ValueTask<IReadOnlyList<DueTimer>> TakeDueTimersAsync(
        DateTimeOffset careNow, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<DueTimer>>(Reader.Read(d => DueWorkRows.DueTimers(d, careNow, now, limit)));

    public Task SettleAsync(Settlement settlement, CancellationToken cancellationToken = default) =>
        Writer.WriteAsync(d => _turns!.Settle(d, settlement));

    public ValueTask<StoredState> ReadStateAsync(StateKey key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Reader.Read(d => StateRows.Read(d, key)));

    public ValueTask<IReadOnlyList<StoredRow>> FindStateAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<StoredRow>>(Reader.Read(d => CaseRows.Find(d, query)));

    public ValueTask<IReadOnlyDictionary<StateKey, long>> FindOpenAsync(string scope, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyDictionary<StateKey, long>>(Reader.Read(d => CaseRows.Open(d, scope)));

    public ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(string record, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<RecordEntry>>(Reader.Read(d => CaseEvents.Read(d, record)));

    public ValueTask<IReadOnlyList<string>> FindRecordsAsync(string after, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<string>>(Reader.Read(d => CaseEvents.References(d, after, limit)));

    public ValueTask<Delivery> FindDeliveryAsync(string messageKey, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Reader.Read(d => Deliveries.Find(d, messageKey)));

    public Task<int> PurgeAsync(PurgeLimits limits, CancellationToken cancellationToken = default) =>
        Purge.RunAsync(Writer, limits, cancellationToken);

    public Task<StoreStatus> CheckAsync(CancellationToken cancellationToken = default) => Writer.WriteAsync(d =>
    {
        Settings.Set(d, Settings.Checked, Settings.Get(d, Settings.Checked) + 1);
        return new StoreStatus(DueWorkRows.OldestUnsent(d));
    });

    public ValueTask<TimeSpan> GetCareOffsetAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TimeSpan.FromTicks(Reader.Read(d => Settings.Get(d, Settings.CareOffset))));

    public Task SetCareOffsetAsync(TimeSpan offset, CancellationToken cancellationToken = default) =>
        Writer.WriteAsync(d => Settings.Set(d, Settings.CareOffset, offset.Ticks));

    public void Dispose()
    {
        var (writer, readers, fileLock) = (Interlocked.Exchange(ref _writer, null), Interlocked.Exchange(ref _readers, null), Interlocked.Exchange(ref _lock, null));
        writer?.CloseAsync().GetAwaiter().GetResult();
        writer?.Dispose();
        readers?.Dispose();
        fileLock?.Dispose();
    }

    /// <summary>One after the other is enough: dying between them only doubts the same heads again.</summary>
    private static void Recover(Database database, DateTimeOffset now)
    {
        if (Settings.Get(database, Settings.Clean) == 0)
        {
            DueWorkRows.PutHeadsInDoubt(database, now);
        }

        Settings.Set(database, Settings.Clean, 0);
    }

    private void Open(string path, DateTimeOffset now)
    {
        PrivateFiles.Create(path);
        _lock = FileLock.Take(path);
        // The store pools its own connections; a second pool would keep the file open after the store is closed.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Migrations.Run(connectionString);
        var database = new Database(connectionString);
        Recover(database, now);
        StateRows.MoveToRows(database, readColumns);
        _turns = new TurnWrites(Versions.Load(database));
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
            ValueTask.FromResult(store.Reader.Read(d => CaseRows.Count(d, query)));

        public Task<CommitResult> CommitAsync(TurnCommit commit) =>
            store.Writer.WriteAsync(d => store._turns!.Commit(d, claim, commit));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
