using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class SqliteTurnContract : TurnContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override void Drop() => _file.Dispose();
}

public sealed class SqliteDueWorkContract : DueWorkContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override void Drop() => _file.Dispose();
}

public sealed class SqliteRowContract : RowContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override void Drop() => _file.Dispose();
}

public sealed class SqliteRecordContract : RecordContract
{
    private readonly SqliteFile _file = new();

    protected override ITurnStore Create() => _file.Create();

    protected override void Crash(ITurnStore store) => SqliteFile.Crash(store);

    protected override void Drop() => _file.Dispose();
}
