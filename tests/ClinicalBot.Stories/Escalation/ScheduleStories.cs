using ClinicalBot.Conversations.Rota;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Drills and preflights that begin by themselves. It is Sunday 22 November 2026, 11:00 UTC, 06:00 in New York.</summary>
public sealed class ScheduleStories
{
    private static readonly (string, string)[] Site = [("Site:TimeZone", "America/New_York"), ("Escalation:Coordinators:0", "aad-boss")];

    private static async Task LookAsync(Night night, int times = 1)
    {
        for (var look = 0; look < times; look++)
        {
            await night.Ward.Get<Schedule>().RunOnceAsync(Ward.Tenant, TestContext.Current.CancellationToken);
            await night.Ward.SettleAsync();
        }
    }

    private static int Drills(Night night) => night.Ward.Person("boss").Cards.Count(card => card.Text.Contains("has begun", StringComparison.Ordinal));

    [Fact]
    public async Task A_drill_begins_at_its_time_once_and_not_again_after_a_restart()
    {
        await using var night = await Night.FallsAsync(null, [.. Site, ("Escalation:DrillAt", "30 6 * * 0")]);
        var boss = night.Ward.Person("boss");
        await boss.Says("help");
        await LookAsync(night);
        Assert.Equal(0, Drills(night));
        night.Ward.Forward(TimeSpan.FromMinutes(31));
        await LookAsync(night, times: 2);
        Assert.Equal(1, Drills(night));
        night.Drew.Latest.ShouldSay("DRILL: Emergency");
        await night.Ward.RestartAsync();
        await LookAsync(night, times: 2);
        Assert.Equal(1, Drills(night));
        night.Ward.Forward(TimeSpan.FromDays(7));
        await LookAsync(night);
        Assert.Equal(2, Drills(night));
    }

    [Fact]
    public async Task A_drill_that_was_missed_by_hours_is_left_out_and_one_by_minutes_made_up_for()
    {
        await using var night = await Night.FallsAsync(null, [.. Site, ("Escalation:DrillAt", "0 7 * * *")]);
        await night.Ward.Person("boss").Says("help");
        night.Ward.Forward(TimeSpan.FromHours(3));
        await LookAsync(night);
        Assert.Equal(0, Drills(night));
        night.Ward.Forward(TimeSpan.FromHours(22.5));
        await night.Ward.RestartAsync();
        await LookAsync(night);
        Assert.Equal(1, Drills(night));
    }

    [Fact]
    public async Task The_preflight_tells_every_coordinator_once_what_a_call_would_fail_at()
    {
        const string contacts =
            """
            {
              "proceduralist": { "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew", "phone": "ask the desk" },
                  { "aadObjectId": "aad-erin", "name": "Dr. Erin", "phone": "212 555 0111" } ],
                "rotation": { "members": [ "aad-drew", "aad-gone" ], "start": "2026-11-22", "handoff": "08:00", "days": 1, "zone": "UTC" },
                "calendars": [ "nowhere.ics" ] },
              "neurology": { "people": [ { "aadObjectId": "aad-gone", "name": "Dr. Gone", "phone": "212 555 0112", "until": "2026-11-29T00:00:00Z" } ] }
            }
            """;
        await using var night = await Night.FallsAsync(contacts, [.. Site, ("Escalation:PreflightAt", "30 6 * * *"), ("Escalation:Channel", ""),
            ("Escalation:Emergency:Steps:0:To:0", "neurology"), ("Escalation:Emergency:Steps:0:Wait", "00:03:00")]);
        var boss = night.Ward.Person("boss");
        await boss.Says("help");
        await night.Drew.Says("help");
        night.Ward.Forward(TimeSpan.FromMinutes(45));
        await LookAsync(night, times: 2);
        await night.Ward.RestartAsync();
        await LookAsync(night);
        Assert.Equal(2, boss.Cards.Count);
        boss.Latest.ShouldSay("Preflight of the next 14 days: 6 found").ShouldSay("Nobody is on call as Neurology, 19:00 Sat 28 Nov")
            .ShouldSay("A calendar of Proceduralist cannot be read").ShouldSay("The phone of Dr. Drew is no number")
            .ShouldSay("Dr. Erin has no chat with the bot.").ShouldSay("Dr. Gone has no chat with the bot.")
            .ShouldSay("The last step of the ladder for emergency can reach nobody");
    }

    [Theory]
    [InlineData(true, "Preflight of the next 14 days: nothing found")]
    [InlineData(false, "The bot has never heard from the escalation channel. Say help to it there.")]
    public async Task A_preflight_that_finds_nothing_says_so_and_one_misses_a_channel_it_never_heard_from(bool isHeard, string said)
    {
        await using var night = await Night.FallsAsync(Night.Everybody, [.. Site, ("Escalation:PreflightAt", "30 6 * * *")]);
        foreach (var person in new[] { night.Ward.Person("boss"), night.Drew, night.Erin, night.Noor })
        {
            await person.Says("help");
        }

        if (isHeard)
        {
            await night.Nurse.In(Ward.Thread(Night.ChannelId)).Mentions("help");
        }

        night.Ward.Forward(TimeSpan.FromMinutes(45));
        await LookAsync(night);
        night.Ward.Person("boss").Latest.ShouldSay(said);
    }
}
