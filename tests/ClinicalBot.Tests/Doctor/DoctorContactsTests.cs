using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of the contacts file. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorContactsTests(Site site) : DoctorTest(site)
{
    [Theory]
    [InlineData("{ \"proceduralist\": \n { \"people\": 5 } }", "cannot be read: line 2, proceduralist.people.", "Correct that; contacts.template.json")]
    [InlineData("{ \"proceduralist\": { \"people\": [{ \"name\": \"Alex\" }] } }", "cannot be read: line 1, proceduralist.people[0].", "Correct that;")]
    [InlineData("{ \"mri\": null }", "cannot be read: line 1, mri: is null.", "Correct that;")]
    [InlineData("{ \"mri\": {}, \"MRI\": {} }", "cannot be read: line 1, MRI: this role stands there twice.", "Correct that;")]
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

        Settings["Escalation:Urgent:Steps:0:To:0"] = "pain-team";
        Settings["Escalation:Urgent:Steps:0:Wait"] = "00:10:00";
        Write(Site.Contacts.Replace("{\n  \"proc", "{\n  \"pain-team\": { \"people\": [{ \"aadObjectId\": "
            + "\"" + Site.Kim + "\", \"name\": \"Kim\" }] },\n  \"proc", StringComparison.Ordinal));
        Assert.Equal("Nobody who is on call as pain-team has a phone number, nor has the role.", (await WrongAsync("contacts")).Message);

        Settings["Escalation:Urgent:Steps:0:To:0"] = "proceduralist";
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
        File.Delete(Settings["Escalation:ContactsFile"]);
        Assert.StartsWith("Copy contacts.template.json to it", (await WrongAsync("contacts")).Fix, StringComparison.Ordinal);

        File.Copy(Path.Combine(Repository.Root, "contacts.template.json"), Settings["Escalation:ContactsFile"]);
        var report = await ExamineAsync();
        Assert.Contains(report.Findings, finding => !finding.Ok && finding.Message == "aadObjectId of Dr. Sample is no Entra object id.");
        Assert.Contains(report.Findings, finding => !finding.Ok && finding.Message.StartsWith("Nobody is on call as neurology now", StringComparison.Ordinal));

        Write(Site.Contacts);
        await FineAsync();
    }
}
