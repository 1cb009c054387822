using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Turns.Tests;

/// <summary>A node of several goes by the database's clock, and by the time that passes; never by a clock of its own that somebody set.</summary>
public sealed class SharedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-60)]
    [InlineData(3 * 24 * 60)]
    public async Task A_clock_that_is_set_and_stays_so_is_told_and_not_followed(double minutes)
    {
        using var node = new Node(Start);
        node.System.Off = TimeSpan.FromMinutes(minutes);
        for (var passed = 0; passed < 10; passed++)
        {
            node.Passing.Advance(TimeSpan.FromMinutes(1));
            await node.Watch.RunOnceAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Start + TimeSpan.FromMinutes(passed + 1), node.Care.GetUtcNow());
            Assert.Equal(HealthStatus.Degraded, await node.HealthAsync());
        }
    }

    [Fact]
    public async Task A_node_whose_clock_is_wrong_when_it_starts_goes_by_the_databases()
    {
        using var node = new Node(Start + TimeSpan.FromHours(1));
        Assert.Equal(Start + TimeSpan.FromHours(1), node.Care.GetUtcNow());
        await node.Watch.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Degraded, await node.HealthAsync());
    }

    private sealed class Node : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

        public Node(DateTimeOffset database)
        {
            Passing = new FakeTimeProvider(Start);
            System = new SetClock(Passing);
            var steady = new SteadyTime(System);
            var store = SharedStore.With(database);
            Care = new CareTime(steady, store);
            Watch = new ClockWatch(steady, Care, store, [],
                new TurnsMetrics(_services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), NullLogger<ClockWatch>.Instance);
            Watch.LoadAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        }

        public FakeTimeProvider Passing { get; }

        public SetClock System { get; }

        public CareTime Care { get; }

        public ClockWatch Watch { get; }

        public async Task<HealthStatus> HealthAsync() => (await Watch.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;

        public void Dispose()
        {
            Watch.Dispose();
            Care.Dispose();
            _services.Dispose();
        }
    }

    /// <summary>A system clock that can be set; what passes does not change with it.</summary>
    private sealed class SetClock(FakeTimeProvider passing) : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override long TimestampFrequency => passing.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + Off;

        public override long GetTimestamp() => passing.GetTimestamp();
    }

    /// <summary>A store of which only the clock is asked.</summary>
    private class SharedStore : DispatchProxy
    {
        private DateTimeOffset _clock;

        public static ITurnStore With(DateTimeOffset clock)
        {
            var store = Create<ITurnStore, SharedStore>();
            ((SharedStore)(object)store)._clock = clock;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name == nameof(ITurnStore.GetSharedClockAsync)
            ? new ValueTask<DateTimeOffset?>(_clock)
            : throw new InvalidOperationException($"{targetMethod?.Name} is not for a clock that is not followed.");
    }
}
