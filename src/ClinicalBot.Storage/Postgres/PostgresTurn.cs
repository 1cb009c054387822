using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>
/// One turn: a transaction that holds its conversation against all other nodes until it ends. The database ends it by itself when its node
/// falls silent in the middle.
/// </summary>
internal sealed class PostgresTurn : ITurnSession
{
    // A handler takes milliseconds. A node that is frozen in one must not hold its conversation for long, and who waits must outwait it.
    private const string LongestSilence = "SET LOCAL idle_in_transaction_session_timeout = '5s'";
    private const string LongestWait = "SET LOCAL lock_timeout = '8s'";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly PostgresDatabase _database;
    private readonly Leases _leases;
    private readonly IKillPoints _killPoints;
    private readonly TurnClaim _claim;

    private PostgresTurn(NpgsqlConnection connection, NpgsqlTransaction transaction, Leases leases, IKillPoints killPoints, TurnClaim claim)
    {
        (_connection, _transaction, _leases, _killPoints, _claim) = (connection, transaction, leases, killPoints, claim);
        _database = new PostgresDatabase(connection, leases);
    }

    /// <summary>What was answered when the turn happened before, else null.</summary>
    public TurnResponse? Earlier { get; private set; }

    /// <summary>Waits for the conversation, and looks whether the turn has happened.</summary>
    public static async Task<PostgresTurn> BeginAsync(
        NpgsqlDataSource source, Leases leases, IKillPoints killPoints, TurnClaim claim, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var turn = new PostgresTurn(connection, await connection.BeginTransactionAsync(cancellationToken), leases, killPoints, claim);
            await turn._database.QueueAsync(LongestSilence);
            await turn._database.QueueAsync(LongestWait);
            await turn._database.ExecuteAsync("SELECT pg_advisory_xact_lock($1)", PostgresDatabase.LockOf("conversation\n" + claim.Conversation));
            turn.Earlier = await Claims.FindEarlierAsync(turn._database, claim, keeps: false);
            return turn;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends a turn that happened before.</summary>
    public async Task<TurnStart> EndAsync(TurnResponse response)
    {
        await DisposeAsync();
        return new TurnStart.Duplicate(response);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredState> ReadAsync(StateKey key, CancellationToken cancellationToken = default) =>
        await PostgresTurnStore.GuardAsync(() => StateRows.ReadAsync(_database, key).AsTask());

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredRow>> FindAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        await PostgresTurnStore.GuardAsync(() => CaseRows.FindAsync(_database, query).AsTask());

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        await PostgresTurnStore.GuardAsync(() => CaseRows.CountAsync(_database, query).AsTask());

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(TurnCommit commit)
    {
        try
        {
            var result = await PostgresTurnStore.GuardAsync(() => WriteAsync(commit));
            return result;
        }
        catch (TurnStoreException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation })
        {
            // Another turn came first: nothing of this one was kept.
            return new CommitResult.Conflict();
        }
    }

    /// <summary>What is not committed is rolled back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        catch (Exception e) when (PostgresTurnStore.IsOfDatabase(e))
        {
            // A connection that is gone holds nothing any more.
        }
    }

    private async Task<CommitResult> WriteAsync(TurnCommit commit)
    {
        var result = await TurnWrites.CommitAsync(_database, new PostgresVersions(), _claim, commit);
        if (result is not CommitResult.Committed)
        {
            await _transaction.RollbackAsync();
            return result;
        }

        if (commit.Timers.Any(timer => timer.Start?.DueAt <= commit.At))
        {
            await PostgresWakeUps.SendAsync(_database);
        }

        await _database.FlushAsync();
        _killPoints.Reach(KillPoint.MidFlush);
        await _transaction.CommitAsync();
        if (_claim is TurnClaim.Due due)
        {
            _leases.Forget(due.TimerId);
        }

        return result;
    }
}
