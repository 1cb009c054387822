using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using ClinicalBot.Doctor;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Tests.Doctor;

/// <summary>Each finding is provoked, and what it says to do makes it go away.</summary>
public sealed class DoctorTests : IClassFixture<Site>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-doctor-");
    private readonly Site _site;
    private readonly Dictionary<string, string> _settings;

    public DoctorTests(Site site)
    {
        _site = site;
        _settings = new()
        {
            ["environment"] = "Development",
            ["MicrosoftAppId"] = "bot-app",
            ["MicrosoftAppTenantId"] = "home-tenant",
            ["MicrosoftAppPassword"] = "the-secret",
            ["BotOpenIdMetadata"] = site.ChannelIssuer.Metadata,
            ["ApiOpenIdMetadata"] = site.ApiIssuer.Metadata,
            ["Site:TimeZone"] = "America/New_York",
            ["Site:Contacts:Proceduralist:Phone"] = "1",
            ["Site:Contacts:Neurology:Phone"] = "2",
            ["Site:Contacts:Mri:Phone"] = "3",
            ["Storage:Path"] = Path.Combine(_folder.FullName, "bot.db"),
            ["Escalation:ContactsFile"] = Path.Combine(_folder.FullName, "contacts.json"),
            ["Escalation:Channel"] = Site.Channel,
            ["PublicHost"] = "bot.example.org",
            ["Content:Owner"] = "Pain service",
            ["Content:Approver"] = "Dr. Head",
            ["Content:Version"] = "1.0",
            ["Content:ReviewDate"] = "2099-06-01",
        };
        File.Copy(site.Database, _settings["Storage:Path"]);
        Write(Site.Contacts);
    }

    public void Dispose()
    {
        (_site.ChannelIssuer.IsDown, _site.ApiIssuer.IsDown, _site.Entra.Failure, _site.Public) = (false, false, null, Site.AskForToken);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_wrong()
    {
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Equal(
            ["settings", "database", "contacts", "preflight", "content", "escalationChannel", "onCall", "onCall", "channelKeys", "apiKeys", "token",
                "publicHost"],
            report.Findings.Select(finding => finding.Check));
    }

    [Theory]
    [InlineData("Content:Approver", "", "Cards say that this site has not approved them yet.", "Set Content:Approver.")]
    [InlineData("Content:ReviewDate", "2020-06-01", "The review of the content was due on 2020-06-01.", "Review it, then set Content:ReviewDate.")]
    public async Task Content_that_nobody_approved_or_reviewed_in_time_is_noted_and_stops_nothing(string key, string value, string message, string fix)
    {
        _settings[key] = value;
        var (code, text) = await _site.RunDoctorAsync(_settings);
        Assert.Equal(0, code);
        Assert.Contains($"note   content: {message}", text, StringComparison.Ordinal);
        Assert.Contains($"Fix: {fix}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_mode_needs_nobody_and_nothing_from_outside()
    {
        (_settings["MicrosoftAppId"], _settings["Escalation:ContactsFile"]) = ("", "nowhere.json");
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Equal(["settings", "database", "contacts"], report.Findings.Select(finding => finding.Check));
    }

    [Fact]
    public async Task For_people_each_finding_is_a_line_and_each_fault_or_note_has_its_fix()
    {
        _settings["Site:Contacts:Mri:Phone"] = "";
        Write(Site.Contacts.Replace("\"teamsId\": \"29:kim\", ", "", StringComparison.Ordinal));
        var (code, text) = await _site.RunDoctorAsync(_settings);
        Assert.Equal(1, code);
        Assert.Contains("ok     database: opens", text, StringComparison.Ordinal);
        Assert.Contains("WRONG  contacts: Site:Contacts:Mri:Phone is not set.", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Set it to the number to dial.", text, StringComparison.Ordinal);
        Assert.Contains("note   onCall: Kim (neurology)", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Set teamsId to 29:kim in", text, StringComparison.Ordinal);
    }

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
    [InlineData("contacts", "Site:Contacts:Neurology:Phone", "", "555-0101")]
    public async Task A_setting_is_named_and_setting_it_helps(string check, string key, string wrong, string right)
    {
        _settings[key] = wrong;
        var finding = await WrongAsync(check);
        Assert.Contains(key, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set ", finding.Fix, StringComparison.Ordinal);

        _settings[key] = right;
        await FineAsync();
    }

    [Theory]
    [InlineData("To:0", "neurology+next", "neurology+1", "Escalation:Urgent:Steps:0:To names")]
    [InlineData("Wait", "02:00:00", "00:10:00", "Escalation:Urgent:Steps:0:Wait is 02:00:00.")]
    public async Task A_step_of_a_ladder_is_named(string key, string wrong, string right, string said)
    {
        _settings["Escalation:Urgent:Steps:0:To:0"] = "channel";
        _settings["Escalation:Urgent:Steps:0:Wait"] = "00:10:00";
        _settings["Escalation:Urgent:Steps:0:" + key] = wrong;
        Assert.StartsWith(said, (await WrongAsync("settings")).Message, StringComparison.Ordinal);

        _settings["Escalation:Urgent:Steps:0:" + key] = right;
        await FineAsync();
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_the_settings_is_told_at_once()
    {
        (_settings["MicrosoftAppPassword"], _settings["MicrosoftAppTenantId"], _settings["Site:TimeZone"]) = ("", "", "Mars/Olympus");
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
        (_settings["environment"], _settings["MicrosoftAppId"]) = ("Production", "");
        var finding = await WrongAsync("settings");
        Assert.StartsWith("MicrosoftAppId is not set", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set MicrosoftAppId to the app id", finding.Fix, StringComparison.Ordinal);

        // Both ways it names.
        _settings["environment"] = "Development";
        await FineAsync();
        (_settings["environment"], _settings["MicrosoftAppId"]) = ("Development", "bot-app");
        await FineAsync();
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_named_and_another_file_helps()
    {
        var right = _settings["Storage:Path"];
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "notes.txt"), "This is no database, however one looks at it.",
            TestContext.Current.CancellationToken);
        _settings["Storage:Path"] = Path.Combine(_folder.FullName, "notes.txt");
        var finding = await WrongAsync("database");
        Assert.Contains("notes.txt cannot be opened: SQLite Error 26: 'file is not a database'.", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Mend that, or name another file with Storage:Path.", finding.Fix);

        _settings["Storage:Path"] = right;
        await FineAsync();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched_and_the_backup_helps()
    {
        await ExecuteAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('ClinicalBot.Storage.Sqlite.Scripts.9999_later.sql', '2030-01-01')");
        var finding = await WrongAsync("database");
        Assert.StartsWith("The database was brought up to date by a newer version of the program", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Start that version, restore the backup", finding.Fix, StringComparison.Ordinal);

        File.Copy(_site.Database, _settings["Storage:Path"], overwrite: true);
        await FineAsync();
    }

    [Fact]
    public async Task A_migration_that_fails_names_its_script_and_cause()
    {
        await ExecuteAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0001_turns.sql'");
        var finding = await WrongAsync("database");
        Assert.Contains("cannot be brought up to date by ClinicalBot.Storage.Sqlite.Scripts.0001_turns.sql: SQLite Error 1: 'table", finding.Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Mend that and start again", finding.Fix, StringComparison.Ordinal);

        File.Copy(_site.Database, _settings["Storage:Path"], overwrite: true);
        await FineAsync();
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_named_with_their_address()
    {
        _site.ChannelIssuer.IsDown = true;
        var finding = await WrongAsync("channelKeys");
        Assert.Contains(_site.ChannelIssuer.Metadata, finding.Message, StringComparison.Ordinal);
        Assert.Contains("BotOpenIdMetadata", finding.Fix, StringComparison.Ordinal);

        _site.ChannelIssuer.IsDown = false;
        _site.ApiIssuer.IsDown = true;
        Assert.Contains("ApiOpenIdMetadata", (await WrongAsync("apiKeys")).Fix, StringComparison.Ordinal);

        _site.ApiIssuer.IsDown = false;
        await FineAsync();
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_entras_code()
    {
        _site.Entra.Failure = (401, "AADSTS7000215");
        var finding = await WrongAsync("token");
        Assert.Contains("AADSTS7000215", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Set MicrosoftAppPassword to the secret's value, not to its id.", finding.Fix);

        _site.Entra.Failure = null;
        await FineAsync();
    }

    [Theory]
    [InlineData(404, "answers 404: it does not lead to the bot.", "Let the reverse proxy pass /api/messages")]
    [InlineData(401, "answers 401: it does not lead to the bot.", "Let the reverse proxy pass /api/messages")]
    public async Task An_address_that_does_not_lead_to_the_bot_is_named(int status, string said, string fix)
    {
        _site.Public = () => new HttpResponseMessage((HttpStatusCode)status);
        var finding = await WrongAsync("publicHost");
        Assert.EndsWith(said, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith(fix, finding.Fix, StringComparison.Ordinal);

        _site.Public = Site.AskForToken;
        await FineAsync();
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_named()
    {
        _site.Public = () => throw new HttpRequestException("", new AuthenticationException());
        Assert.StartsWith("The certificate of bot.example.org is not trusted", (await WrongAsync("publicHost")).Message, StringComparison.Ordinal);

        _site.Public = Site.AskForToken;
        await FineAsync();
    }

    [Fact]
    public async Task What_cannot_be_seen_of_the_address_from_here_is_noted()
    {
        _site.Public = () => throw new HttpRequestException(HttpRequestError.NameResolutionError);
        Assert.Contains("cannot be reached from this machine (NameResolutionError)", (await NoteAsync("publicHost")).Message, StringComparison.Ordinal);
        _site.Public = () => new HttpResponseMessage(HttpStatusCode.BadGateway);
        Assert.StartsWith("Run doctor again while the bot runs", (await NoteAsync("publicHost")).Fix, StringComparison.Ordinal);

        _settings["PublicHost"] = "";
        Assert.StartsWith("Set PublicHost to the name", (await NoteAsync("publicHost")).Fix, StringComparison.Ordinal);
        _settings["PublicHost"] = "https://bot.example.org/";
        Assert.StartsWith("Set PublicHost to the name alone", (await WrongAsync("publicHost")).Fix, StringComparison.Ordinal);

        (_settings["PublicHost"], _site.Public) = ("bot.example.org", Site.AskForToken);
        await FineAsync();
    }

    [Theory]
    [InlineData("{ \"proceduralist\": \n { \"people\": 5 } }", "cannot be read: line 2, proceduralist.people.", "Correct that; contacts.template.json")]
    [InlineData("{ \"proceduralist\": { \"people\": [{ \"name\": \"Alex\" }] } }", "cannot be read: line 1, proceduralist.people[0].", "Correct that;")]
    [InlineData("{ \"mri\": null }", "cannot be read: line 1, mri: is null.", "Correct that;")]
    [InlineData("{ \"mri\": {}, \"MRI\": {} }", "cannot be read: a role stands there twice.", "Correct that;")]
    public async Task A_contacts_file_that_cannot_be_read_is_named_with_the_place(string contacts, string said, string fix)
    {
        Write(contacts);
        var finding = await WrongAsync("contacts");
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith(fix, finding.Fix, StringComparison.Ordinal);

        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task A_role_that_nobody_holds_now_is_named()
    {
        Write(Site.Contacts.Replace("\"teamsId\": \"29:kim\"", "\"until\": \"2020-01-01T00:00:00Z\"", StringComparison.Ordinal));
        var report = await ExamineAsync();
        var finding = Assert.Single(report.Findings, finding => !finding.Ok);
        Assert.StartsWith("Nobody is on call as neurology now", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Add a person under \"neurology\"", finding.Fix, StringComparison.Ordinal);

        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task A_role_whose_people_have_no_number_is_noted_and_wrong_when_it_has_none_either()
    {
        var silent = Site.Contacts.Replace("555-0111", "", StringComparison.Ordinal);
        Write(silent);
        Assert.Equal("Nobody who is on call as neurology has a phone number: only the role's own is told.", (await NoteAsync("contacts")).Message);

        _settings["Escalation:Urgent:Steps:0:To:0"] = "pain-team";
        _settings["Escalation:Urgent:Steps:0:Wait"] = "00:10:00";
        Write(Site.Contacts.Replace("{\n  \"proc", "{\n  \"pain-team\": { \"people\": [{ \"aadObjectId\": \"" + Site.Kim + "\", \"name\": \"Kim\" }] },\n  \"proc", StringComparison.Ordinal));
        Assert.Equal("Nobody who is on call as pain-team has a phone number, nor has the role.", (await WrongAsync("contacts")).Message);

        _settings["Escalation:Urgent:Steps:0:To:0"] = "proceduralist";
        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task Hours_without_anybody_on_call_in_two_weeks_are_named_with_the_fix()
    {
        var until = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd'T'00:00:00'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Write(Site.Contacts.Replace("\"name\":", $"\"until\": \"{until}\", \"name\":", StringComparison.Ordinal));
        Assert.Contains((await ExamineAsync()).Findings, finding => finding is { Check: "preflight", Ok: false }
            && finding.Message.StartsWith("Nobody is on call as Proceduralist, ", StringComparison.Ordinal)
            && finding.Fix!.Contains("fallback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_template_of_the_contacts_is_no_contacts_file_until_it_is_filled_in()
    {
        File.Delete(_settings["Escalation:ContactsFile"]);
        Assert.StartsWith("Copy contacts.template.json to it", (await WrongAsync("contacts")).Fix, StringComparison.Ordinal);

        File.Copy(Path.Combine(Package.Repository.Root, "contacts.template.json"), _settings["Escalation:ContactsFile"]);
        var report = await ExamineAsync();
        Assert.Contains(report.Findings, finding => !finding.Ok && finding.Message == "aadObjectId of Dr. Sample is no Entra object id.");
        Assert.Contains(report.Findings, finding => !finding.Ok && finding.Message.StartsWith("Nobody is on call as neurology now", StringComparison.Ordinal));

        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task A_role_that_no_ladder_calls_is_noted()
    {
        Write(Site.Contacts.Replace("\"neurology\"", "\"Neurolgy\": {}, \"neurology\"", StringComparison.Ordinal));
        Assert.Contains("Neurolgy that no ladder calls", (await NoteAsync("contacts")).Message, StringComparison.Ordinal);

        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task Somebody_on_call_whom_the_bot_has_not_met_is_noted_until_that_person_says_help()
    {
        const string Jo = "6f1d1a3e-0c1b-4b7e-9a52-000000000003";
        Write(Site.Contacts.Replace(Site.Kim, Jo, StringComparison.Ordinal).Replace("\"Kim\", \"teamsId\": \"29:kim\"", "\"Jo\"", StringComparison.Ordinal));
        var note = await NoteAsync("onCall");
        Assert.StartsWith("Jo (neurology) has no chat with the bot yet", note.Message, StringComparison.Ordinal);
        Assert.StartsWith("Let that person say help to the bot once", note.Fix, StringComparison.Ordinal);

        await using (var bot = await Site.StartBotAsync(_settings["Storage:Path"]))
        {
            await Site.SayHelpAsync(bot, "jo", Jo);
        }

        note = await NoteAsync("onCall");
        Assert.StartsWith("Jo (neurology) has a chat with the bot, but no teamsId", note.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set teamsId to 29:jo in ", note.Fix, StringComparison.Ordinal);

        Write(Site.Contacts.Replace(Site.Kim, Jo, StringComparison.Ordinal)
            .Replace("\"Kim\", \"teamsId\": \"29:kim\"", "\"Jo\", \"teamsId\": \"29:jo\"", StringComparison.Ordinal));
        await FineAsync();
    }

    [Fact]
    public async Task A_channel_that_is_missing_or_no_id_or_unknown_to_the_bot_is_named()
    {
        _settings["Escalation:Channel"] = "";
        Assert.StartsWith("Set Escalation:Channel to its id, or say", (await WrongAsync("escalationChannel")).Fix, StringComparison.Ordinal);

        _settings["Escalation:Channel"] = "https://teams.microsoft.com/l/channel/19%3Aescalations%40thread.tacv2/Escalations";
        var finding = await WrongAsync("settings");
        Assert.StartsWith("Escalation:Channel is no id of a Teams channel.", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set it to what stands in the channel's link", finding.Fix, StringComparison.Ordinal);

        _settings["Escalation:Channel"] = "19:other@thread.tacv2";
        Assert.StartsWith("The bot has never heard from Escalation:Channel", (await WrongAsync("escalationChannel")).Message, StringComparison.Ordinal);

        _settings["Escalation:Channel"] = Site.Channel;
        await FineAsync();
    }

    [Fact]
    public async Task A_channel_chosen_in_chat_counts_and_doctor_reads_beside_the_running_bot()
    {
        _settings["Escalation:Channel"] = "";
        await using (var bot = await Site.StartBotAsync(_settings["Storage:Path"]))
        {
            await Site.SayInChannelAsync(bot, "use this channel for escalations", "19:chosen@thread.tacv2");
            var note = await NoteAsync("database");
            Assert.EndsWith("It was only read.", note.Message, StringComparison.Ordinal);
            Assert.Equal("None when that is the bot. Otherwise: Stop it, or give this one its own file with Storage:Path.", note.Fix);
        }

        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Contains(report.Findings, finding => finding.Message == "the channel chosen in chat is one the bot has heard from");
    }

    [Fact]
    public async Task A_ladder_that_calls_no_channel_needs_none()
    {
        _settings["Escalation:Channel"] = "";
        foreach (var ladder in new[] { "Urgent", "Emergency" })
        {
            _settings[$"Escalation:{ladder}:Steps:0:To:0"] = "neurology";
            _settings[$"Escalation:{ladder}:Steps:0:Wait"] = "00:10:00";
        }

        await FineAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _settings["Storage:Path"], Pooling = false }
            .ToString());
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private void Write(string contacts) => File.WriteAllText(_settings["Escalation:ContactsFile"], contacts);

    /// <summary>The one finding that is wrong.</summary>
    private async Task<Finding> WrongAsync(string check)
    {
        var report = await ExamineAsync();
        Assert.Equal((1, false), (report.Code, report.Ok));
        var wrong = Assert.Single(report.Findings, finding => !finding.Ok);
        Assert.Equal(check, wrong.Check);
        return wrong;
    }

    /// <summary>The one note, where nothing is wrong.</summary>
    private async Task<Finding> NoteAsync(string check)
    {
        var report = await ExamineAsync();
        Assert.Equal((0, true), (report.Code, report.Ok));
        var note = Assert.Single(report.Findings, finding => finding.Fix is not null);
        Assert.Equal(check, note.Check);
        return note;
    }

    private async Task FineAsync()
    {
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
    }

    private async Task<Examined> ExamineAsync()
    {
        var (code, text) = await _site.RunDoctorAsync(_settings, "--json");
        var report = JsonSerializer.Deserialize<Report>(text, JsonSerializerOptions.Web)!;
        return new Examined(code, report.Ok, report.Findings, text);
    }

    private sealed record Examined(int Code, bool Ok, IReadOnlyList<Finding> Findings, string Text)
    {
        public bool IsFine => Code == 0 && Ok && Findings.All(finding => finding is { Ok: true, Fix: null });
    }
}
