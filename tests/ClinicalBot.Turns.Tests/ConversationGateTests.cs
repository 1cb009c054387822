namespace ClinicalBot.Turns.Tests;

public sealed class ConversationGateTests
{
    private readonly ConversationGate _gate = new();

    [Fact]
    public void First_passes_at_once_and_the_next_waits_for_it()
    {
        var first = _gate.Enter("a");
        var second = _gate.Enter("a");
        Assert.True(first.Turn.IsCompleted);
        Assert.False(second.Turn.IsCompleted);
        first.Dispose();
        Assert.True(second.Turn.IsCompleted);
    }

    [Fact]
    public void Other_conversations_never_wait()
    {
        _gate.Enter("a");
        Assert.True(_gate.Enter("b").Turn.IsCompleted);
    }

    [Fact]
    public async Task Order_of_passing_is_the_order_of_entering()
    {
        var passed = new List<int>();
        var all = Enumerable.Range(0, 100).Select(i => (i, Ticket: _gate.Enter("a"))).ToList().Select(async entry =>
        {
            await entry.Ticket.Turn;
            passed.Add(entry.i);
            await Task.Yield();
            entry.Ticket.Dispose();
        });
        await Task.WhenAll(all);
        Assert.Equal(Enumerable.Range(0, 100), passed);
    }

    [Fact]
    public void Emptied_queue_starts_afresh()
    {
        _gate.Enter("a").Dispose();
        Assert.True(_gate.Enter("a").Turn.IsCompleted);
    }

    [Fact]
    public void Who_comes_while_it_is_held_is_put_in_order_and_who_was_in_goes_on()
    {
        var noon = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var inside = _gate.Enter("a", noon);
        _gate.Hold();
        var late = _gate.Enter("b", noon.AddMilliseconds(5));
        var early = _gate.Enter("b", noon);
        var behind = _gate.Enter("a", noon);
        Assert.Equal((false, false, false), (late.Turn.IsCompleted, early.Turn.IsCompleted, behind.Turn.IsCompleted));
        _gate.Release();
        Assert.Equal((true, false, false), (early.Turn.IsCompleted, late.Turn.IsCompleted, behind.Turn.IsCompleted));
        early.Dispose();
        inside.Dispose();
        Assert.Equal((true, true), (late.Turn.IsCompleted, behind.Turn.IsCompleted));
        Assert.True(_gate.Enter("c").Turn.IsCompleted);
    }

    [Fact]
    public void What_was_sent_earlier_passes_earlier_among_those_that_wait()
    {
        var noon = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var inside = _gate.Enter("a", noon);
        var third = _gate.Enter("a", noon.AddMilliseconds(10));
        var second = _gate.Enter("a", noon.AddMilliseconds(5));
        var timeless = _gate.Enter("a");
        inside.Dispose();
        Assert.Equal((true, false, false), (second.Turn.IsCompleted, third.Turn.IsCompleted, timeless.Turn.IsCompleted));
        second.Dispose();
        Assert.Equal((true, false), (third.Turn.IsCompleted, timeless.Turn.IsCompleted));
    }
}
