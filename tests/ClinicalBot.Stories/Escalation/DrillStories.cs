using System.Globalization;
using System.Net;
using System.Text.Json;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>
/// A drill runs through the ladder and the second medium, and nobody takes it for real. After an answer, milestones; from the record, numbers.
/// </summary>
public sealed class DrillStories
{
    private static (string, string)[] Settings(PageReceiver receiver, MailServer mail) =>
    [
        ("Escalation:Coordinators:0", "aad-boss"), ("Paging:Webhook:Url", receiver.Address.ToString()),
            ("Paging:Webhook:Secret", "a long and random secret of the site"),
        ("Paging:Webhook:AllowPrivate", "true"), ("Paging:Email:Host", "127.0.0.1"), ("Paging:Email:Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
        ("Paging:Email:Security", "None"), ("Paging:Email:From", "bot@example.org"),
    ];

    [Fact]
    public async Task A_drill_goes_the_whole_way_is_marked_everywhere_and_says_who_was_reached()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = new MailServer();
        await using var night = await Night.FallsAsDefaultAsync(Night.Everybody.Replace("\"name\": \"Dr. Drew\"",
            "\"name\": \"Dr. Drew\", \"email\": \"drew@example.org\"", StringComparison.Ordinal), Settings(receiver, mail));
        var boss = night.Ward.Person("boss");
        (await night.Nurse.Says("drill")).ShouldSay("Only people the site names may begin a drill.");
        (await boss.Says("drill")).ShouldSay("has begun");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("DRILL: Emergency").ShouldSay("Nobody needs to come.");
        night.LatestPost.ShouldSay("DRILL: Emergency");
        await night.Ward.PassAsync(2.5);
        Assert.All(receiver.Posts, post => Assert.Contains("\"drill\":true", post.Body, StringComparison.Ordinal));
        Assert.Equal(2, receiver.Posts.Count);
        Assert.Contains("DRILL", Assert.Single(mail.Mails).Text, StringComparison.Ordinal);
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 5 min");
        (await night.Noor.Taps(night.Noor.Latest, "Coming in 5 min")).ShouldSay("is over. Nobody needs to come.");
        await night.Ward.SettleAsync();
        boss.Latest.ShouldSay("DRILL: Case").ShouldSay("who was reached")
            .ShouldSay("Dr. Drew: Teams after 0 s, second medium after 2 min 30 s, answer after 2 min 30 s.");
        night.Drew.Latest.ShouldSay("is over. Nobody needs to come.");
        await night.Ward.PassAsync(20);
        Assert.Empty(night.Erin.Cards);
    }

    [Fact]
    public async Task A_scheduler_begins_a_drill_by_http()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-boss"));
        Assert.Equal(HttpStatusCode.Conflict, (await night.Ward.Http.PostAsync(new Uri("/api/drill", UriKind.Relative), null,
            TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_real_case_is_listed_before_a_drill()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-boss"));
        await night.Ward.Person("boss").Says("drill");
        await night.TriageAsync("5 h ago");
        var list = (await night.Nurse.Says("cases")).Text;
        Assert.True(list.IndexOf("Urgent", StringComparison.Ordinal) < list.IndexOf("DRILL", StringComparison.Ordinal), list);
    }

    [Fact]
    public async Task Milestones_stand_on_the_card_with_their_times_and_the_report_counts_them()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(2);
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        await night.Ward.SettleAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Examined");
        await night.Ward.SettleAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "MRI requested");
        await night.Ward.PassAsync(30);
        await night.Drew.TapsInPlace(night.Drew.Latest, "MRI done");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Examined 11:02 · MRI requested 11:02 · MRI done 11:32.");
        using var report = JsonDocument.Parse(await night.Ward.Http.GetStringAsync(new Uri("/api/report", UriKind.Relative),
            TestContext.Current.CancellationToken));
        var line = Assert.Single(report.RootElement.GetProperty("lines").EnumerateArray());
        Assert.Equal(("emergency", 120, 1920), (line.GetProperty("urgency").GetString(), line.GetProperty("bedside").GetProperty("half").GetInt32(),
            line.GetProperty("mri").GetProperty("half").GetInt32()));
        var csv = await night.Ward.Http.GetStringAsync(new Uri("/api/report?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"{night.Reference},", csv, StringComparison.Ordinal);
    }
}
