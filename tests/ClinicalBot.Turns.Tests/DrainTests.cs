namespace ClinicalBot.Turns.Tests;

public sealed class DrainTests
{
    private readonly Drain _drain = new();

    [Fact]
    public void Empty_house_closes_at_once_and_lets_nobody_in()
    {
        Assert.True(_drain.CloseAsync().IsCompleted);
        Assert.False(_drain.TryEnter());
    }

    [Fact]
    public void Closing_waits_for_everybody_inside()
    {
        Assert.True(_drain.TryEnter());
        Assert.True(_drain.TryEnter());
        var closed = _drain.CloseAsync();
        Assert.False(_drain.TryEnter());
        _drain.Leave();
        Assert.False(closed.IsCompleted);
        _drain.Leave();
        Assert.True(closed.IsCompleted);
    }
}
