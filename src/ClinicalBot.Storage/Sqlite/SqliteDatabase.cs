using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClinicalBot.Storage;

/// <summary>One connection to a file with its prepared statements. Everything it does has ended when it returns.</summary>
internal sealed class SqliteDatabase : Database, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public SqliteDatabase(string connectionString)
    {
        // The driver tries a busy database again for as long as this, on top of SQLite's own wait.
        _connection = new SqliteConnection(connectionString) { DefaultTimeout = 1 };
        _connection.Open();
        // FULL: a commit is on the disk when it returns, which is what makes "happened" true.
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("PRAGMA temp_store = MEMORY");
        // What is deleted is overwritten where that costs no further write.
        Execute("PRAGMA secure_delete = FAST");
        // Another process that holds the database is waited for so long, a batch before this one included: the caller is answered in time.
        Execute("PRAGMA busy_timeout = 1500");
        // Fewer, larger ones: what changes often is copied into the database once, not every fifty turns.
        Execute("PRAGMA wal_autocheckpoint = 4000");
        // A plan must not depend on what is bound: SQLite would compile a statement with a bound LIMIT anew at every use.
        _ = raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <inheritdoc/>
    public override string Contains(string column, int parameter) => $"instr({column}, ${parameter}) > 0";

    /// <inheritdoc/>
    public override ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments) => ValueTask.FromResult(Execute(sql, arguments));

    /// <inheritdoc/>
    public override ValueTask QueueAsync(string sql, params ReadOnlySpan<object?> arguments)
    {
        Execute(sql, arguments);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
        where T : default
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        return ValueTask.FromResult(reader.Read() ? map(reader) : default);
    }

    /// <inheritdoc/>
    public override ValueTask<List<T>> AllAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return ValueTask.FromResult(rows);
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    /// <summary>Statements are prepared once a connection.</summary>
    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly; values only ever go in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }
}
