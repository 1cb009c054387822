using ClinicalBot.Turns;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>However a triage is disturbed, the person sees the conversation that an undisturbed one shows.</summary>
public sealed class TriageFaultTests(TriageFaultTests.Undisturbed undisturbed) : IClassFixture<TriageFaultTests.Undisturbed>
{
    /// <summary>Points at which the bot dies, one a run: at every line in turn.</summary>
    public static TheoryData<KillPoint> Points =>
        [KillPoint.BeforeCommit, KillPoint.MidFlush, KillPoint.AfterCommitBeforeSend, KillPoint.AfterSendBeforeConfirm];

    [Fact]
    public void Undisturbed_it_ends_expected()
    {
        Assert.Equal(TriageRun.Uneventful.Count, undisturbed.Transcript.Count);
        Assert.Contains("\"urgency\"", undisturbed.Transcript[^1], StringComparison.Ordinal);
        Assert.Contains("Expected", undisturbed.Transcript[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_delivered_three_times()
    {
        await using var run = await TriageRun.StartAsync();
        for (var line = 0; line < TriageRun.Uneventful.Count; line++)
        {
            await run.DeliverAsync(line, times: 3);
        }

        Assert.Equal(undisturbed.Transcript, run.Transcript());
    }

    [Fact]
    public async Task All_lines_fired_without_waiting()
    {
        await using var run = await TriageRun.StartAsync();
        await run.FireAsync();
        Assert.Equal(undisturbed.Transcript, run.Transcript());
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_at_every_line(KillPoint point)
    {
        await using var run = await TriageRun.StartAsync();
        for (var line = 0; line < TriageRun.Uneventful.Count; line++)
        {
            Assert.True(await run.DieAtAsync(line, point), run.Output);
        }

        Assert.Equal(undisturbed.Transcript, run.Transcript());
    }

    /// <summary>The conversation nobody disturbed.</summary>
    public sealed class Undisturbed : IAsyncLifetime
    {
        public IReadOnlyList<string> Transcript { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var run = await TriageRun.StartAsync();
            for (var line = 0; line < TriageRun.Uneventful.Count; line++)
            {
                await run.SayAsync(line);
            }

            Transcript = run.Transcript();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
