using System.Text.Json;

namespace ClinicalBot.Stories.Escalation;

/// <summary>What became of the advice, and where the patient went: coded, so that no note names a patient.</summary>
public sealed class FeedbackStories
{
    [Fact]
    public async Task Whether_the_advice_was_followed_stands_in_the_record_and_in_the_report()
    {
        await using var night = await Night.FallsAsync();
        var decision = await night.EmergencyAsync();
        await night.Nurse.Taps(night.Nurse.Latest, "Not followed: another cause found");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("nurse on the advice: Not followed: another cause found");
        // The last word of a person counts.
        await night.Nurse.Taps(night.Nurse.Latest, "Followed");
        await night.Ward.SettleAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Not followed: not available");
        await night.Ward.SettleAsync();
        await night.Ward.PassAsync(1);
        using var report = JsonDocument.Parse(await night.Ward.Http.GetStringAsync(new Uri("/api/report", UriKind.Relative),
            TestContext.Current.CancellationToken));
        var feedback = Assert.Single(report.RootElement.GetProperty("lines").EnumerateArray()).GetProperty("feedback");
        Assert.Equal("""{"followed":1,"notAvailable":1}""", feedback.GetRawText());
        var csv = await night.Ward.Http.GetStringAsync(new Uri("/api/report?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith(",followed notAvailable", csv.TrimEnd(), StringComparison.Ordinal);
        decision.ShouldDecide("Emergency");
    }

    [Fact]
    public async Task Feedback_is_given_after_the_end_too_and_changes_nothing_else()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Resolved");
        await night.Ward.SettleAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Followed");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("Closed: resolved.").ShouldSay("drew on the advice: Followed");
        (await night.Nurse.Says("cases")).ShouldSay("There is no open case.");
    }

    [Fact]
    public async Task A_note_that_names_a_place_of_the_list_is_kept_and_any_other_is_not()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Locations:0", "Ward 3"), ("Escalation:Locations:1", "CT"));
        await night.EmergencyAsync();
        await night.Nurse.Says("cancel");
        (await night.Nurse.Says("note moved to ct")).ShouldSay("Where: CT").ShouldSay("nurse set the place: CT");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Where: CT");
        (await night.Nurse.Says("note moved to the hall")).ShouldSay("Places: Ward 3, CT. Nothing was recorded.");
        (await night.Nurse.Says("note moved to CT, can't pee")).ShouldDecide("Emergency");
        (await night.Ward.Person("other").Says("note moved to Ward 3")).ShouldSay("Which case?");
    }
}
