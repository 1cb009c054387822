using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Turns.Tests;

public sealed class SendLimitsTests
{
    private static readonly (int Calls, TimeSpan Within)[] Documented =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_span_of_time_ever_sees_more_than_the_limits_and_what_waits_gets_its_turn_when_told(int seed)
    {
        var limits = new SendLimits(_time);
        var random = new Random(seed);
        var taken = new List<DateTimeOffset>();
        while (taken.Count < 4000)
        {
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(4) switch { 0 => 0, 1 => random.Next(40), 2 => random.Next(700), _ => random.Next(3000) }));
            if (limits.TryTake("a") is { } free)
            {
                Assert.True(free > _time.GetUtcNow());
                _time.SetUtcNow(free.AddTicks(-1));
                Assert.Equal(free, limits.TryTake("a"));
                _time.SetUtcNow(free);
                Assert.Null(limits.TryTake("a"));
            }

            taken.Add(_time.GetUtcNow());
        }

        foreach (var (calls, within) in Documented)
        {
            Assert.All(Enumerable.Range(0, taken.Count - calls), i => Assert.True(taken[i + calls] - taken[i] >= within));
        }
    }

    [Fact]
    public void Other_conversations_have_their_own()
    {
        var limits = new SendLimits(_time);
        Assert.Equal(7, Enumerable.Range(0, 20).Count(_ => limits.TryTake("a") is null));
        Assert.Equal(7, Enumerable.Range(0, 20).Count(_ => limits.TryTake("b") is null));
    }
}
