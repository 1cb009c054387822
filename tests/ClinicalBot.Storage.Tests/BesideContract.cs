using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>What a command of an administrator does to the database of a store that is open.</summary>
public abstract class BesideContract : TurnStoreContract
{
    [Fact]
    public async Task What_is_written_beside_the_store_is_whole_and_seen_by_it()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit() with
        {
            Records = [new RecordEntry("K7-4FX", 1, Work.T0, Work.Bytes("about mallory"), "h1")],
            Writes = [new StateWrite(Work.Key, Work.Bytes("of mallory"))],
            Outbox = [Work.Message("to mallory"), Work.Message("to nurse", "b")],
        });
        await using (var beside = await BesideAsync())
        {
            Assert.Equal(Work.Key, Assert.Single(await beside.FindDocumentsAsync("mallory")).Key);
            Assert.Equal(1, Assert.Single(await beside.FindLinesAsync("mallory")).Number);
            Assert.Single(await beside.FindUnsentAsync("mallory"));
            var version = (await beside.ReadStateAsync(Work.Key)).Version;
            var erase = Work.Commit() with
            {
                Reads = [new StateRead(Work.Key, version)], Writes = [new StateWrite(Work.Key, null)], Redactions = [new RecordRedaction("K7-4FX", 1, [])],
            };
            Assert.IsType<CommitResult.Conflict>(await beside.WriteAsync(Work.Claim("stale"),
                erase with { Reads = [new StateRead(Work.Key, version + 1)] }, ["mallory"]));
            Assert.NotNull((await Store.ReadStateAsync(Work.Key)).Body);
            Assert.Single(await beside.FindUnsentAsync("mallory"));
            Assert.IsType<CommitResult.Committed>(await beside.WriteAsync(Work.Claim("erase"), erase, ["mallory"]));
            Assert.Empty(await beside.FindUnsentAsync("mallory"));
        }

        Assert.Null((await Store.ReadStateAsync(Work.Key)).Body);
        Assert.Empty(Assert.Single(await Store.ReadRecordAsync("K7-4FX")).Body);
        Assert.Equal("to nurse", (await Store.HeadAsync("b")).Entry.MessageKey);
        await Store.CommitAsync(Work.Claim("2"), Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("again"))] });
        Assert.Equal(Work.Bytes("again"), (await Store.ReadStateAsync(Work.Key)).Body);
    }

    /// <summary>The database as a command of an administrator opens it.</summary>
    protected abstract Task<StoredRecords> BesideAsync();
}
