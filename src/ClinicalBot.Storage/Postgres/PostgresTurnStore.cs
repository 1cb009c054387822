using System.Net.Sockets;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>
/// The store of many nodes: one PostgreSQL database, which is all they share. A turn is one transaction that begins by taking the
/// conversation's lock; due work is leased on the database's clock. A node keeps nothing that another needs.
/// </summary>
internal sealed class PostgresTurnStore(IOptions<StorageOptions> options, IKillPoints killPoints, TimeProvider time, ILogger<PostgresTurnStore> logger)
    : ITurnStore, IAsyncDisposable, IDisposable
{
    private static readonly PostgresVersions Versions = new();

    private NpgsqlDataSource? _source;
    private Leases? _leases;
    private PostgresWakeUps? _wakeUps;

    private NpgsqlDataSource Source => _source ?? throw new TurnStoreException("The store is not open.");

    private Leases Leases => _leases ?? throw new TurnStoreException("The store is not open.");

    /// <inheritdoc/>
    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var connectionString = PostgresConnections.Complete(options.Value.ConnectionString!);
        await GuardAsync(async () =>
        {
            await PostgresMigrations.RunAsync(connectionString, cancellationToken);
            var source = NpgsqlDataSource.Create(connectionString);
            _source = source;
            _leases = new Leases(await AloneAsync(d => d.FirstAsync("SELECT nextval('node')", r => r.GetInt64(0))), options.Value);
            return true;
        });
        _wakeUps = new PostgresWakeUps(options.Value.ListenConnectionString is { Length: > 0 } direct
            ? PostgresConnections.Complete(direct) : connectionString, time, logger);
    }

    /// <inheritdoc/>
    public async Task CloseAsync(bool clean)
    {
        try
        {
            if (clean && _source is not null)
            {
                await WriteAsync(async d =>
                {
                    await Leases.ReleaseAsync(d);
                    await PostgresWakeUps.SendAsync(d);
                    return true;
                });
            }
        }
        catch (TurnStoreException e)
        {
            logger.LogWarning(e, "The leases of this node end by themselves: the database does not answer.");
        }

        await DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask<TurnStart> BeginAsync(TurnClaim claim, CancellationToken cancellationToken = default)
    {
        var session = await WatchAsync(() => PostgresTurn.BeginAsync(Source, Leases, killPoints, claim, cancellationToken));
        return session.Earlier is not { } response ? new TurnStart.Opened(session) : await session.EndAsync(response);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FindUnsentConversationsAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => Leases.FindUnsentAsync(d, now, limit));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutboxMessage>> TakeUnsentAsync(string conversation, int limit, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return await ReadAsync(d => Leases.TakeUnsentAsync(d, conversation, limit, now));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DueTimer>> TakeDueTimersAsync(
        DateTimeOffset careNow, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => Leases.TakeTimersAsync(d, careNow, now, limit));

    /// <inheritdoc/>
    public async Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken = default)
    {
        await WriteAsync(async d =>
        {
            foreach (var settlement in settlements)
            {
                if (!await TurnWrites.SettleAsync(d, Versions, settlement))
                {
                    logger.LogInformation("What became of due work {Id} was written by another node, or before.", settlement.Id);
                }

                await Leases.LetGoAsync(d, settlement);
            }

            if (settlements.Any(settlement => settlement is Settlement.Sent { Report: not null } or Settlement.Refused { Report: not null }))
            {
                await PostgresWakeUps.SendAsync(d);
            }

            return true;
        });
        // Only now: a settlement that failed is tried again, and must still be ours then.
        foreach (var settlement in settlements.Where(settlement => settlement is not Settlement.Created))
        {
            Leases.Forget(settlement.Id);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredState> ReadStateAsync(StateKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(d => StateRows.ReadAsync(d, key));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRow>> FindStateAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => CaseRows.FindAsync(d, query));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<StateKey, long>> FindOpenAsync(string scope, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => CaseRows.OpenAsync(d, scope));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(string record, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => CaseEvents.ReadAsync(d, record));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FindRecordsAsync(string after, int limit, CancellationToken cancellationToken = default) =>
        await ReadAsync(d => CaseEvents.ReferencesAsync(d, after, limit));

    /// <inheritdoc/>
    public ValueTask<Delivery> FindDeliveryAsync(string messageKey, CancellationToken cancellationToken = default) =>
        ReadAsync(d => Deliveries.FindAsync(d, messageKey));

    /// <inheritdoc/>
    public Task<int> PurgeAsync(PurgeLimits limits, CancellationToken cancellationToken = default) => Purge.RunAsync(WriteAsync, limits, cancellationToken);

    /// <inheritdoc/>
    public async Task SealAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var sealing = true;
        while (sealing && await ReadAsync(Checkpoints.IsBehindAsync))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sealing = await WriteAsync(async d =>
                await d.FirstAsync("SELECT pg_try_advisory_xact_lock($1)", r => r.GetBoolean(0), PostgresDatabase.LockOf("checkpoint"))
                && await Checkpoints.SealAsync(d, at) > 0);
        }
    }

    /// <inheritdoc/>
    public Task ProveAsync(CancellationToken cancellationToken = default) => WriteAsync(async d =>
    {
        await Settings.CheckAsync(d);
        return true;
    });

    /// <inheritdoc/>
    public Task<StoreStatus> CheckAsync(CancellationToken cancellationToken = default) =>
        WriteAsync(async d => new StoreStatus(await DueWorkRows.OldestUnsentAsync(d), await DueWorkRows.EarliestTimerAsync(d)));

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> GetSharedClockAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(d => d.FirstAsync("SELECT clock_timestamp()", r => r.GetFieldValue<DateTimeOffset>(0)));

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> GetCareOffsetAsync(CancellationToken cancellationToken = default) =>
        TimeSpan.FromTicks(await ReadAsync(d => Settings.GetAsync(d, Settings.CareOffset)));

    /// <inheritdoc/>
    public Task SetCareOffsetAsync(TimeSpan offset, CancellationToken cancellationToken = default) =>
        WriteAsync(d => Settings.SetAsync(d, Settings.CareOffset, offset.Ticks));

    /// <inheritdoc/>
    public Task WaitForWorkAsync(CancellationToken cancellationToken = default) =>
        _wakeUps?.WaitAsync(cancellationToken) ?? Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var (source, wakeUps) = (Interlocked.Exchange(ref _source, null), Interlocked.Exchange(ref _wakeUps, null));
        if (wakeUps is not null)
        {
            await wakeUps.DisposeAsync();
        }

        if (source is not null)
        {
            await source.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Whatever goes wrong between here and the database is the store's failure.</summary>
    internal static async Task<T> GuardAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw new TurnStoreException("The database failed: " + e.Message, e);
        }
    }

    /// <summary>A failure of the database or of the way there.</summary>
    internal static bool IsOfDatabase(Exception e) => e is NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException;

    /// <summary>When the way to the database broke, the idle connections are broken, too: without this each of them would fail one turn.</summary>
    private async Task<T> WatchAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await GuardAsync(run);
        }
        catch (TurnStoreException e) when (e.InnerException is not PostgresException { SqlState: not PostgresErrorCodes.AdminShutdown })
        {
            _source?.Clear();
            throw;
        }
    }

    private async ValueTask<T> ReadAsync<T>(Func<Database, ValueTask<T>> read) => await WatchAsync(() => AloneAsync(read));

    private async Task<T> AloneAsync<T>(Func<Database, ValueTask<T>> run)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await run(new PostgresDatabase(connection, _leases));
    }

    private Task<T> WriteAsync<T>(Func<Database, ValueTask<T>> write) => WatchAsync(async () =>
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var database = new PostgresDatabase(connection, _leases);
        var result = await write(database);
        await database.FlushAsync();
        await transaction.CommitAsync();
        return result;
    });
}
