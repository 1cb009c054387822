using System.Text.Json;
using ClinicalBot.Conversations.Contacts;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Who is on call: by rule, by calendar, and as people agree among themselves. It is Sunday 22 November 2026, 11:00 UTC.</summary>
public sealed class RotaStories
{
    private const string Rotating =
        """
        {
          "proceduralist": { "people": [
              { "aadObjectId": "aad-drew", "name": "Dr. Drew" }, { "aadObjectId": "aad-erin", "name": "Dr. Erin" } ],
            "rotation": { "members": [ "aad-drew", "aad-erin" ], "start": "2026-11-22", "handoff": "08:00", "days": 1, "zone": "UTC" } },
          "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "phone": "555-0112" }, { "aadObjectId": "aad-sam", "name": "Dr. Sam" } ],
              "fallback": "aad-drew" }
        }
        """;

    [Fact]
    public async Task Anybody_asks_who_is_on_call_now_and_later()
    {
        await using var night = await Night.FallsAsync(Rotating);
        (await night.Nurse.Says("who is on call?")).ShouldSay("Proceduralist: Dr. Drew until 08:00 tomorrow, then Dr. Erin.")
            .ShouldSay("Neurology: Dr. Noor. Phone 555-0112.");
        (await night.Nurse.Says("who is on call proceduralist tomorrow 09:00")).ShouldSay("Proceduralist: Dr. Erin until 08:00").ShouldNotSay("Neurology");
        (await night.Nurse.Says("who is on call plumbing")).ShouldSay("There is no such role.");
    }

    [Fact]
    public async Task Who_takes_a_role_is_called_at_once_and_the_other_is_told()
    {
        await using var night = await Night.FallsAsync(Rotating);
        (await night.Erin.Says("take neurology until 19:00")).ShouldSay("You have Neurology until 19:00 today.");
        await night.Ward.SettleAsync();
        night.Noor.Latest.ShouldSay("Dr. Erin took Neurology until 19:00 today.");
        await night.EmergencyAsync();
        Assert.Single(night.Noor.Cards);
        night.Erin.Latest.ShouldSay("You are called.");
        await night.Ward.RestartAsync();
        night.Ward.Forward(TimeSpan.FromHours(9));
        var visitor = night.Ward.Person("visitor");
        (await visitor.Says("on call neurology")).ShouldSay("Neurology: Dr. Noor.");
        (await visitor.Says("take neurology until 19:00")).ShouldSay("You are not in the contacts");
    }

    [Fact]
    public async Task A_swap_counts_when_the_other_agrees()
    {
        await using var night = await Night.FallsAsync(Rotating);
        (await night.Drew.Says("swap tonight 20:00-08:00 with erin")).ShouldSay("Dr. Erin is asked");
        await night.Ward.SettleAsync();
        night.Erin.Latest.ShouldSay("Dr. Drew asks you to take Proceduralist");
        (await night.Nurse.Says("who is on call proceduralist 21:00")).ShouldSay("Dr. Drew until");
        (await night.Erin.Taps(night.Erin.Latest, "Take it")).ShouldSay("Dr. Erin takes Proceduralist, 20:00 today to 08:00 tomorrow.");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("Dr. Erin takes Proceduralist");
        (await night.Nurse.Says("who is on call proceduralist 21:00")).ShouldSay("Proceduralist: Dr. Erin");
        (await night.Erin.Taps(night.Erin.Now(0), "Take it")).ShouldSay("That request is over");
    }

    [Fact]
    public async Task A_coordinator_agrees_for_somebody_absent_and_nobody_else_can()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Escalation:Coordinators:0", "aad-boss"));
        var boss = night.Ward.Person("boss");
        await night.Drew.Says("swap tonight 20:00-08:00 with erin");
        await night.Ward.SettleAsync();
        (await night.Noor.Taps(boss.Latest, "Take it")).ShouldSay("That request is over");
        (await boss.Taps(boss.Latest, "Take it")).ShouldSay("Dr. Erin takes Proceduralist");
        await night.Ward.SettleAsync();
        night.Erin.Latest.ShouldSay("Dr. Erin takes Proceduralist");
    }

    [Fact]
    public async Task Cover_is_asked_of_everybody_else_of_the_role_until_one_takes_it()
    {
        await using var night = await Night.FallsAsync(Rotating);
        (await night.Noor.Says("cover me until 18:00")).ShouldSay("Dr. Sam is asked to take Neurology");
        await night.Ward.SettleAsync();
        var sam = night.Ward.Person("sam");
        (await sam.Taps(sam.Latest, "No")).ShouldSay("Dr. Sam cannot take it");
        await night.Ward.SettleAsync();
        night.Noor.Latest.ShouldSay("Dr. Sam cannot take it");
        (await night.Drew.Says("cover me until 10:00")).ShouldSay("is asked");
        (await night.Erin.Says("cover me until 12:00")).ShouldSay("You are not on call then.");
    }

    [Fact]
    public async Task Programs_and_calendars_get_the_same_answer()
    {
        await using var night = await Night.FallsAsync(Rotating, ("Escalation:FeedKeys:0", "a-key-that-nobody-guesses"));
        await night.Erin.Says("take neurology until 19:00");
        using var reply = JsonDocument.Parse(await night.Ward.Http.GetStringAsync(new Uri("/api/on-call?role=neurology&to=2026-11-23T11:00:00Z",
            UriKind.Relative), TestContext.Current.CancellationToken));
        var spans = reply.RootElement.GetProperty("spans").EnumerateArray().Select(span =>
            $"{span.GetProperty("until").GetDateTimeOffset():HH:mm} {span.GetProperty("person").GetProperty("name")} {span.GetProperty("layer")}");
        Assert.Equal(["19:00 Dr. Erin Taken", "11:00 Dr. Noor Listed"], spans);
        var feed = await night.Ward.Http.GetStringAsync(new Uri("/api/on-call/a-key-that-nobody-guesses.ics", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.Contains("SUMMARY:neurology: Dr. Erin", feed, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound,
            (await night.Ward.Http.GetAsync(new Uri("/api/on-call/another.ics", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest,
            (await night.Ward.Http.GetAsync(new Uri("/api/on-call?role=plumbing", UriKind.Relative), TestContext.Current.CancellationToken))
            .StatusCode);
    }

    [Fact]
    public async Task A_calendar_decides_and_its_gap_goes_to_the_fallback()
    {
        var file = Path.Combine(Path.GetTempPath(), $"on-call-{Guid.NewGuid():N}.ics");
        await File.WriteAllTextAsync(file,
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1
            SUMMARY:Neurology on call: Dr. Sam
            DTSTART:20261121T100000Z
            DTEND:20261121T140000Z
            RRULE:FREQ=DAILY;COUNT=10
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID:20261123T100000Z
            SUMMARY:cancelled
            STATUS:CANCELLED
            DTSTART:20261123T100000Z
            DTEND:20261123T140000Z
            END:VEVENT
            END:VCALENDAR
            """, TestContext.Current.CancellationToken);
        var contacts = Rotating.Replace("\"fallback\"", $"\"calendars\": [ {JsonSerializer.Serialize(file)} ], \"fallback\"", StringComparison.Ordinal);
        await using var night = await Night.FallsAsync(contacts);
        await night.Ward.Get<CalendarFeeds>().RunOnceAsync(TestContext.Current.CancellationToken);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Sam until 14:00 today, then Dr. Drew.");
        (await night.Nurse.Says("who is on call neurology tomorrow 11:00")).ShouldSay("Dr. Drew (fallback) until");
        await night.EmergencyAsync();
        Assert.Single(night.Ward.Person("sam").Cards);
        File.Delete(file);
    }
}
