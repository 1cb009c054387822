namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of the section Permissions. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorPermissionsTests(Site site) : DoctorTest(site)
{
    [Fact]
    public async Task A_role_there_is_not_is_named()
    {
        Settings["Permissions:Drill:0"] = "neurologi";
        var finding = await WrongAsync("permissions");
        Assert.StartsWith("Permissions:Drill names \"neurologi\", which is no role of ", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Correct it there, or write \"coordinators\".", finding.Fix, StringComparison.Ordinal);

        Settings["Permissions:Drill:0"] = "neurology";
        await FineAsync();
        Settings["Permissions:Drill:0"] = Site.Kim;
        await FineAsync();
    }

    [Fact]
    public async Task Permissions_that_nobody_has_for_want_of_a_coordinator_are_noted()
    {
        Settings.Remove("Escalation:Coordinators:0");
        Settings["Permissions:Void:0"] = "nobody";
        var finding = await NoteAsync("permissions");
        Assert.Equal("Escalation:Coordinators names no person, so in chat no person may: Swap, Configure, Drill, ReadAudit.", finding.Message);
        Assert.StartsWith("Set Escalation:Coordinators", finding.Fix, StringComparison.Ordinal);

        Settings["Escalation:Coordinators:0"] = Site.Alex;
        await FineAsync();
    }

    [Theory]
    [InlineData("", null, "Permissions:Void:0 is empty.")]
    [InlineData("nobody", "neurology", "Permissions:Void names \"nobody\" and others.")]
    public async Task What_cannot_be_meant_stops_the_start(string first, string? second, string message)
    {
        Settings["Permissions:Void:0"] = first;
        if (second is not null)
        {
            Settings["Permissions:Void:1"] = second;
        }

        Assert.Contains(message, (await WrongAsync("settings")).Message, StringComparison.Ordinal);
    }
}
