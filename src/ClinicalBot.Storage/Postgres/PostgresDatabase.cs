using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ClinicalBot.Turns;
using Npgsql;

namespace ClinicalBot.Storage;

/// <summary>One connection to PostgreSQL. What is queued travels with the next statement, so that a turn takes few round trips.</summary>
internal sealed class PostgresDatabase(NpgsqlConnection connection, Leases? leases = null) : Database
{
    private NpgsqlBatch? _batch;

    /// <inheritdoc/>
    public override Leases? Leases => leases;

    /// <summary>The name of a lock, as a number. Two names that share one only wait for each other more than they need.</summary>
    public static long LockOf(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <inheritdoc/>
    public override async ValueTask LockAsync(TurnCommit commit)
    {
        var written = commit.Writes.Select(write => write.Key).ToHashSet();
        var locks = commit.Reads.Select(read => read.Key).Concat(written)
            .Select(key => (Lock: LockOf($"{key.Scope}\n{key.Id}"), IsWritten: written.Contains(key))).Distinct().OrderBy(each => each.Lock).ToList();
        if (locks.Count == 0)
        {
            return;
        }

        foreach (var (name, isWritten) in locks)
        {
            Add(isWritten ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)", name);
        }

        await FlushAsync();
    }

    /// <inheritdoc/>
    public override string Contains(string column, int parameter) => $"position(${parameter}::bytea IN {column}) > 0";

    /// <inheritdoc/>
    public override ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments) => RunAsync(Add(sql, arguments));

    /// <inheritdoc/>
    public override ValueTask QueueAsync(string sql, params ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
        where T : default
    {
        Add(sql, arguments);
        return ReadFirstAsync(map);
    }

    /// <inheritdoc/>
    public override ValueTask<List<T>> AllAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        Add(sql, arguments);
        return ReadAllAsync(map);
    }

    /// <summary>Sends what is still queued.</summary>
    public async ValueTask FlushAsync()
    {
        if (_batch is { } batch)
        {
            _batch = null;
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync();
            }
        }
    }

    private async ValueTask<int> RunAsync(NpgsqlBatchCommand command)
    {
        await FlushAsync();
        return (int)command.RecordsAffected;
    }

    private async ValueTask<T?> ReadFirstAsync<T>(Func<DbDataReader, T> map)
    {
        await using var batch = Take();
        await using var reader = await batch.ExecuteReaderAsync();
        return await reader.ReadAsync() ? map(reader) : default;
    }

    private async ValueTask<List<T>> ReadAllAsync<T>(Func<DbDataReader, T> map)
    {
        await using var batch = Take();
        await using var reader = await batch.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>What is queued gives no rows, so the rows read are those of the last statement.</summary>
    private NpgsqlBatch Take()
    {
        var batch = _batch!;
        _batch = null;
        return batch;
    }

    private NpgsqlBatchCommand Add(string sql, params ReadOnlySpan<object?> arguments)
    {
#pragma warning disable CA2100 // Every statement is a constant of this assembly; values only ever go in as parameters.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }

        (_batch ??= connection.CreateBatch()).BatchCommands.Add(command);
        return command;
    }
}
