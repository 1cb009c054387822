using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Stories.Escalation;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>
/// Each alert of ops/prometheus-alerts.yml is provoked once, on what the bot tells Prometheus; and nothing is asked for that it does not tell.
/// </summary>
[Collection(Alone.Name)]
public sealed class AlertStories
{
    private static readonly Regex Names = new(@"clinicalbot_\w+", RegexOptions.NonBacktracking);

    // Prometheus itself makes it when nothing answers.
    private const string Down = "ClinicalBotDown";

    private static readonly Dictionary<string, Func<Night, Task>> Provoked = new()
    {
        ["ClinicalBotDueWorkLate"] = async night =>
        {
            await night.TriageAsync("5 h ago");
            await night.Ward.PassAsync(0.2);
            await Sql.ExecuteAsync(night.Ward.Database, "ALTER TABLE claim RENAME TO gone");
            night.Ward.Forward(TimeSpan.FromMinutes(15));
        },
        ["ClinicalBotUnansweredEscalation"] = async night =>
        {
            await night.EmergencyAsync();
            await night.Ward.PassAsync(16);
            await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        },
        ["ClinicalBotOverdue"] = async night =>
        {
            await night.EmergencyAsync();
            await Sql.ExecuteAsync(night.Ward.Database, "DELETE FROM due_work WHERE kind = 0");
            night.Ward.Forward(TimeSpan.FromMinutes(15));
            await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        },
        ["ClinicalBotFirstCallSlow"] = async night =>
        {
            night.Ward.Channel.Decide = arrival => arrival.Conversation.Contains("nurse", StringComparison.Ordinal) ? Verdict.Take : Verdict.Throttle(90);
            await night.EmergencyAsync();
            night.Ward.Channel.Decide = _ => Verdict.Take;
            await night.Ward.PassAsync(3);
        },
        ["ClinicalBotUnsent"] = async night =>
        {
            night.Ward.Channel.Decide = _ => Verdict.Throttle(600);
            (await night.Nurse.SendAsync(night.Nurse.Activity() with { Text = "help" })).EnsureSuccessStatusCode();
            await night.Ward.PassAsync(0.2);
            night.Ward.Forward(TimeSpan.FromMinutes(3));
        },
        ["ClinicalBotStaleCards"] = async night =>
        {
            for (var i = 0; i < 6; i++)
            {
                await TriageAsync(night.Ward.Person("nurse" + i));
            }

            await night.Ward.PassAsync(61);
            await night.Ward.Get<CaseAuditor>().RunOnceAsync(TestContext.Current.CancellationToken);
        },
        ["ClinicalBotTurnsFail"] = async night =>
        {
            await Sql.ExecuteAsync(night.Ward.Database, "ALTER TABLE claim RENAME TO gone");
            using var response = await night.Nurse.SendAsync(night.Nurse.Activity() with { Text = "triage" });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        },
        ["ClinicalBotReplays"] = async night =>
        {
            var same = night.Nurse.Activity() with { Text = "triage" };
            for (var i = 0; i < 22; i++)
            {
                (await night.Nurse.SendAsync(same)).EnsureSuccessStatusCode();
            }
        },
        ["ClinicalBotRefusals"] = async night =>
        {
            for (var i = 0; i < 21; i++)
            {
                using var content = new StringContent("{", MediaTypeHeaderValue.Parse("application/json"));
                using var response = await night.Ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content,
                    TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            }
        },
    };

    public static TheoryData<string> Alerts => [.. AlertRule.All.Select(rule => rule.Name).Where(name => name is not (Down or "ClinicalBotTurnsSlow"))];

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Each_alert_is_quiet_until_its_condition_is_provoked(string alert)
    {
        var rule = AlertRule.Of(alert);
        await using var night = await Night.FallsAsync(settings: Scrape.Setting);
        await night.Nurse.Says("help");
        await night.Ward.SettleAsync();
        var before = await Scrape.OfAsync(night.Ward);
        Assert.False(rule.Form == "max" && rule.Holds(before, before));
        await Provoked[alert](night);
        var after = await Scrape.OfAsync(night.Ward);
        Assert.True(rule.Holds(before, after), after.Text);
    }

    [Fact]
    public async Task Slow_turns_raise_theirs()
    {
        var rule = AlertRule.Of("ClinicalBotTurnsSlow");
        await using var night = await Night.FallsAsync(settings: [Scrape.Setting, ("Turns:FirstHold", "00:00:05")]);
        var before = await Scrape.OfAsync(night.Ward);
        // The first turn after a start waits a moment for others: on a fake clock, until time passes.
        var said = night.Nurse.SendAsync(night.Nurse.Activity() with { Text = "help" });
        while (!said.IsCompleted)
        {
            night.Ward.Forward(TimeSpan.FromSeconds(3));
            await Task.Yield();
        }

        (await said).EnsureSuccessStatusCode();
        var after = await Scrape.OfAsync(night.Ward);
        Assert.True(rule.Holds(before, after), after.Text);
    }

    [Fact]
    public async Task Rules_and_dashboard_name_only_what_the_bot_tells()
    {
        await using var night = await Night.FallsAsync(settings: Scrape.Setting);
        foreach (var alert in new[] { "ClinicalBotReplays", "ClinicalBotRefusals", "ClinicalBotOverdue", "ClinicalBotFirstCallSlow" })
        {
            await Provoked[alert](night);
        }

        await night.Nurse.Says("help");
        var told = (await Scrape.OfAsync(night.Ward)).Samples.Select(sample => sample.Name).ToHashSet();
        var dashboard = await File.ReadAllTextAsync(Ops.Path("grafana-dashboard.json"), TestContext.Current.CancellationToken);
        using var parsed = JsonDocument.Parse(dashboard);
        Assert.All(parsed.RootElement.GetProperty("panels").EnumerateArray(), panel => Assert.NotEmpty(panel.GetProperty("targets").EnumerateArray()));
        var asked = AlertRule.All.Select(rule => rule.Expression).Append(dashboard).SelectMany(text => Names.Matches(text))
            .Select(match => match.Value).Distinct().ToList();
        Assert.True(asked.Count > 10);
        // A conflict needs two turns on one document at once.
        Assert.DoesNotContain(asked, name => !told.Contains(name) && name != "clinicalbot_turns_conflicts_total");
    }

    [Fact]
    public async Task There_is_nothing_to_scrape_without_the_token_and_nothing_at_all_by_default()
    {
        await using var ward = await Ward.OpenAsync(Scrape.Setting);
        using var response = await ward.Http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await using var other = await Ward.OpenAsync();
        using var none = await other.Http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task TriageAsync(Person nurse)
    {
        foreach (var line in new[] { "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes" })
        {
            await nurse.Says(line);
        }
    }
}
