using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>Where everything is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Path of the SQLite file. Default: ClinicalBot/clinicalbot.db in the user's local data folder.</summary>
    public string? Path { get; set; }

    /// <summary>Npgsql's connection string of a PostgreSQL database, which any number of nodes may share. Default none: SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// For the one connection that listens for wake-ups, which a pooler in transaction mode cannot serve: leads past it. Default:
    /// <see cref="ConnectionString"/>. When nothing can be heard the log says so, and work is found by looking alone.
    /// </summary>
    public string? ListenConnectionString { get; set; }

    /// <summary>
    /// PostgreSQL: how long a node may be silent before others take over what it was working at. Must outlast an attempt at the channel (15 s).
    /// Default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:20", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The disk, the folder or the database server encrypts what it keeps: said by who runs it, for <c>doctor</c>, which sees only dm-crypt on Linux.
    /// Default false.
    /// </summary>
    public bool EncryptedAtRest { get; set; }

    /// <summary>A PostgreSQL database is named.</summary>
    public bool IsPostgres => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The SQLite file, with the default filled in. What belongs to it lies beside it.</summary>
    public string FullPath => System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(Path) ? DefaultPath : Path);

    internal bool IsReadable
    {
        get
        {
            try
            {
                return !IsPostgres || new NpgsqlConnectionStringBuilder(ConnectionString).Host is { Length: > 0 };
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    private static string DefaultPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "ClinicalBot",
        "clinicalbot.db");
}
