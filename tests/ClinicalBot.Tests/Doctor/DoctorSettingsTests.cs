namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of settings. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorSettingsTests(Site site) : DoctorTest(site)
{
    [Theory]
    [InlineData("settings", "MicrosoftAppPassword", "", "the-secret")]
    [InlineData("settings", "MicrosoftAppTenantId", "", "home-tenant")]
    [InlineData("settings", "Site:TimeZone", "Mars/Olympus", "Europe/Paris")]
    [InlineData("settings", "Site:RecheckInterval", "00:00:01", "00:30:00")]
    [InlineData("settings", "Turns:MaxRuns", "0", "10")]
    [InlineData("settings", "Turns:TeamsLimits", "sometimes", "true")]
    [InlineData("settings", "RateLimits:Api:Burst", "0", "60")]
    [InlineData("settings", "RateLimits:Conversation:PerMinute", "lots", "60")]
    [InlineData("settings", "Escalation:RecheckGrace", "1 hour", "01:00:00")]
    [InlineData("settings", "Escalation:Urgent:Repeats", "99", "1")]
    [InlineData("settings", "Escalation:Emergency:FinalEvery", "00:00:01", "00:10:00")]
    public async Task A_setting_is_named_and_setting_it_helps(string check, string key, string wrong, string right)
    {
        Settings[key] = wrong;
        var finding = await WrongAsync(check);
        Assert.Contains(key, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set ", finding.Fix, StringComparison.Ordinal);

        Settings[key] = right;
        await FineAsync();
    }

    [Fact]
    public async Task A_number_that_stands_in_the_settings_still_is_told_its_place()
    {
        Settings["Site:Contacts:Neurology:Phone"] = "555-0101";
        var finding = await WrongAsync("settings");
        Assert.Equal("Site:Contacts is read no more.", finding.Message);
        Assert.StartsWith("Set each number as phone of its role in the contacts file", finding.Fix, StringComparison.Ordinal);

        // As appsettings.template.json had it.
        Settings["Site:Contacts:Neurology:Phone"] = "";
        await FineAsync();
    }

    [Theory]
    [InlineData("To:0", "neurology+next", "neurology+1", "Escalation:Urgent:Steps:0:To names")]
    [InlineData("Wait", "02:00:00", "00:10:00", "Escalation:Urgent:Steps:0:Wait is 02:00:00.")]
    public async Task A_step_of_a_ladder_is_named(string key, string wrong, string right, string said)
    {
        Settings["Escalation:Urgent:Steps:0:To:0"] = "channel";
        Settings["Escalation:Urgent:Steps:0:Wait"] = "00:10:00";
        Settings["Escalation:Urgent:Steps:0:" + key] = wrong;
        Assert.StartsWith(said, (await WrongAsync("settings")).Message, StringComparison.Ordinal);

        Settings["Escalation:Urgent:Steps:0:" + key] = right;
        await FineAsync();
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_the_settings_is_told_at_once()
    {
        (Settings["MicrosoftAppPassword"], Settings["MicrosoftAppTenantId"], Settings["Site:TimeZone"]) = ("", "", "Mars/Olympus");
        var report = await ExamineAsync();
        Assert.Equal(1, report.Code);
        Assert.All(report.Findings, finding => Assert.Equal(("settings", false), (finding.Check, finding.Ok)));
        foreach (var key in new[] { "MicrosoftAppPassword", "MicrosoftAppTenantId", "Site:TimeZone" })
        {
            Assert.Contains(report.Findings, finding => finding.Message.Contains(key, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_an_app_id_outside_development_the_setting_is_named()
    {
        (Settings["environment"], Settings["MicrosoftAppId"]) = ("Production", "");
        // Outside Development these would be wrong as well.
        var (channel, api) = (Settings["BotOpenIdMetadata"], Settings["ApiOpenIdMetadata"]);
        (Settings["BotOpenIdMetadata"], Settings["ApiOpenIdMetadata"]) = ("", "");
        var finding = await WrongAsync("settings");
        (Settings["BotOpenIdMetadata"], Settings["ApiOpenIdMetadata"]) = (channel, api);
        Assert.StartsWith("MicrosoftAppId is not set", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set MicrosoftAppId to the app id", finding.Fix, StringComparison.Ordinal);

        // Both ways it names.
        Settings["environment"] = "Development";
        await FineAsync();
        (Settings["environment"], Settings["MicrosoftAppId"]) = ("Development", "bot-app");
        await FineAsync();
    }
}
