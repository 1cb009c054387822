using System.Text.Json;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Storage;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Somebody, or something, sets the machine's clock. Nobody is called later for it, and nobody earlier.</summary>
public sealed class ClockStories
{
    private const double ThreeDays = 3 * 24 * 60;

    public enum When
    {
        WhileItRuns,
        WhileItIsDown,
        AfterARestart,
    }

    public static TheoryData<double, When> Jumps
    {
        get
        {
            var jumps = new TheoryData<double, When>();
            foreach (var minutes in new[] { ThreeDays, -60, 1, -1 })
            {
                foreach (var when in Enum.GetValues<When>())
                {
                    jumps.Add(minutes, when);
                }
            }

            return jumps;
        }
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_clock_that_jumps_for_half_a_minute_changes_no_wait_and_is_told(double minutes, When when)
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await JumpAsync(night, minutes, when);
        await night.Ward.SettleAsync();
        Assert.Contains("The system clock jumped", await ReadyAsync(night), StringComparison.Ordinal);
        await night.Ward.PassAsync(0.5);
        night.Ward.Wall.Jump(TimeSpan.FromMinutes(-minutes));
        await night.Ward.PassAsync(2);
        Assert.Empty(night.Erin.Cards);
        await night.Ward.PassAsync(0.5);
        Assert.Single(night.Erin.Cards).ShouldSay("Nobody answered in time.");
        await AuditsCleanAsync(night);
        Assert.All(await RecordAsync(night), line => Assert.True(line.At <= night.Ward.Clock.GetUtcNow()));
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_clock_that_jumps_and_stays_is_followed_and_every_wait_is_as_long_as_it_was(double minutes, When when)
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await JumpAsync(night, minutes, when);
        await night.Ward.PassAsync(2.9);
        Assert.Empty(night.Erin.Cards);
        await night.Ward.PassAsync(0.2);
        Assert.Single(night.Erin.Cards).ShouldSay("3 h 3 min ago");
        // Nor does anything later come early or late.
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 5 min");
        await night.Ward.RestartAsync();
        await night.Ward.PassAsync(4.8);
        var called = night.Noor.Cards.Count;
        await night.Ward.PassAsync(0.4);
        Assert.Equal(called + 1, night.Noor.Cards.Count);
        night.LatestPost.ShouldSay("Emergency").ShouldSay("was not there in time");
        await AuditsCleanAsync(night);
    }

    [Fact]
    public async Task Advice_ends_when_its_time_has_passed_and_not_when_the_clock_says_so()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("3 h ago");
        night.Ward.Wall.Jump(TimeSpan.FromMinutes(ThreeDays));
        await night.Ward.PassAsync(59);
        (await night.Nurse.Says($"case {night.Reference}")).ShouldSay("3 h 59 min ago").ShouldSay("Expected");
        await night.Ward.PassAsync(2);
        night.Nurse.Latest.ShouldSay("4 h");
    }

    [Fact]
    public async Task Coordinators_and_the_escalation_channel_are_told()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-coordinator"));
        var coordinator = night.Ward.Person("coordinator");
        await coordinator.Says("help");
        await night.EmergencyAsync();
        await night.InChannelAsync(night.Noor, night.LatestPost, "Coming in 15 min");
        night.Ward.Wall.Jump(TimeSpan.FromHours(-1));
        await night.Ward.SettleAsync();
        coordinator.Latest.ShouldSay("The clock of the bot jumped").ShouldSay("Watch the time of open cases yourselves");
        night.LatestPost.ShouldSay("The clock of the bot jumped");
    }

    private static async Task JumpAsync(Night night, double minutes, When when)
    {
        if (when == When.AfterARestart)
        {
            await night.Ward.RestartAsync();
        }

        night.Ward.Wall.Jump(TimeSpan.FromMinutes(minutes));
        if (when == When.WhileItIsDown)
        {
            await night.Ward.RestartAsync();
        }
    }

    private static async Task AuditsCleanAsync(Night night)
    {
        using var alarms = new Alarms(night.Ward.Get<System.Diagnostics.Metrics.IMeterFactory>());
        await night.Ward.Get<CaseAuditor>().RunOnceAsync();
        Assert.Empty(alarms.Kinds);
    }

    private static async Task<string> ReadyAsync(Night night)
    {
        using var ready = await night.Ward.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var body = await ready.Content.ReadAsStringAsync();
        Assert.Equal("Degraded", JsonElement.Parse(body).GetProperty("status").GetString());
        return body;
    }

    private static async Task<IReadOnlyList<BotFramework.RecordEntry>> RecordAsync(Night night)
    {
        await using var records = await StoredRecords.OpenAsync(new StorageOptions { Path = night.Ward.Database });
        var lines = new List<BotFramework.RecordEntry>();
        await foreach (var record in records.ReferencesAsync())
        {
            lines.AddRange(await records.ReadAsync(record));
        }

        return lines;
    }
}
