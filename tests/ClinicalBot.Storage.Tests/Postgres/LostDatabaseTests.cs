using ClinicalBot.Storage.Contract;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Storage.Tests;

/// <summary>The server is cut off and comes back, and the node goes on by itself.</summary>
public sealed class LostDatabaseTests : IKillPoints
{
    [Fact]
    public async Task A_node_says_that_nothing_is_saved_and_goes_on_when_the_database_is_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var options = Options.Create(new StorageOptions { ConnectionString = await cluster.CreateDatabaseAsync() });
        await using var store = new PostgresTurnStore(options, this, TimeProvider.System, NullLogger<PostgresTurnStore>.Instance);
        await store.OpenAsync(Work.T0);
        // Several connections are open and idle.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.CommitAsync(Work.Claim($"{i}", $"c{i}"), Work.Commit(Work.Message($"m{i}", $"c{i}")))));

        await using var cut = await store.OpenAsync(Work.Claim("cut"));
        await cluster.StopServerAsync();
        await Assert.ThrowsAsync<TurnStoreException>(() => cut.CommitAsync(Work.Commit()));
        await Assert.ThrowsAsync<TurnStoreException>(async () => await store.BeginAsync(Work.Claim("lost")));
        await Assert.ThrowsAsync<TurnStoreException>(() => store.CheckAsync());

        await cluster.StartServerAsync();
        await store.CheckAsync();
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.CommitAsync(Work.Claim("lost", $"c{i}"), Work.Commit())));
        Assert.All(again, result => Assert.IsType<CommitResult.Committed>(result));
        Assert.IsType<TurnStart.Duplicate>(await store.BeginAsync(Work.Claim("0", "c0")));
    }

    void IKillPoints.Reach(KillPoint point)
    {
    }
}
