using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>Several nodes on one database.</summary>
public sealed class NodesTests(Server server) : IAsyncLifetime
{
    private readonly PostgresTestDatabase _database = new(server);
    private ITurnStore _one = null!;
    private ITurnStore _two = null!;

    public async ValueTask InitializeAsync()
    {
        (_one, _two) = (_database.Create(), _database.Create());
        // Both find an empty database.
        await Task.WhenAll(_one.OpenAsync(Work.T0), _two.OpenAsync(Work.T0));
    }

    public async ValueTask DisposeAsync()
    {
        await _one.CloseAsync(clean: true);
        await _two.CloseAsync(clean: true);
    }

    [Fact]
    public async Task Turns_of_a_conversation_are_serial_across_nodes_and_others_do_not_wait()
    {
        var first = await _one.OpenAsync(Work.Claim("1"));
        var second = _two.OpenAsync(Work.Claim("2"));
        await using (await _two.OpenAsync(Work.Claim("3", "other")))
        {
            Assert.False(second.IsCompleted);
        }

        await first.CommitAsync(Work.Commit() with { Writes = [new StateWrite(Work.Key, Work.Bytes("1"))] });
        await first.DisposeAsync();
        await using var session = await second;
        Assert.Equal(Work.Bytes("1"), (await session.ReadAsync(Work.Key)).Body);
    }

    [Fact]
    public async Task Nodes_have_one_clock_the_databases()
    {
        var earlier = await _one.GetSharedClockAsync(TestContext.Current.CancellationToken);
        var later = await _two.GetSharedClockAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(earlier);
        Assert.True(later >= earlier);
    }

    [Fact]
    public async Task A_redelivery_to_another_node_waits_for_the_first_and_gets_its_answer()
    {
        var first = await _one.OpenAsync(Work.Claim("1"));
        var again = _two.BeginAsync(Work.Claim("1")).AsTask();
        await first.CommitAsync(Work.Commit() with { Response = new TurnResponse(200, Work.Bytes("answer")) });
        await first.DisposeAsync();
        Assert.Equal(Work.Bytes("answer"), Assert.IsType<TurnStart.Duplicate>(await again).Response.Body);
    }

    [Fact]
    public async Task A_queue_is_in_one_hand_and_its_order_is_kept()
    {
        await _one.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2")));
        var taken = await _one.TakeUnsentAsync("a", 10);
        await _two.CommitAsync(Work.Claim("2"), Work.Commit(Work.Message("m3")));
        Assert.Empty(await _two.TakeUnsentAsync("a", 10));
        Assert.Empty(await _two.FindUnsentConversationsAsync(Work.T0, 10));

        foreach (var message in taken)
        {
            await _one.SettleAsync(new Settlement.Sent(message.Id, "c", Work.T0));
        }

        Assert.Equal(["m3"], (await _two.TakeUnsentAsync("a", 10)).Select(message => message.Entry.MessageKey));
    }

    [Fact]
    public async Task What_a_frozen_node_writes_when_it_wakes_is_refused()
    {
        await _one.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1")) with { Timers =
            [new TimerChange("t", new TimerStart("a", Work.T0, Work.Bytes("ring")))] });
        var message = Assert.Single(await _one.TakeUnsentAsync("a", 10));
        var timer = Assert.Single(await _one.TakeDueTimersAsync(Work.T0, Work.T0, 10));
        Assert.Empty(await _two.TakeDueTimersAsync(Work.T0, Work.T0, 10));
        await _database.OutlastAsync();

        var taken = Assert.Single(await _two.TakeUnsentAsync("a", 10));
        Assert.True(taken.InDoubt);
        await _one.SettleAsync(new Settlement.Refused(message.Id, 403, "late", Work.T0));
        Assert.IsType<Delivery.Pending>(await _two.FindDeliveryAsync("m1"));
        await _two.SettleAsync(new Settlement.Sent(taken.Id, "c1", Work.T0));
        Assert.Equal(new Delivery.Sent("c1"), await _one.FindDeliveryAsync("m1"));

        var again = Assert.Single(await _two.TakeDueTimersAsync(Work.T0, Work.T0, 10));
        Assert.IsType<TurnStart.Duplicate>(await _one.BeginAsync(TurnClaim.For(timer)));
        Assert.IsType<CommitResult.Committed>(await _two.CommitAsync(TurnClaim.For(again), Work.Commit()));
    }

    [Fact]
    public async Task A_turn_of_a_frozen_node_is_ended_by_the_database()
    {
        await using var frozen = await _one.OpenAsync(Work.Claim("1"));
        Assert.IsType<CommitResult.Committed>(await _two.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"))));
        await Assert.ThrowsAsync<TurnStoreException>(() => frozen.CommitAsync(Work.Commit(Work.Message("m2"))));
        Assert.Equal(["m1"], (await _two.TakeUnsentAsync("a", 10)).Select(message => message.Entry.MessageKey));
    }

    [Fact]
    public async Task Documents_that_two_conversations_share_lose_nothing()
    {
        async Task IncrementAsync(int turn)
        {
            var node = turn % 2 == 0 ? _one : _two;
            CommitResult? result = null;
            while (result is not CommitResult.Committed)
            {
                await using var session = await node.OpenAsync(Work.Claim($"turn-{turn}", $"conversation-{turn}"));
                var state = await session.ReadAsync(Work.Key);
                result = await session.CommitAsync(Work.Commit() with
                {
                    Reads = [new StateRead(Work.Key, state.Version)],
                    Writes = [new StateWrite(Work.Key, [.. state.Body ?? [], (byte)'x'])],
                });
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => IncrementAsync(turn))));
        Assert.Equal(20, (await _one.ReadStateAsync(Work.Key)).Body!.Length);
    }

    [Fact]
    public async Task A_node_that_stops_hands_over_at_once_and_wakes_the_others()
    {
        await _one.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1")));
        await _one.TakeUnsentAsync("a", 10);
        // The listener's own proof that it can hear comes first.
        await _two.WaitForWorkAsync();
        var woken = _two.WaitForWorkAsync();
        await _one.CloseAsync(clean: true);
        await woken.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(Assert.Single(await _two.TakeUnsentAsync("a", 10)).InDoubt);
    }
}
