using System.Collections.Concurrent;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage;

/// <summary>Read connections, made as needed and used again. A reader sees what was last committed and never waits for the writer.</summary>
internal sealed class Readers(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteDatabase> _idle = [];

    /// <summary>Runs <paramref name="read"/> on a connection of its own. A failure leaves no connection behind.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Database, ValueTask<T>> read)
    {
        try
        {
            if (!_idle.TryTake(out var database))
            {
                database = new SqliteDatabase(connectionString);
            }

            var result = await read(database);
            _idle.Add(database);
            return result;
        }
        catch (SqliteException e)
        {
            throw new TurnStoreException("Reading failed: " + e.Message, e);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }
}
