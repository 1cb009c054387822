using System.Text.Json;

namespace ClinicalBot.Stories.Escalation;

/// <summary>The week and the report, as cards that hold to what a card may say.</summary>
public sealed class ReportStories
{
    private static readonly (string, string) Boss = ("Escalation:Coordinators:0", "aad-boss");

    [Fact]
    public async Task A_coordinator_sees_how_long_people_waited_by_urgency_and_role()
    {
        await using var night = await Night.FallsAsDefaultAsync(null, Boss);
        await night.EmergencyAsync();
        await night.Ward.PassAsync(1);
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 5 min");
        await night.Ward.PassAsync(1);
        await night.Noor.Taps(night.Noor.Latest, "Can't come, next please");
        await night.Noor.TapsInPlace(night.Noor.Latest, "Coming in 5 min");
        await night.Ward.PassAsync(2);
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        await night.Ward.PassAsync(7);
        var boss = night.Ward.Person("boss");
        var card = (await boss.Says("report")).ShouldSay("Report Fri 23 Oct to Sun 22 Nov. Cases: 1").ShouldSay("Emergency").ShouldSay("0:01")
            .ShouldSay("Neurology (Emergency)")
            .ShouldNotSay("Noor").ShouldNotSay("Drew");
        Assert.True(Words(night, "boss") <= WordsOnCards.Most, $"{Words(night, "boss")} words");
        (await boss.Says("report 2026-10-01 2026-10-31")).ShouldSay("Report Thu 1 Oct to Sat 31 Oct. Cases: 0")
            .ShouldSay("No case called people in that time.");
        (await night.Nurse.Says("report")).ShouldSay("Only people the site names can ask for the report.");
        Assert.NotNull(card);

        using var report = JsonDocument.Parse(await night.Ward.Http.GetStringAsync(new Uri("/api/report", UriKind.Relative),
            TestContext.Current.CancellationToken));
        var roles = report.RootElement.GetProperty("lines")[0].GetProperty("roles").EnumerateArray().Select(role =>
            $"{role.GetProperty("role")} {role.GetProperty("answered").GetProperty("half")} {role.GetProperty("bedside").GetProperty("half")} "
            + $"{role.GetProperty("lapses")} {role.GetProperty("declines")}");
        Assert.Equal(["neurology 120  1 1", "proceduralist 60 240 0 0"], roles);
        var csv = await night.Ward.Http.GetStringAsync(new Uri("/api/report?format=csv&by=role", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(",proceduralist,0,0,60,240,0,0,0\r\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/report?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", 400)]
    [InlineData("/api/report?to=0001-01-02T00:00:00Z", 200)]
    [InlineData("/api/report?format=xml", 400)]
    [InlineData("/api/report?by=person", 400)]
    [InlineData("/api/on-call?from=9999-12-31T00:00:00Z", 400)]
    public async Task A_question_that_makes_no_sense_is_refused_and_never_fails(string path, int status)
    {
        await using var night = await Night.FallsAsync(Rotating, Boss);
        using var answer = await night.Ward.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    private const string Rotating =
        """
        {
          "proceduralist": { "people": [
              { "aadObjectId": "aad-drew", "name": "Dr. Drew" }, { "aadObjectId": "aad-erin", "name": "Dr. Erin" } ],
            "rotation": { "members": [ "aad-drew", "aad-erin" ], "start": "2026-11-22", "handoff": "08:00", "days": 1, "zone": "UTC" } },
          "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor" }, { "aadObjectId": "aad-sam", "name": "Dr. Sam",
              "until": "2026-11-25T12:00:00Z" } ] },
          "mri": { "people": [ { "aadObjectId": "aad-mia", "name": "Mia" } ] }
        }
        """;

    [Theory]
    [InlineData("rota")]
    [InlineData("who is on call this week")]
    public async Task The_week_is_a_table_and_the_same_in_words(string typed)
    {
        await using var night = await Night.FallsAsync(Rotating);
        (await night.Nurse.Says(typed)).ShouldSay("On call this week from Sun 22 Nov").ShouldSay("Mon 23").ShouldSay("08:00 Dr. Erin").ShouldSay("Mia");
        Assert.True(Words(night, "nurse") <= WordsOnCards.Most, $"{Words(night, "nurse")} words");
        var summary = night.Ward.Channel.Arrivals.Last(arrival => arrival.Conversation == "chat-aad-nurse").Activity.Summary;
        Assert.Contains("Proceduralist: Dr. Drew, 08:00 tomorrow Dr. Erin, 08:00 Tue 24 Nov Dr. Drew", summary, StringComparison.Ordinal);
        (await night.Nurse.Says("rota proceduralist monday")).ShouldSay("from Mon 23 Nov").ShouldNotSay("Noor");
    }

    [Fact]
    public async Task A_swap_stands_in_the_week()
    {
        await using var night = await Night.FallsAsync(Rotating);
        await night.Drew.Says("swap tonight 20:00-08:00 with erin");
        await night.Ward.SettleAsync();
        await night.Erin.Taps(night.Erin.Latest, "Take it");
        (await night.Nurse.Says("rota proceduralist")).ShouldSay("20:00 Dr. Erin");
    }

    private static int Words(Night night, string who) => WordsOnCards.Of(night.Ward.Channel.Arrivals
        .Last(arrival => arrival.Conversation == "chat-aad-" + who).Activity.Attachments![0].Content!.Value).Count;
}
