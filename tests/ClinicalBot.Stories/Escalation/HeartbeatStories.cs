using System.Net;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>The heartbeat stops when any part of the bot does not do its work.</summary>
public sealed class HeartbeatStories
{
    private static readonly Uri Deep = new("/health/deep", UriKind.Relative);

    [Fact]
    public async Task While_all_of_it_works_the_heart_beats_and_when_a_call_is_late_it_stops()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var night = await Night.FallsAsync(null, ("Watch:HeartbeatUrl", receiver.Address.ToString()));
        await night.EmergencyAsync();
        await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await night.Ward.Http.GetAsync(Deep, TestContext.Current.CancellationToken)).StatusCode);
        Assert.True(await night.Ward.Get<Heartbeat>().RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Single(receiver.Posts);

        // The machine sleeps through a step of the ladder, and only the auditor wakes.
        night.Ward.Forward(TimeSpan.FromMinutes(10));
        await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await night.Ward.Http.GetAsync(Deep, TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(await night.Ward.Get<Heartbeat>().RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Single(receiver.Posts);
    }
}
