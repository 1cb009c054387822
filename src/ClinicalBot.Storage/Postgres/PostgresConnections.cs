using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>What a connection needs that its connection string need not say.</summary>
internal static class PostgresConnections
{
    /// <summary>
    /// Nothing that outlives a transaction is left on a connection, so that a pooler may give each transaction another one. A database that
    /// does not answer is noticed while the caller still waits for the bot's answer.
    /// </summary>
    public static string Complete(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, Enlist = false };
        builder.ApplicationName ??= "ClinicalBot";
        if (!builder.ShouldSerialize("Timeout"))
        {
            builder.Timeout = 5;
        }

        if (!builder.ShouldSerialize("Command Timeout"))
        {
            builder.CommandTimeout = 10;
        }

        return builder.ConnectionString;
    }
}
