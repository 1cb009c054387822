using System.Data.Common;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>The one chain over all records. Turns never write it: they would all wait for one another.</summary>
internal static class Checkpoints
{
    private const int Step = 500;
    private const string Columns = "number, at, record, length, head, hash";

    /// <summary>Some record has lines that the chain does not cover.</summary>
    public static ValueTask<bool> IsBehindAsync(Database database) =>
        database.FirstAsync("SELECT 1 FROM record WHERE sealed < length LIMIT 1", _ => true);

    /// <summary>Adds a line for each record that has grown, up to <see cref="Step"/>. No other node may add any meanwhile.</summary>
    /// <returns>How many.</returns>
    public static async ValueTask<int> SealAsync(Database database, DateTimeOffset at)
    {
        var grown = await database.AllAsync(
            "SELECT name, length, head FROM record WHERE sealed < length ORDER BY name LIMIT $1",
            r => (Name: r.GetString(0), Length: r.GetInt32(1), Head: r.GetString(2)),
            Step);
        var last = await database.FirstAsync($"SELECT {Columns} FROM checkpoint ORDER BY number DESC LIMIT 1", Read);
        foreach (var (name, length, head) in grown)
        {
            last = Checkpoint.After(last, at, name, length, head);
            await WriteAsync(database, last);
            await database.QueueAsync("UPDATE record SET sealed = $2 WHERE name = $1", name, length);
        }

        return grown.Count;
    }

    public static ValueTask WriteAsync(Database database, Checkpoint line) => database.QueueAsync(
        $"INSERT INTO checkpoint ({Columns}) VALUES ($1, $2, $3, $4, $5, $6)",
        line.Number,
        line.At.UtcTicks,
        line.Record,
        line.Length,
        line.Head,
        line.Hash);

    /// <summary>Lines of the chain, each with the hash of the record's line it speaks of; null when that is gone.</summary>
    public static ValueTask<List<(Checkpoint Line, string? Found)>> ReadAsync(Database database, long after, int limit) => database.AllAsync(
        """
        SELECT checkpoint.number, checkpoint.at, checkpoint.record, checkpoint.length, checkpoint.head, checkpoint.hash, case_event.hash
        FROM checkpoint LEFT JOIN case_event ON case_event.reference = checkpoint.record AND case_event.number = checkpoint.length
        WHERE checkpoint.number > $1 ORDER BY checkpoint.number LIMIT $2
        """,
        r => (Read(r), r.IsDBNull(6) ? null : r.GetString(6)),
        after,
        limit);

    private static Checkpoint Read(DbDataReader r) => new(
        r.GetInt64(0), new DateTimeOffset(r.GetInt64(1), TimeSpan.Zero), r.GetString(2), r.GetInt32(3), r.GetString(4), r.GetString(5));
}
