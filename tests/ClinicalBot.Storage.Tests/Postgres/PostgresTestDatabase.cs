using ClinicalBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ClinicalBot.Storage.Tests;

/// <summary>A real PostgreSQL database for one test.</summary>
internal sealed class PostgresTestDatabase(Server server) : IKillPoints
{
    private string? _connectionString;

    public string ConnectionString => _connectionString ??= server.Cluster.CreateDatabaseAsync().GetAwaiter().GetResult();

    /// <summary>A node.</summary>
    public ITurnStore Create() => new PostgresTurnStore(
        Options.Create(new StorageOptions { ConnectionString = ConnectionString }), this, TimeProvider.System, NullLogger<PostgresTurnStore>.Instance);

    /// <summary>Its connections are gone, and its leases stay.</summary>
    public static void Crash(ITurnStore store) => ((IDisposable)store).Dispose();

    /// <summary>Time passes on the clock of the database until every lease has ended.</summary>
    public Task OutlastAsync() => ExecuteAsync("UPDATE due_work SET lease_until = clock_timestamp() - interval '1 s' WHERE lease_until IS NOT NULL");

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The statements are those of the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    void IKillPoints.Reach(KillPoint point)
    {
    }
}
