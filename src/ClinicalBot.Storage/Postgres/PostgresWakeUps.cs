using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>
/// Learns from other nodes that there is work (LISTEN), so that no turn waits for the next look. It only wakes: what is missed, or cannot be
/// heard through a pooler, is found by the next look all the same.
/// </summary>
internal sealed class PostgresWakeUps : IAsyncDisposable
{
    private const string Channel = "clinicalbot_work";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Proof = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private TaskCompletionSource _work = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _told;

    /// <summary>Begins to listen.</summary>
    public PostgresWakeUps(string connectionString, TimeProvider time, ILogger logger)
    {
        (_connectionString, _time, _logger) = (connectionString, time, logger);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Wakes all nodes when the transaction is committed.</summary>
    public static ValueTask SendAsync(Database database) => database.QueueAsync("NOTIFY " + Channel);

    /// <summary>Completes when there may be work.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Volatile.Read(ref _work).Task.WaitAsync(cancellationToken);
        Volatile.Write(ref _work, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (PostgresTurnStore.IsOfDatabase(e) || e is OperationCanceledException)
            {
                Tell("the connection was lost");
                await Task.Delay(Pause, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// Through a pooler in transaction mode LISTEN seems to work and nothing is ever heard, so it is tried with a wake-up from another connection
    /// first.
    /// </summary>
    private async Task ListenAsync()
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        connection.Notification += (_, _) => Volatile.Read(ref _work).TrySetResult();
        await connection.OpenAsync(_stop.Token);
        await RunAsync(connection, "LISTEN " + Channel);
        await using (var another = new NpgsqlConnection(_connectionString))
        {
            await another.OpenAsync(_stop.Token);
            await RunAsync(another, "NOTIFY " + Channel);
        }

        if (!await connection.WaitAsync(Proof, _stop.Token))
        {
            Tell("nothing can be heard, as through a pooler in transaction mode: let Storage:ListenConnectionString lead past it");
            await Task.Delay(TimeSpan.FromMinutes(1), _time, _stop.Token);
            return;
        }

        _told = false;
        while (true)
        {
            await connection.WaitAsync(_stop.Token);
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // One of the two constants above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(_stop.Token);
    }

    private void Tell(string why)
    {
        if (!_told)
        {
            _told = true;
            _logger.LogWarning("No wake-ups from other nodes ({Why}). Work is found by looking every Turns:Tick.", why);
        }
    }
}
