using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>Outbox and timers: what is committed stays due until settled.</summary>
public abstract class DueWorkContract : TurnStoreContract
{
    private static readonly DateTimeOffset Due = Work.T0.AddHours(4);

    [Fact]
    public async Task Messages_stand_in_commit_order_until_settled()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2"), Work.Message("other", "b")));
        await Store.CommitAsync(Work.Claim("2"), Work.Commit(Work.Message("m3")));
        Assert.Equal(["m1", "m2", "m3"], await KeysAsync());

        await Store.SettleAsync(new Settlement.Sent((await Store.HeadAsync()).Id, "c1", Work.T0));
        await RestartAfterCrashAsync();

        Assert.Equal(["m2", "m3"], await KeysAsync());
        Assert.Equal(new Delivery.Sent("c1"), await Store.FindDeliveryAsync("m1"));
        Assert.IsType<Delivery.Pending>(await Store.FindDeliveryAsync("m2"));
        Assert.IsType<Delivery.Unknown>(await Store.FindDeliveryAsync("m9"));
    }

    [Fact]
    public async Task Message_survives_whole()
    {
        var update = new OutboxEntry(OutboxKind.Update, "a", "m1", "target", Work.Bytes("body"));
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(update));
        await RestartAsync();

        var message = await Store.HeadAsync();
        Assert.Equal(update with { Activity = message.Entry.Activity }, message.Entry);
        Assert.Equal(update.Activity, message.Entry.Activity);
        Assert.Equal((Work.T0, 0, false, false), (message.CommittedAt, message.Attempts, message.InDoubt, message.Held));
    }

    [Fact]
    public async Task Postponed_head_holds_its_conversation_back_and_no_other()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2"), Work.Message("other", "b")));
        var head = await Store.HeadAsync();
        await Store.SettleAsync(new Settlement.Postponed(head.Id, Work.T0.AddSeconds(10), InDoubt: true, Held: true));

        Assert.Equal(["b"], await Store.FindUnsentConversationsAsync(Work.T0, 10));
        Assert.Equal(["b", "a"], await Store.FindUnsentConversationsAsync(Work.T0.AddSeconds(10), 10));
        var again = await Store.HeadAsync();
        Assert.Equal((head.Id, 1, true, true, Work.T0.AddSeconds(10)), (again.Id, again.Attempts, again.InDoubt, again.Held, again.NotBefore));
    }

    [Fact]
    public async Task Refusal_is_kept_and_the_next_message_moves_up()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2")));
        await Store.SettleAsync(new Settlement.Refused((await Store.HeadAsync()).Id, 403, "blocked", Work.T0));
        await RestartAsync();

        Assert.Equal(["m2"], await KeysAsync());
        Assert.Equal(new Delivery.Refused(403, "blocked"), await Store.FindDeliveryAsync("m1"));
    }

    [Fact]
    public async Task Of_an_update_only_a_refusal_is_kept()
    {
        static OutboxEntry Update(string key) => new(OutboxKind.Update, "a", key, "target", Work.Bytes("body"));
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Update("sent"), Update("refused")));
        await Store.SettleAsync(new Settlement.Sent((await Store.HeadAsync()).Id, "c1", Work.T0));
        await Store.SettleAsync(new Settlement.Refused((await Store.HeadAsync()).Id, 403, "blocked", Work.T0));

        Assert.Empty(await KeysAsync());
        Assert.IsType<Delivery.Unknown>(await Store.FindDeliveryAsync("sent"));
        Assert.Equal(new Delivery.Refused(403, "blocked"), await Store.FindDeliveryAsync("refused"));
    }

    [Fact]
    public async Task Settling_twice_is_no_error_and_keeps_the_first()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1")));
        var head = await Store.HeadAsync();
        await Store.SettleAsync(new Settlement.Sent(head.Id, "c1", Work.T0));
        await Store.SettleAsync(new Settlement.Sent(head.Id, "c2", Work.T0));

        Assert.Equal(new Delivery.Sent("c1"), await Store.FindDeliveryAsync("m1"));
    }

    [Fact]
    public async Task After_a_crash_exactly_the_heads_that_may_have_been_under_way_are_in_doubt()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1"), Work.Message("m2"), Work.Message("waits", "b")));
        await Store.SettleAsync(
            new Settlement.Postponed((await Store.HeadAsync("b")).Id, Work.T0.AddMinutes(5), InDoubt: false, Held: false));

        await Store.TakeUnsentAsync("a", 10);
        await RestartAfterCrashAsync(Work.T0.AddMinutes(1));

        Assert.Equal([true, false], (await Store.TakeUnsentAsync("a", 10)).Select(m => m.InDoubt));
        Assert.False((await Store.HeadAsync("b")).InDoubt);
    }

    [Fact]
    public async Task After_a_clean_stop_nothing_is_in_doubt()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1")));
        await Store.TakeUnsentAsync("a", 10);
        await RestartAsync();
        Assert.False((await Store.HeadAsync()).InDoubt);
    }

    [Fact]
    public async Task Oldest_unsent_message_is_told()
    {
        Assert.Null((await Store.CheckAsync()).OldestUnsent);
        await StartTimerAsync("t", Due);
        Assert.Null((await Store.CheckAsync()).OldestUnsent);
        await Store.CommitAsync(Work.Claim("m"), Work.Commit(Work.Message("m1")));
        Assert.Equal(Work.T0, (await Store.CheckAsync()).OldestUnsent);
    }

    [Fact]
    public async Task Timer_is_due_on_the_care_clock_also_after_a_crash()
    {
        await StartTimerAsync("t", Due);
        await RestartAfterCrashAsync();

        Assert.Empty(await Store.TakeDueTimersAsync(Due.AddTicks(-1), Work.T0, 10));
        var timer = Assert.Single(await Store.TakeDueTimersAsync(Due, Work.T0, 10));
        Assert.Equal(("t", "a", Due), (timer.Key, timer.Start.Conversation, timer.Start.DueAt));
        Assert.Equal(Work.Bytes("ring"), timer.Start.Activity);
    }

    [Fact]
    public async Task Timer_runs_once()
    {
        await StartTimerAsync("t", Due);
        var timer = await TheTimerAsync();

        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(TurnClaim.For(timer), Work.Commit()));

        Assert.IsType<TurnStart.Duplicate>(await Store.BeginAsync(TurnClaim.For(timer)));
        Assert.Empty(await Store.TakeDueTimersAsync(Due, Work.T0, 10));
    }

    [Fact]
    public async Task Moved_or_stopped_timer_does_not_run_even_when_its_turn_has_begun()
    {
        await StartTimerAsync("moved", Due);
        await using var moved = await Store.OpenAsync(TurnClaim.For(await TheTimerAsync()));
        await StartTimerAsync("moved", Due.AddHours(1));
        Assert.IsType<CommitResult.Duplicate>(await moved.CommitAsync(Work.Commit(Work.Message("m"))));

        await using var stopped = await Store.OpenAsync(TurnClaim.For(await TheTimerAsync()));
        await Store.CommitAsync(Work.Claim("stop", "b"), Work.Commit() with { Timers = [new TimerChange("moved", null)] });
        Assert.IsType<CommitResult.Duplicate>(await stopped.CommitAsync(Work.Commit(Work.Message("m"))));

        Assert.Empty(await Store.TakeUnsentAsync("a", 10));
        Assert.Empty(await Store.TakeDueTimersAsync(DateTimeOffset.MaxValue, Work.T0, 10));
    }

    [Fact]
    public async Task Timer_may_start_itself_again()
    {
        await StartTimerAsync("t", Due);
        var timer = await TheTimerAsync();
        await Store.CommitAsync(TurnClaim.For(timer), Work.Commit() with { Timers = [Start("t", Due.AddHours(1))] });

        Assert.Equal(Due.AddHours(1), (await TheTimerAsync()).Start.DueAt);
    }

    [Fact]
    public async Task Failed_timer_waits_on_the_system_clock()
    {
        await StartTimerAsync("t", Due);
        var timer = await TheTimerAsync();
        await Store.SettleAsync(new Settlement.Postponed(timer.Id, Work.T0.AddSeconds(2), InDoubt: false, Held: false));

        Assert.Empty(await Store.TakeDueTimersAsync(Due, Work.T0.AddSeconds(1), 10));
        Assert.Equal(1, Assert.Single(await Store.TakeDueTimersAsync(Due, Work.T0.AddSeconds(2), 10)).Attempts);
    }

    [Fact]
    public async Task Order_survives_a_crash_in_the_middle_of_a_batch()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit([.. Enumerable.Range(0, 40).Select(i => Work.Message($"m{i:00}"))]));
        var taken = await Store.TakeUnsentAsync("a", 32);
        await Store.SettleAsync(new Settlement.Sent(taken[0].Id, "c0", Work.T0));
        await RestartAfterCrashAsync();

        var left = await Store.TakeUnsentAsync("a", 100);
        Assert.Equal(Enumerable.Range(1, 39).Select(i => $"m{i:00}"), left.Select(message => message.Entry.MessageKey));
        Assert.Equal([left[0].Id], left.Where(message => message.InDoubt).Select(message => message.Id));
    }

    [Fact]
    public async Task Timer_that_is_started_again_is_due_once()
    {
        await StartTimerAsync("t", Due);
        await StartTimerAsync("t", Due.AddMinutes(1));
        await RestartAfterCrashAsync();

        Assert.Equal(Due.AddMinutes(1), Assert.Single(await Store.TakeDueTimersAsync(Due.AddHours(1), Work.T0, 10)).Start.DueAt);
    }

    [Fact]
    public async Task Report_of_a_refusal_starts_a_timer_with_it()
    {
        await Store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m1")));
        await Store.SettleAsync(new Settlement.Refused((await Store.HeadAsync()).Id, 403, "blocked", Work.T0) { Report = Start("report", Work.T0) });

        Assert.Equal("report", (await TheTimerAsync()).Key);
    }

    private static TimerChange Start(string key, DateTimeOffset due) => new(key, new TimerStart("a", due, Work.Bytes("ring")));

    private Task<CommitResult> StartTimerAsync(string key, DateTimeOffset due) =>
        Store.CommitAsync(Work.Claim($"start {key} {due}", "b"), Work.Commit() with { Timers = [Start(key, due)] });

    private async Task<DueTimer> TheTimerAsync() =>
        Assert.Single(await Store.TakeDueTimersAsync(DateTimeOffset.MaxValue, Work.T0, 10));

    private async Task<IEnumerable<string>> KeysAsync() =>
        (await Store.TakeUnsentAsync("a", 10)).Select(m => m.Entry.MessageKey);
}
