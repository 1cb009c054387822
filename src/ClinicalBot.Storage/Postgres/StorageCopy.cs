using System.Security.Cryptography;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace ClinicalBot.Storage;

/// <summary>
/// Moves a site from its SQLite file to an empty PostgreSQL database: everything in one transaction, and every row read back and compared before
/// it is committed. The bot must be stopped; the file stays as it is.
/// </summary>
public sealed class StorageCopy(StorageOptions from, ReadColumns? readColumns = null)
{
    private static readonly (string Name, string Order, (string Name, NpgsqlDbType Type)[] Columns)[] Tables =
    [
        ("claim", "turn_id", [("turn_id", NpgsqlDbType.Text), ("status", NpgsqlDbType.Integer), ("response", NpgsqlDbType.Bytea), ("at", NpgsqlDbType.Bigint)]),
        ("state", "scope, id", [("scope", NpgsqlDbType.Text), ("id", NpgsqlDbType.Text), ("version", NpgsqlDbType.Bigint),
            ("body", NpgsqlDbType.Bytea), ("at", NpgsqlDbType.Bigint)]),
        ("cases", "id",
        [
            ("id", NpgsqlDbType.Text), ("version", NpgsqlDbType.Bigint), ("tenant", NpgsqlDbType.Text), ("reference", NpgsqlDbType.Text),
                ("status", NpgsqlDbType.Text),
            ("is_open", NpgsqlDbType.Boolean), ("urgency", NpgsqlDbType.Integer), ("opened_at", NpgsqlDbType.Bigint), ("due_at", NpgsqlDbType.Bigint),
            ("requester", NpgsqlDbType.Text), ("conversation", NpgsqlDbType.Text), ("place", NpgsqlDbType.Text), ("at", NpgsqlDbType.Bigint),
                ("body", NpgsqlDbType.Bytea),
        ]),
        ("due_work", "id",
        [
            ("id", NpgsqlDbType.Bigint), ("kind", NpgsqlDbType.Integer), ("conversation", NpgsqlDbType.Text), ("key", NpgsqlDbType.Text),
                ("target", NpgsqlDbType.Text),
            ("activity", NpgsqlDbType.Bytea), ("parameters", NpgsqlDbType.Bytea), ("report", NpgsqlDbType.Bytea), ("report_sent", NpgsqlDbType.Boolean),
            ("due_at", NpgsqlDbType.Bigint), ("not_before", NpgsqlDbType.Bigint), ("attempts", NpgsqlDbType.Integer), ("in_doubt", NpgsqlDbType.Boolean),
            ("held", NpgsqlDbType.Boolean), ("at", NpgsqlDbType.Bigint),
        ]),
        ("delivery", "key",
        [
            ("key", NpgsqlDbType.Text), ("conversation", NpgsqlDbType.Text), ("activity_id", NpgsqlDbType.Text), ("status", NpgsqlDbType.Integer),
            ("why", NpgsqlDbType.Text), ("at", NpgsqlDbType.Bigint), ("reference", NpgsqlDbType.Bytea),
        ]),
        ("setting", "name", [("name", NpgsqlDbType.Text), ("value", NpgsqlDbType.Bigint)]),
        ("case_event", "reference, number",
            [("reference", NpgsqlDbType.Text), ("number", NpgsqlDbType.Integer), ("at", NpgsqlDbType.Bigint), ("event", NpgsqlDbType.Bytea),
                ("hash", NpgsqlDbType.Text)]),
        ("record", "name", [("name", NpgsqlDbType.Text), ("length", NpgsqlDbType.Integer), ("head", NpgsqlDbType.Text), ("sealed", NpgsqlDbType.Integer)]),
        ("checkpoint", "number",
        [
            ("number", NpgsqlDbType.Bigint), ("at", NpgsqlDbType.Bigint), ("record", NpgsqlDbType.Text), ("length", NpgsqlDbType.Integer),
            ("head", NpgsqlDbType.Text), ("hash", NpgsqlDbType.Text),
        ]),
    ];

    /// <summary>Copies, and tells how many rows of what.</summary>
    /// <param name="to">Npgsql's connection string of the empty database.</param>
    /// <param name="output">Where it is told.</param>
    /// <param name="now">System clock.</param>
    /// <exception cref="TurnStoreException">It could not; the target is as it was.</exception>
    public async Task RunAsync(string to, TextWriter output, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!File.Exists(from.FullPath))
        {
            throw new TurnStoreException($"There is no database at {from.FullPath}. Set Storage:Path.");
        }

        // Opening it brings it up to date, and refuses while the bot runs.
        using var store = new SqliteTurnStore(Options.Create(from), new NoKillPoints(), readColumns);
        await store.OpenAsync(now);
        var target = PostgresConnections.Complete(to);
        await PostgresTurnStore.GuardAsync(async () =>
        {
            await PostgresMigrations.RunAsync(target, CancellationToken.None);
            await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from.FullPath, Pooling = false,
                Mode = SqliteOpenMode.ReadOnly }.ToString());
            await source.OpenAsync();
            await using var connection = new NpgsqlConnection(target);
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (name, order, columns) in Tables)
            {
                await CopyAsync(source, connection, name, order, columns, output);
            }

            await ExecuteAsync(connection, "SELECT setval('state_version', (SELECT greatest(max(value), 1) FROM setting WHERE name IN ('versions')))");
            await ExecuteAsync(connection, "SELECT setval(pg_get_serial_sequence('due_work', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM due_work))");
            await ExecuteAsync(connection, "DELETE FROM setting WHERE name NOT IN ('care_offset', 'checked')");
            await transaction.CommitAsync();
            return true;
        });
    }

    private static async Task CopyAsync(
        SqliteConnection source, NpgsqlConnection target, string name, string order, (string Name, NpgsqlDbType Type)[] columns, TextWriter output)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (await ScalarAsync(target, $"SELECT count(*) FROM {name}") is not 0L)
        {
            throw new TurnStoreException($"The database is not empty: there is something in {name}. Name an empty one.");
        }

#pragma warning disable CA2100 // Names of tables and columns are constants of this type.
        await using var select = new SqliteCommand($"SELECT {names} FROM {name} ORDER BY {order}", source);
#pragma warning restore CA2100
        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        await using (var reader = await select.ExecuteReaderAsync())
        await using (var import = await target.BeginBinaryImportAsync($"COPY {name} ({names}) FROM STDIN (FORMAT BINARY)"))
        {
            for (; await reader.ReadAsync(); rows++)
            {
                await import.StartRowAsync();
                for (var i = 0; i < columns.Length; i++)
                {
                    var value = reader.IsDBNull(i) ? null : Convert(reader.GetValue(i), columns[i].Type);
                    RowDigest.Add(sent, value);
                    await (value is null ? import.WriteNullAsync() : import.WriteAsync(value, columns[i].Type));
                }
            }

            await import.CompleteAsync();
        }

        using var arrived = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
#pragma warning disable CA2100
        await using var read = new NpgsqlCommand($"SELECT {names} FROM {name} ORDER BY "
            + $"{string.Join(", ", order.Split(", ").Select(column => Sorted(column, columns)))}", target) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await using (var reader = await read.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    RowDigest.Add(arrived, await reader.IsDBNullAsync(i) ? null : reader.GetValue(i));
                }
            }
        }

        var (there, here) = (System.Convert.ToHexStringLower(arrived.GetHashAndReset()), System.Convert.ToHexStringLower(sent.GetHashAndReset()));
        if (there != here)
        {
            throw new TurnStoreException($"What arrived in {name} is not what was sent. Nothing was kept.");
        }

        await output.WriteLineAsync(FormattableString.Invariant($"{name,-10} {rows,10} row(s)  sha256 {here}"));
    }

    /// <summary>SQLite sorts texts by their bytes.</summary>
    private static string Sorted(string column, (string Name, NpgsqlDbType Type)[] columns) =>
        columns.First(each => each.Name == column).Type == NpgsqlDbType.Text ? column + " COLLATE \"C\"" : column;

    private static object Convert(object value, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Boolean => (long)value != 0,
        NpgsqlDbType.Integer => checked((int)(long)value),
        _ => value,
    };

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Constants of this type.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql) => ScalarAsync(connection, sql);

    private sealed class NoKillPoints : IKillPoints
    {
        public void Reach(KillPoint point)
        {
        }
    }
}
