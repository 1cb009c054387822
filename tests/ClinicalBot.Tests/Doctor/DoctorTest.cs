using System.Text.Json;
using ClinicalBot.Doctor;

namespace ClinicalBot.Tests.Doctor;

/// <summary>One site for all tests of the doctor, which therefore run one after the other.</summary>
[CollectionDefinition("doctor")]
public sealed class OneSite : ICollectionFixture<Site>;

/// <summary>A copy of the site's settings, contacts and database that a test may spoil, and doctor's report on it.</summary>
public abstract class DoctorTest : IDisposable
{
    private protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("clinicalbot-doctor-");

    private protected Site TheSite { get; }

    /// <summary>The settings of a site where nothing is wrong; a test changes them.</summary>
    private protected Dictionary<string, string> Settings { get; }

    protected DoctorTest(Site site)
    {
        TheSite = site;
        Settings = new()
        {
            ["environment"] = "Development",
            ["MicrosoftAppId"] = "bot-app",
            ["MicrosoftAppTenantId"] = "home-tenant",
            ["MicrosoftAppPassword"] = "the-secret",
            ["BotOpenIdMetadata"] = site.ChannelIssuer.Metadata,
            ["ApiOpenIdMetadata"] = site.ApiIssuer.Metadata,
            ["Site:TimeZone"] = "America/New_York",
            ["Storage:Path"] = Path.Combine(Folder.FullName, "bot.db"),
            ["Storage:EncryptedAtRest"] = "true",
            ["Escalation:ContactsFile"] = Path.Combine(Folder.FullName, "contacts.json"),
            ["Escalation:Channel"] = Site.Channel,
            ["Escalation:Coordinators:0"] = Site.Alex,
            ["PublicHost"] = "bot.example.org",
            ["Content:Owner"] = "Pain service",
            ["Content:Approver"] = "Dr. Head",
            ["Content:Version"] = "1.0",
            ["Content:ReviewDate"] = "2099-06-01",
        };
        File.Copy(site.Database, Settings["Storage:Path"]);
        Write(Site.Contacts);
    }

    public void Dispose()
    {
        (TheSite.ChannelIssuer.IsDown, TheSite.ApiIssuer.IsDown, TheSite.Entra.Failure, TheSite.Public) = (false, false, null, Site.AskForToken);
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected void Write(string contacts) => File.WriteAllText(Settings["Escalation:ContactsFile"], contacts);

    /// <summary>The one finding that is wrong.</summary>
    private protected async Task<Finding> WrongAsync(string check)
    {
        var report = await ExamineAsync();
        Assert.Equal((1, false), (report.Code, report.Ok));
        var wrong = Assert.Single(report.Findings, finding => !finding.Ok);
        Assert.Equal(check, wrong.Check);
        return wrong;
    }

    /// <summary>The one note, where nothing is wrong.</summary>
    private protected async Task<Finding> NoteAsync(string check)
    {
        var report = await ExamineAsync();
        Assert.Equal((0, true), (report.Code, report.Ok));
        var note = Assert.Single(report.Findings, finding => finding.Fix is not null);
        Assert.Equal(check, note.Check);
        return note;
    }

    /// <summary>Nothing is wrong, and nothing is noted.</summary>
    private protected async Task FineAsync()
    {
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
    }

    private protected async Task<Examined> ExamineAsync()
    {
        var (code, text) = await TheSite.RunDoctorAsync(Settings, "--json");
        var report = JsonSerializer.Deserialize<Report>(text, JsonSerializerOptions.Web)!;
        return new Examined(code, report.Ok, report.Findings, text);
    }

    private protected sealed record Examined(int Code, bool Ok, IReadOnlyList<Finding> Findings, string Text)
    {
        public bool IsFine => Code == 0 && Ok && Findings.All(finding => finding is { Ok: true, Fix: null });
    }
}
