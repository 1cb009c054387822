using System.Threading.Channels;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage;

/// <summary>
/// The one writer. Whatever waits is written in one transaction and one flush to the disk; no caller learns of success before the flush.
/// When it fails, everybody in the batch learns that, and nothing was written.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int LargestBatch = 512;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteDatabase _database;
    private readonly IKillPoints _killPoints;
    private readonly Task _loop;

    public GroupCommit(SqliteDatabase database, IKillPoints killPoints)
    {
        (_database, _killPoints) = (database, killPoints);
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs <paramref name="write"/> in the next batch. It must not throw for anything but a broken database.</summary>
    public Task<T> WriteAsync<T>(Func<Database, ValueTask<T>> write)
    {
        var entry = new Write<T>(write);
        return _queue.Writer.TryWrite(entry)
            ? entry.Done
            : Task.FromException<T>(new TurnStoreException("The store is closed."));
    }

    /// <summary>Writes what is queued and takes nothing more.</summary>
    public Task CloseAsync()
    {
        _queue.Writer.TryComplete();
        return _loop;
    }

    public void Dispose() => _database.Dispose();

    private void Run()
    {
        var batch = new List<Write>(LargestBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Flush(batch);
        }
    }

    private void Flush(List<Write> batch)
    {
        try
        {
            _database.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                write.Apply(_database);
            }

            _killPoints.Reach(KillPoint.MidFlush);
            _database.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Whatever went wrong, everybody in the batch must learn it, and the writer must live on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            RollBack();
            batch.ForEach(w => w.Fail(new TurnStoreException("Writing failed: " + e.Message, e)));
            return;
        }

        batch.ForEach(w => w.Succeed());
    }

    private void RollBack()
    {
        try
        {
            _database.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already, as it does when the disk is full.
        }
    }

    private abstract class Write
    {
        public abstract void Apply(Database database);

        public abstract void Succeed();

        public abstract void Fail(TurnStoreException why);
    }

    private sealed class Write<T>(Func<Database, ValueTask<T>> write) : Write
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        /// <summary>Everything SQLite does has ended when it returns, so nothing is waited for.</summary>
        public override void Apply(Database database) => _result = write(database).AsTask().GetAwaiter().GetResult();

        public override void Succeed() => _done.SetResult(_result!);

        public override void Fail(TurnStoreException why) => _done.SetException(why);
    }
}
