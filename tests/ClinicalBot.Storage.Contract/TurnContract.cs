using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>Claims and state: a turn is committed whole and once.</summary>
public abstract class TurnContract : TurnStoreContract
{
    [Fact]
    public async Task Second_delivery_is_answered_from_the_claim_also_after_a_crash()
    {
        var response = new TurnResponse(200, Work.Bytes("answer"));
        await Store.CommitAsync(Work.Claim("1"), Work.Commit() with { Response = response });

        await AssertAnsweredAsync();
        await RestartAfterCrashAsync();
        await AssertAnsweredAsync();

        async Task AssertAnsweredAsync()
        {
            var duplicate = Assert.IsType<TurnStart.Duplicate>(await Store.BeginAsync(Work.Claim("1")));
            Assert.Equal(response.Status, duplicate.Response.Status);
            Assert.Equal(response.Body, duplicate.Response.Body);
        }
    }

    [Fact]
    public async Task Two_runs_of_one_turn_commit_once()
    {
        async Task<bool> RunAsync()
        {
            if (await Store.BeginAsync(Work.Claim("1")) is not TurnStart.Opened { Session: var session })
            {
                return false;
            }

            await using (session)
            {
                return await session.CommitAsync(Work.Commit(Work.Message("m"))) is CommitResult.Committed;
            }
        }

        var committed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RunAsync)));

        Assert.Single(committed, each => each);
        Assert.Single(await Store.TakeUnsentAsync("a", 10));
    }

    [Fact]
    public async Task Turns_of_different_activities_and_conversations_are_different()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit());

        Assert.IsType<TurnStart.Opened>(await Store.BeginAsync(Work.Claim("2")));
        Assert.IsType<TurnStart.Opened>(await Store.BeginAsync(Work.Claim("1", "b")));
    }

    [Fact]
    public async Task State_is_read_as_committed_also_after_a_crash()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("x"))] });
        await RestartAfterCrashAsync();

        await using var session = await Store.OpenAsync(Work.Claim("2"));
        var state = await session.ReadAsync(Work.Key);
        Assert.Equal(Work.Bytes("x"), state.Body);
        Assert.NotEqual(0, state.Version);
    }

    [Fact]
    public async Task Changed_document_is_a_conflict_and_nothing_is_written()
    {
        await using var loser = await Store.OpenAsync(Work.Claim("loser"));
        var seen = await loser.ReadAsync(Work.Key);
        await Store.CommitAsync(Work.Claim("winner", "b"), Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("w"))] });

        var result = await loser.CommitAsync(Work.Commit(Work.Message("m")) with
        {
            Reads = [new StateRead(Work.Key, seen.Version)],
            Writes = [new StateWrite(Work.Key, Work.Bytes("l"))],
        });

        Assert.IsType<CommitResult.Conflict>(result);
        await loser.DisposeAsync();
        await using var again = await Store.OpenAsync(Work.Claim("loser"));
        Assert.Equal(Work.Bytes("w"), (await again.ReadAsync(Work.Key)).Body);
        Assert.Empty(await Store.TakeUnsentAsync("a", 10));
    }

    [Fact]
    public async Task Deleted_and_recreated_document_is_a_conflict_too()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("x"))] });
        await using var slow = await Store.OpenAsync(Work.Claim("slow", "b"));
        var seen = await slow.ReadAsync(Work.Key);
        await Store.CommitAsync(Work.Claim("2"), Work.Commit() with { Writes = [new StateWrite(Work.Key, null)] });
        await Store.CommitAsync(Work.Claim("3"), Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("x"))] });

        Assert.IsType<CommitResult.Conflict>(
            await slow.CommitAsync(Work.Commit() with { Reads = [new StateRead(Work.Key, seen.Version)] }));
    }

    [Fact]
    public async Task Concurrent_increments_lose_nothing()
    {
        async Task IncrementAsync(int turn)
        {
            while (true)
            {
                await using var session = await Store.OpenAsync(Work.Claim($"turn-{turn}", $"conversation-{turn}"));
                var state = await session.ReadAsync(Work.Key);
                var result = await session.CommitAsync(Work.Commit() with
                {
                    Reads = [new StateRead(Work.Key, state.Version)],
                    Writes = [new StateWrite(Work.Key, [.. state.Body ?? [], (byte)'x'])],
                });
                if (result is CommitResult.Committed)
                {
                    return;
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(turn => Task.Run(() => IncrementAsync(turn))));

        await using var after = await Store.OpenAsync(Work.Claim("after"));
        Assert.Equal(50, (await after.ReadAsync(Work.Key)).Body!.Length);
    }

    [Fact]
    public async Task Session_without_commit_leaves_no_trace()
    {
        await using (var session = await Store.OpenAsync(Work.Claim("1")))
        {
            await session.ReadAsync(Work.Key);
        }

        Assert.IsType<TurnStart.Opened>(await Store.BeginAsync(Work.Claim("1")));
    }

    [Fact]
    public async Task Care_offset_survives_a_crash()
    {
        Assert.Equal(TimeSpan.Zero, await Store.GetCareOffsetAsync());
        await Store.SetCareOffsetAsync(TimeSpan.FromHours(4));
        await RestartAfterCrashAsync();
        Assert.Equal(TimeSpan.FromHours(4), await Store.GetCareOffsetAsync());
    }

    [Fact]
    public async Task Purge_forgets_what_is_old_and_nothing_else()
    {
        var later = Work.T0.AddDays(1);
        await Store.CommitAsync(Work.Claim("old"), Work.Commit(Work.Message("m1")) with { Writes = [new StateWrite(Work.Key, Work.Bytes("x"))] });
        await Store.SettleAsync(new Settlement.Sent((await Store.HeadAsync()).Id, "c1", Work.T0));
        await Store.CommitAsync(Work.Claim("unsent"), Work.Commit(Work.Message("m2")));
        await Store.CommitAsync(
            Work.Claim("new"),
            Work.Commit() with { At = later, Writes = [new StateWrite(new("dialog", "new"), Work.Bytes("x")), Work.Row("c")] });

        var purged = await Store.PurgeAsync(new PurgeLimits(later, later, new Dictionary<string, DateTimeOffset> { ["dialog"] = later }));

        Assert.Equal(4, purged);
        await using var session = await Store.OpenAsync(Work.Claim("old"));
        Assert.Null((await session.ReadAsync(Work.Key)).Body);
        Assert.NotNull((await session.ReadAsync(new("dialog", "new"))).Body);
        Assert.NotNull((await session.ReadAsync(new("case", "c"))).Body);
        Assert.IsType<TurnStart.Duplicate>(await Store.BeginAsync(Work.Claim("new")));
        Assert.IsType<Delivery.Unknown>(await Store.FindDeliveryAsync("m1"));
        Assert.Single(await Store.TakeUnsentAsync("a", 10));
    }
}
