using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>A site that grew out of its file.</summary>
public sealed class StorageCopyTests(Server server) : IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly PostgresTestDatabase _database = new(server);

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Everything_arrives_and_goes_on()
    {
        var store = _file.Create();
        await store.OpenAsync(Work.T0);
        var record = new RecordEntry("K7-4FX", 1, Work.T0, Work.Bytes("é"), "h1");
        await store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2")) with
        {
            Response = new TurnResponse(200, Work.Bytes("answer")),
            Writes = [new StateWrite(Work.Key, Work.Bytes("x")), Work.Row("k", Work.Columns("k") with { DueAt = Work.T0, Place = "Ward 3" })],
            Records = [record],
            Timers = [new TimerChange("t", new TimerStart("a", Work.T0.AddHours(1), Work.Bytes("ring")))],
        });
        await store.SettleAsync(new Settlement.Sent((await store.HeadAsync()).Id, "c1", Work.T0));
        await store.SealAsync(Work.T0);
        await store.SetCareOffsetAsync(TimeSpan.FromHours(1));
        var version = (await store.ReadStateAsync(Work.Key)).Version;

        var refused = await Assert.ThrowsAsync<TurnStoreException>(() => CopyAsync());
        Assert.Contains("Another process", refused.Message, StringComparison.Ordinal);
        await store.CloseAsync(clean: true);
        var told = await CopyAsync();

        Assert.Contains("case_event          1 row(s)", told, StringComparison.Ordinal);
        var moved = _database.Create();
        await moved.OpenAsync(Work.T0);
        Assert.Equal(Work.Bytes("answer"), Assert.IsType<TurnStart.Duplicate>(await moved.BeginAsync(Work.Claim("1"))).Response.Body);
        Assert.Equal(Work.Bytes("x"), (await moved.ReadStateAsync(Work.Key)).Body);
        Assert.Equal("-/k", Assert.Single(await moved.FindStateAsync(new StateQuery("case") { Tenant = "t", OpenOnly = true })).Key.Id);
        Assert.Equal(record.Body, Assert.Single(await moved.ReadRecordAsync("K7-4FX")).Body);
        Assert.Equal(["m2"], (await moved.TakeUnsentAsync("a", 10)).Select(message => message.Entry.MessageKey));
        Assert.IsType<Delivery.Sent>(await moved.FindDeliveryAsync("m1"));
        Assert.Equal("t", Assert.Single(await moved.TakeDueTimersAsync(Work.T0.AddHours(1), Work.T0, 10)).Key);
        Assert.Equal(TimeSpan.FromHours(1), await moved.GetCareOffsetAsync());
        Assert.Single(await Chain.ReadAsync(new StorageOptions { ConnectionString = _database.ConnectionString }));

        await moved.CommitAsync(Work.Claim("2"), Work.Commit(Work.Message("m3")) with { Writes = [new StateWrite(Work.Key, Work.Bytes("y"))] });
        Assert.True((await moved.ReadStateAsync(Work.Key)).Version > version);
        Assert.Equal(["m2", "m3"], (await moved.TakeUnsentAsync("a", 10)).Select(message => message.Entry.MessageKey));
        await moved.CloseAsync(clean: true);

        var twice = await Assert.ThrowsAsync<TurnStoreException>(() => CopyAsync());
        Assert.Contains("not empty", twice.Message, StringComparison.Ordinal);
    }

    private async Task<string> CopyAsync()
    {
        await using var output = new StringWriter();
        await new StorageCopy(new StorageOptions { Path = _file.Path }).RunAsync(_database.ConnectionString, output, Work.T0);
        return output.ToString();
    }
}
