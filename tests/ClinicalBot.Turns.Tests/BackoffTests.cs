namespace ClinicalBot.Turns.Tests;

public sealed class BackoffTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(6, 60)]
    [InlineData(1000, 60)]
    public void Pause_doubles_up_to_the_limit_spread_by_a_quarter_each_way(int attempts, double seconds)
    {
        for (var seed = 1; seed <= 1000; seed++)
        {
            Assert.InRange(Backoff.After(attempts, seed, Longest).TotalSeconds, seconds * 0.75, seconds * 1.25);
        }
    }

    [Fact]
    public void Many_do_not_come_back_at_once()
    {
        var pauses = Enumerable.Range(1, 1000).Select(seed => Backoff.After(3, seed, Longest)).ToList();
        Assert.True(pauses.Select(p => Math.Round(p.TotalSeconds)).Distinct().Count() >= 5);
        Assert.True(pauses.Distinct().Count() > 990);
    }
}
