using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>Makes turns durable and nothing else: one row a turn, all that wait in one transaction, synchronous=FULL.</summary>
internal sealed class FloorStore : IDisposable
{
    private readonly Channel<(string Id, byte[] Body, TaskCompletionSource Done)> _queue =
        Channel.CreateUnbounded<(string, byte[], TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection _database;
    private readonly Task _loop;

    public FloorStore(string path)
    {
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _database.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("CREATE TABLE turn (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID");
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the turn and everything it sends is on the disk.</summary>
    public Task WriteAsync(string id, IReadOnlyList<(HttpMethod Method, byte[] Body)> turn)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((id, [.. turn.SelectMany(call => call.Body)], done));
        return done.Task;
    }

    public void Dispose()
    {
        _queue.Writer.Complete();
        _loop.GetAwaiter().GetResult();
        _database.Dispose();
    }

    private void Run()
    {
        using var insert = _database.CreateCommand();
        insert.CommandText = "INSERT INTO turn (id, body) VALUES (@id, @body)";
        var (id, body) = (insert.Parameters.Add("@id", SqliteType.Text), insert.Parameters.Add("@body", SqliteType.Blob));
        var batch = new List<TaskCompletionSource>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            Execute("BEGIN IMMEDIATE");
            while (_queue.Reader.TryRead(out var turn))
            {
                (id.Value, body.Value) = (turn.Id, turn.Body);
                insert.ExecuteNonQuery();
                batch.Add(turn.Done);
            }

            Execute("COMMIT");
            batch.ForEach(done => done.SetResult());
        }
    }

    private void Execute(string sql)
    {
        using var command = _database.CreateCommand();
#pragma warning disable CA2100 // Constants of this file only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
