using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>Which PostgreSQL database is used, when one is. Section "Storage".</summary>
public sealed class PostgresOptions
{
    /// <summary>Npgsql's connection string. Empty: SQLite. Any number of nodes may share the database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// For the one connection that listens for wake-ups, which a pooler in transaction mode cannot serve: leads past it. Default:
    /// <see cref="ConnectionString"/>. When nothing can be heard the log says so, and work is found by polling alone.
    /// </summary>
    public string? ListenConnectionString { get; set; }

    /// <summary>
    /// How long a node may be silent before others take over what it was working at. Must outlast an attempt at the channel (15 s).
    /// Default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:20", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A database is named.</summary>
    public bool IsUsed => !string.IsNullOrWhiteSpace(ConnectionString);

    internal bool IsReadable
    {
        get
        {
            try
            {
                return !IsUsed || new NpgsqlConnectionStringBuilder(ConnectionString).Host is { Length: > 0 };
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}
