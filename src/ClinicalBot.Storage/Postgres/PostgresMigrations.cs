using DbUp;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>Brings the database up to date, one node at a time.</summary>
internal static class PostgresMigrations
{
    /// <summary>Nodes that start together wait for the first. The lock ends with its transaction, and so with its node.</summary>
    public static async Task RunAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction)
        {
            CommandTimeout = 300,
            Parameters = { new NpgsqlParameter { Value = PostgresDatabase.LockOf("migrations") } },
        };
        await take.ExecuteNonQueryAsync(cancellationToken);
        Migrations.Run(DeployChanges.To.PostgresqlDatabase(connectionString), "Postgres");
        await transaction.CommitAsync(cancellationToken);
    }
}
