using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class SqliteTurnContract : TurnContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override ValueTask DropAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteDueWorkContract : DueWorkContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override ValueTask DropAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteRowContract : RowContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override ValueTask DropAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteRecordContract : RecordContract
{
    private readonly SqliteFile _file = new();

    protected override Task<IReadOnlyList<Checkpoint>> CheckpointsAsync() => Chain.ReadAsync(new StorageOptions { Path = _file.Path });

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override ValueTask DropAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteBesideContract : BesideContract
{
    private readonly SqliteFile _file = new();

    protected override Task<StoredRecords> BesideAsync() => StoredRecords.OpenAsync(new StorageOptions { Path = _file.Path });

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override ValueTask DropAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}
