using ClinicalBot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Tests.Doctor;

/// <summary>Everything that is wrong with the settings is told in one run, with the values that were seen, in words of the settings.</summary>
[Collection("doctor")]
public sealed class DoctorEverySettingTests(Site site) : DoctorTest(site)
{
    /// <summary>A wrong value of every kind: unreadable, out of range, unknown, missing, for another mode.</summary>
    private static readonly (string Key, string Value)[] Spoiled =
    [
        ("Turns:MaxRuns", "many"), ("Turns:Tick", "00:09:00"), ("Turns:TeamsLimits", "sometimes"), ("Turns:KeepState:dialog", "a week"),
        ("Site:TimeZone", "Mars/Olympus"), ("Site:RecheckInterval", "half an hour"), ("Cloud", "Moon"),
        ("RateLimits:Api:Burst", "lots"), ("RateLimits:Person:PerMinute", "0"), ("Escalation:Urgent:Steps:0:Wait", "soon"),
        ("Escalation:RecheckGrace", "99:00:00"), ("Content:ReviewDate", "next year"), ("Paging:Email:Port", "smtp"), ("Watch:Every", "often"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"), ("Storage:Lease", "long"),
    ];

    [Fact]
    public async Task Every_wrong_setting_is_told_at_once_with_the_value_that_was_seen()
    {
        foreach (var (key, value) in Spoiled)
        {
            Settings[key] = value;
        }

        (Settings["MicrosoftAppPassword"], Settings["Faults:KillAt"]) = ("", "midFlush:1");
        var report = await ExamineAsync();
        Assert.Equal(1, report.Code);
        foreach (var (key, value) in Spoiled)
        {
            var finding = Assert.Single(report.Findings, finding => finding.Message.StartsWith(key, StringComparison.Ordinal));
            Assert.Contains(value, finding.Message, StringComparison.Ordinal);
            Assert.NotNull(finding.Fix);
        }

        Assert.Contains(report.Findings, finding => finding.Message.StartsWith("Neither MicrosoftAppPassword", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Message.StartsWith("Faults:KillAt", StringComparison.Ordinal));
        Assert.All(["Exception", "System.", "Microsoft.", "TimeSpan", "Int32", "Options'", "   at "],
            word => Assert.DoesNotContain(word, report.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_app_id_what_else_a_registration_needs_is_told_too()
    {
        (Settings["environment"], Settings["MicrosoftAppId"], Settings["MicrosoftAppTenantId"]) = ("Production", "", "");
        var report = await ExamineAsync();
        Assert.Equal(
            ["MicrosoftAppId", "MicrosoftAppTenantId"],
            report.Findings.Where(finding => finding.Message.StartsWith("MicrosoftApp", StringComparison.Ordinal))
                .Select(finding => finding.Message.Split(' ')[0]).Order());
    }

    [Theory]
    [InlineData("Paging:Webhook:Secret")]
    [InlineData("Telemetry:PrometheusToken")]
    public async Task A_secret_is_not_shown(string key)
    {
        (Settings[key], Settings["Paging:Webhook:Url"]) = ("swordfish", "https://pager.example.org/");
        var report = await ExamineAsync();
        Assert.Contains(report.Findings, finding => !finding.Ok && finding.Message.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain("swordfish", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_as_windows_calls_it_is_understood_and_its_own_name_told()
    {
        Settings["Site:TimeZone"] = "Eastern Standard Time";
        var note = await NoteAsync("settings");
        Assert.Contains("read as America/New_York", note.Message, StringComparison.Ordinal);
        Settings["Site:TimeZone"] = "America/New_York";
        await FineAsync();
    }

    [Fact]
    public async Task Every_section_is_looked_through()
    {
        await using var bot = await Hosting.RegisteredBot.StartAsync();
        var bound = bot.Services.GetServices<IStartupValidator>();
        Assert.NotEmpty(bound);
        var ours = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name!.StartsWith("ClinicalBot", StringComparison.Ordinal)
                && !assembly.GetName().Name!.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Where(type => bot.Services.GetService(typeof(IOptionsChangeTokenSource<>).MakeGenericType(type)) is not null);
        Assert.Empty(ours.Except(UnreadableSettings.Sections.Select(each => each.Options)));
    }
}
