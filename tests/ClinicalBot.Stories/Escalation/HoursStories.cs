namespace ClinicalBot.Stories.Escalation;

/// <summary>People with hours, and numbers to call back. It is Sunday 22 November 2026, 11:00 UTC; the site has UTC.</summary>
public sealed class HoursStories
{
    private static string Contacts(string drew, string erin) =>
        $$"""
        {
          "proceduralist": { "phone": "555-0100", "people": [
            { "aadObjectId": "aad-drew", "name": "Dr. Drew", "phone": "555-0110", "hours": [ {{drew}} ] },
            { "aadObjectId": "aad-erin", "name": "Dr. Erin", "phone": "555-0111", "hours": [ {{erin}} ] } ] },
          "neurology": { "phone": "555-0101", "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "phone": "555-0112" } ] },
          "ward": { "people": [ { "aadObjectId": "aad-nurse", "name": "Nurse Nia", "phone": "555-0140", "callBack": "555-0141" } ] }
        }
        """;

    private static readonly (string, string) Utc = ("Site:TimeZone", "Etc/UTC");

    [Fact]
    public async Task Outside_their_hours_a_person_is_called_only_when_nobody_else_is_left_and_is_told()
    {
        await using var night = await Night.FallsAsync(Contacts("\"Mon-Fri 08:00-18:00\"", ""), Utc);
        (await night.Nurse.Says("who is on call proceduralist")).ShouldSay("Proceduralist: Dr. Erin until 08:00 tomorrow, then Dr. Drew.");
        await night.EmergencyAsync();
        night.Erin.Latest.ShouldSay("You are called.").ShouldNotSay("outside");
        Assert.Empty(night.Drew.Cards);
        await night.Ward.PassAsync(3);
        night.Drew.Latest.ShouldSay("You are called outside your hours. Nobody else is left to call.");
        await night.Ward.SettleAsync();
        (await night.Nurse.Says($"case {night.Reference}")).ShouldSay("Dr. Drew (outside their hours)");
    }

    [Fact]
    public async Task Where_all_are_outside_their_hours_the_first_is_called_at_once()
    {
        await using var night = await Night.FallsAsync(Contacts("\"Mon-Fri 08:00-18:00\"", "\"Sat 22:00-08:00\""), Utc);
        (await night.Nurse.Says("who is on call proceduralist")).ShouldSay("Dr. Drew (outside their hours)");
        await night.EmergencyAsync();
        night.Drew.Latest.ShouldSay("You are called outside your hours.");
    }

    [Fact]
    public async Task The_number_to_call_back_is_the_one_a_person_set_for_it()
    {
        await using var night = await Night.FallsAsync(Contacts("", ""), Utc);
        await night.EmergencyAsync();
        night.Drew.Latest.ShouldSay("555-0141").ShouldNotSay("555-0140");
    }
}
