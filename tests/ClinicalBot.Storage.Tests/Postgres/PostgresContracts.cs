using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class PostgresTurnContract(Server server) : TurnContract
{
    private readonly PostgresTestDatabase _database = new(server);

    protected override ITurnStore Create() => _database.Create();

    protected override void Crash(ITurnStore store) => PostgresTestDatabase.Crash(store);

    protected override Task OutlastAsync() => _database.OutlastAsync();

    protected override ValueTask DropAsync() => ValueTask.CompletedTask;
}

public sealed class PostgresDueWorkContract(Server server) : DueWorkContract
{
    private readonly PostgresTestDatabase _database = new(server);

    protected override ITurnStore Create() => _database.Create();

    protected override void Crash(ITurnStore store) => PostgresTestDatabase.Crash(store);

    protected override Task OutlastAsync() => _database.OutlastAsync();

    protected override ValueTask DropAsync() => ValueTask.CompletedTask;
}

public sealed class PostgresRowContract(Server server) : RowContract
{
    private readonly PostgresTestDatabase _database = new(server);

    protected override ITurnStore Create() => _database.Create();

    protected override void Crash(ITurnStore store) => PostgresTestDatabase.Crash(store);

    protected override Task OutlastAsync() => _database.OutlastAsync();

    protected override ValueTask DropAsync() => ValueTask.CompletedTask;
}

public sealed class PostgresRecordContract(Server server) : RecordContract
{
    private readonly PostgresTestDatabase _database = new(server);

    protected override Task<IReadOnlyList<Checkpoint>> CheckpointsAsync() =>
        Chain.ReadAsync(new StorageOptions { ConnectionString = _database.ConnectionString });

    protected override ITurnStore Create() => _database.Create();

    protected override void Crash(ITurnStore store) => PostgresTestDatabase.Crash(store);

    protected override Task OutlastAsync() => _database.OutlastAsync();

    protected override ValueTask DropAsync() => ValueTask.CompletedTask;
}

public sealed class PostgresBesideContract(Server server) : BesideContract
{
    private readonly PostgresTestDatabase _database = new(server);

    protected override Task<StoredRecords> BesideAsync() =>
        StoredRecords.OpenAsync(new StorageOptions { ConnectionString = _database.ConnectionString });

    protected override ITurnStore Create() => _database.Create();

    protected override void Crash(ITurnStore store) => PostgresTestDatabase.Crash(store);

    protected override Task OutlastAsync() => _database.OutlastAsync();

    protected override ValueTask DropAsync() => ValueTask.CompletedTask;
}
