namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of a site where nothing is wrong, and how it says it. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorReportTests(Site site) : DoctorTest(site)
{
    [Fact]
    public async Task Nothing_is_wrong()
    {
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Equal(
            ["settings", "database", "encryption", "contacts", "permissions", "preflight", "content", "escalationChannel", "onCall", "onCall", "channelKeys",
                "apiKeys", "token", "publicHost"],
            report.Findings.Select(finding => finding.Check));
    }

    [Theory]
    [InlineData("Content:Approver", "", "Cards say that this site has not approved them yet.", "Set Content:Approver.")]
    [InlineData("Content:ReviewDate", "2020-06-01", "The review of the content was due on 2020-06-01.", "Review it, then set Content:ReviewDate.")]
    public async Task Content_that_nobody_approved_or_reviewed_in_time_is_noted_and_stops_nothing(string key, string value, string message, string fix)
    {
        Settings[key] = value;
        var (code, text) = await TheSite.RunDoctorAsync(Settings);
        Assert.Equal(0, code);
        Assert.Contains($"note   content: {message}", text, StringComparison.Ordinal);
        Assert.Contains($"Fix: {fix}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_mode_needs_nobody_and_nothing_from_outside()
    {
        (Settings["MicrosoftAppId"], Settings["Escalation:ContactsFile"]) = ("", "nowhere.json");
        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Equal(["settings", "database", "contacts"], report.Findings.Select(finding => finding.Check));
    }

    [Fact]
    public async Task A_contacts_file_that_cannot_be_read_is_told_in_local_mode_too()
    {
        Settings["MicrosoftAppId"] = "";
        Write("{ \"neurology\": 5 }");
        Assert.Contains("cannot be read: line 1, neurology.", (await WrongAsync("contacts")).Message, StringComparison.Ordinal);
        Write(Site.Contacts);
        await FineAsync();
    }

    [Fact]
    public async Task For_people_each_finding_is_a_line_and_each_fault_or_note_has_its_fix()
    {
        Write(Site.Contacts.Replace("\"teamsId\": \"29:kim\", ", "", StringComparison.Ordinal).Replace("\"phone\": \"3\"", "", StringComparison.Ordinal));
        var (code, text) = await TheSite.RunDoctorAsync(Settings);
        Assert.Equal(1, code);
        Assert.Contains("ok     database: opens", text, StringComparison.Ordinal);
        Assert.Contains("WRONG  contacts: mri has no phone in ", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Set phone of the role to the number to dial.", text, StringComparison.Ordinal);
        Assert.Contains("note   onCall: Kim (neurology)", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Set teamsId to 29:kim in", text, StringComparison.Ordinal);
    }
}
