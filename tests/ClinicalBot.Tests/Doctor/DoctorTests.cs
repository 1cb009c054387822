using System.Text.Json;
using ClinicalBot.Doctor;
using ClinicalBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Tests.Doctor;

/// <summary>Each finding is provoked, and what it says to do makes it go away.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-doctor-");
    private readonly Dictionary<string, string> _settings = [];
    private LocalIssuer _channel = null!;
    private LocalIssuer _api = null!;
    private LocalEntra _entra = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = await LocalIssuer.StartAsync(SigningKey.Rsa("channel", ["msteams"]));
        _api = await LocalIssuer.StartAsync(SigningKey.Rsa("entra"));
        _entra = await LocalEntra.StartAsync();
        foreach (var (key, value) in new[]
                 {
                     ("environment", "Development"), ("MicrosoftAppId", "bot-app"), ("MicrosoftAppTenantId", "home-tenant"), ("MicrosoftAppPassword", "the-secret"),
                     ("BotOpenIdMetadata", _channel.Metadata), ("ApiOpenIdMetadata", _api.Metadata), ("Site:TimeZone", "America/New_York"),
                     ("Storage:Path", Path.Combine(_folder.FullName, "bot.db")), ("Site:Contacts:Proceduralist:Phone", "1"),
                     ("Site:Contacts:Neurology:Phone", "2"), ("Site:Contacts:Mri:Phone", "3"),
                 })
        {
            _settings[key] = value;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _api.DisposeAsync();
        await _entra.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_wrong()
    {
        var (code, report) = await ExamineAsync();
        Assert.Equal((0, true), (code, report.GetProperty("ok").GetBoolean()));
        Assert.Equal(
            ["settings", "database", "contacts", "channelKeys", "apiKeys", "token"],
            report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("check").GetString()));
    }

    [Fact]
    public async Task For_people_each_finding_is_a_line_and_each_fault_has_its_fix()
    {
        _settings["Site:Contacts:Mri:Phone"] = "";
        var (code, text) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("ok     database: opens", text, StringComparison.Ordinal);
        Assert.Contains("WRONG  contacts: Site:Contacts:Mri:Phone is not set.", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Set it to the number to dial.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings", "MicrosoftAppPassword", "", "the-secret")]
    [InlineData("settings", "MicrosoftAppTenantId", "", "home-tenant")]
    [InlineData("settings", "Site:TimeZone", "Mars/Olympus", "Europe/Paris")]
    [InlineData("settings", "Site:RecheckInterval", "00:00:01", "00:30:00")]
    [InlineData("settings", "Turns:MaxRuns", "0", "10")]
    [InlineData("contacts", "Site:Contacts:Neurology:Phone", "", "555-0101")]
    public async Task A_setting_is_named_and_setting_it_helps(string check, string key, string wrong, string right)
    {
        _settings[key] = wrong;
        var finding = await FindAsync(check);
        Assert.Contains(key, finding.GetProperty("message").GetString() + finding.GetProperty("fix").GetString(), StringComparison.Ordinal);

        _settings[key] = right;
        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Fact]
    public async Task Without_an_app_id_outside_development_the_setting_is_named()
    {
        (_settings["environment"], _settings["MicrosoftAppId"]) = ("Production", "");
        var finding = await FindAsync("settings");
        Assert.StartsWith("MicrosoftAppId is not set", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Set MicrosoftAppId to the app id", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);

        // Both ways it names.
        _settings["environment"] = "Development";
        Assert.Equal(0, (await ExamineAsync()).Code);
        (_settings["environment"], _settings["MicrosoftAppId"]) = ("Development", "bot-app");
        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Fact]
    public async Task A_database_that_another_process_uses_is_free_once_that_stops()
    {
        using (new FileStream(_settings["Storage:Path"] + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var finding = await FindAsync("database");
            Assert.Contains("Another process is using", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("Stop it", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_named_and_another_file_helps()
    {
        var right = _settings["Storage:Path"];
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "notes.txt"), "This is no database, however one looks at it.", TestContext.Current.CancellationToken);
        _settings["Storage:Path"] = Path.Combine(_folder.FullName, "notes.txt");
        var finding = await FindAsync("database");
        Assert.Contains("Storage:Path", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);

        _settings["Storage:Path"] = right;
        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_named_with_their_address()
    {
        _channel.IsDown = true;
        var finding = await FindAsync("channelKeys");
        Assert.Contains(_channel.Metadata, finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("BotOpenIdMetadata", finding.GetProperty("fix").GetString(), StringComparison.Ordinal);

        _channel.IsDown = false;
        _api.IsDown = true;
        Assert.Contains("ApiOpenIdMetadata", (await FindAsync("apiKeys")).GetProperty("fix").GetString(), StringComparison.Ordinal);

        _api.IsDown = false;
        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_entras_code()
    {
        _entra.Failure = (401, "AADSTS7000215");
        var finding = await FindAsync("token");
        Assert.Contains("AADSTS7000215", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("Set MicrosoftAppPassword to the secret's value, not to its id.", finding.GetProperty("fix").GetString());

        _entra.Failure = null;
        Assert.Equal(0, (await ExamineAsync()).Code);
    }

    [Theory]
    [InlineData("invalid_client AADSTS7000222", "The secret has ended.")]
    [InlineData("unauthorized_client AADSTS700016", "Set MicrosoftAppId")]
    [InlineData("invalid_client AADSTS700027", "Upload the public part")]
    [InlineData("invalid_request AADSTS90002", "Set MicrosoftAppTenantId")]
    [InlineData("invalid_grant AADSTS5000000", "Look the code up")]
    [InlineData("HttpRequestException", "Let this machine reach Entra")]
    [InlineData("managed_identity_request_failed", "Assign the managed identity")]
    public void Each_reason_there_is_no_token_has_its_fix(string reason, string fix) =>
        Assert.StartsWith(fix, TokenAdvice.For(reason).Fix, StringComparison.Ordinal);

    /// <summary>The one finding that is wrong, in JSON.</summary>
    private async Task<JsonElement> FindAsync(string check)
    {
        var (code, report) = await ExamineAsync();
        Assert.Equal((1, false), (code, report.GetProperty("ok").GetBoolean()));
        var wrong = Assert.Single(report.GetProperty("findings").EnumerateArray(), finding => !finding.GetProperty("ok").GetBoolean());
        Assert.Equal(check, wrong.GetProperty("check").GetString());
        return wrong;
    }

    private async Task<(int Code, JsonElement Report)> ExamineAsync()
    {
        var (code, text) = await RunAsync("--json");
        return (code, JsonElement.Parse(text));
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] flags)
    {
        using var output = new StringWriter();
        var code = await DoctorCommand.RunAsync(
            [.. _settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. flags],
            output,
            services => services.AddHttpClient("ClinicalBot.Entra").ConfigurePrimaryHttpMessageHandler(_entra.Handler));
        return (code, output.ToString());
    }
}
