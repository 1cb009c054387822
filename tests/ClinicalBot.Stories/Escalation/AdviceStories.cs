using ClinicalBot.Conversations.Cases;
using ClinicalBot.Records.Audit;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Stories.Escalation;

public sealed class AdviceStories
{
    [Fact]
    public async Task At_its_end_the_decision_is_marked_in_place_and_a_recheck_asked_for()
    {
        await using var night = await Night.FallsAsync();
        (await night.TriageAsync("3 h ago")).ShouldDecide("Expected");
        var decision = night.Nurse.Cards.Count - 1;
        await night.Ward.PassAsync(60);
        night.Nurse.Now(decision).ShouldSay("Out of date since 12:00 today. If unchanged: Urgent. Examine again.");
        night.Nurse.Latest.ShouldSay("has ended").ShouldSay("Examine again");
        Assert.Empty(night.Drew.Cards);
    }

    [Fact]
    public async Task Unanswered_for_fifteen_minutes_it_escalates_as_not_re_examined()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("3 h ago");
        await night.Ward.PassAsync(75);
        Assert.Single(night.Drew.Cards);
        night.Drew.Latest.ShouldSay("If unchanged: Urgent");
        night.Nurse.Latest.ShouldSay("Not re-examined: people are called");
    }

    [Fact]
    public async Task Examining_again_keeps_time_and_circumstances_shows_the_last_values_and_cancels_what_was_due()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("3 h ago");
        await night.Ward.PassAsync(60);
        var motor = await night.Nurse.Taps(night.Nurse.Latest, "Examine again");
        motor.ShouldSay("Can the patient move the leg?").ShouldSay("Block 08:00 today").ShouldSay("last: able");
        foreach (var line in new[] { "slr able, motor normal", "all resolved, reflexes normal, no shooting pain", "none", "skip" })
        {
            await night.Nurse.Says(line);
        }

        (await night.Nurse.Says("yes")).ShouldDecide("Recovered");
        await night.Ward.PassAsync(120);
        Assert.Empty(night.Drew.Cards);
    }

    [Fact]
    public async Task A_triage_with_an_adverse_answer_left_alone_becomes_a_case_and_escalates()
    {
        await using var night = await Night.FallsAsync();
        foreach (var line in new[] { "triage", "3 h ago", "can't lift the heel" })
        {
            await night.Nurse.Says(line);
        }

        await night.Ward.PassAsync(9);
        Assert.Empty(night.Drew.Cards);
        await night.Ward.PassAsync(1);
        Assert.Single(night.Drew.Cards).ShouldSay("The heel does not leave the bed");
        night.Nurse.Latest.ShouldDecide("Urgent").ShouldSay("This triage was left with an adverse answer. It is now case");
    }

    [Fact]
    public async Task Left_alone_without_an_adverse_answer_nothing_happens()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        await night.Ward.PassAsync(30);
        Assert.Equal(2, night.Nurse.Cards.Count);
    }

    [Fact]
    public async Task Cases_are_listed_with_their_clock_and_shown_by_reference()
    {
        await using var night = await Night.FallsAsync();
        (await night.Nurse.Says("cases")).ShouldSay("There is no open case.");
        await night.TriageAsync("5 h ago");
        await night.Ward.PassAsync(2);
        (await night.Erin.Says("cases")).ShouldSay("Open cases").ShouldSay($"{night.Reference} · Urgent").ShouldSay("Block 5 h 2 min ago");
        (await night.Erin.Says($"case {night.Reference}")).ShouldSay("Nobody has answered yet.");
        (await night.Erin.Says("case 33-333")).ShouldSay("There is no case 33-333.");
    }

    [Fact]
    public async Task A_place_is_chosen_from_the_configured_ones()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Locations:0", "Ward 3"), ("Escalation:Locations:1", "Bay 1"));
        var decision = await night.TriageAsync("5 h ago");
        (await night.Nurse.Taps(decision, "Ward 3", ("location", "Mr. Smith's room"))).ShouldSay("Choose a place from the list.");
        await night.Nurse.TapsInPlace(decision.ShouldSay("Where is the patient?"), "Ward 3");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Ward 3");
    }

    [Fact]
    public async Task An_emergency_that_interrupts_a_triage_offers_to_set_the_place()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Locations:0", "Ward 3"));
        var emergency = await night.EmergencyAsync();
        await night.Nurse.TapsInPlace(emergency.ShouldSay("Where?"), "Ward 3");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Ward 3");
        night.Nurse.Latest.ShouldNotSay("Where?").ShouldSay("Continue exam");
    }

    [Fact]
    public async Task The_record_verifies_replays_and_names_what_was_changed()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(4);
        var storage = new StorageOptions { Path = night.Ward.Database };
        Assert.Equal((0, "nothing changed"), await AuditAsync(storage, "verify"));
        Assert.Equal((0, "the same today"), await AuditAsync(storage, "replay", night.Reference));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            Sql.ExecuteAsync(night.Ward.Database, "UPDATE case_event SET at = at + 1 WHERE number = 2"));
        await Sql.ExecuteAsync(night.Ward.Database, "DROP TRIGGER case_event_update; UPDATE case_event SET at = at + 1 WHERE number = 2");
        Assert.Equal((2, $"Case {night.Reference}: event 2 is not what was written."), await AuditAsync(storage, "verify"));
    }

    [Fact]
    public async Task A_case_that_is_taken_away_whole_is_missed()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.Get<ITurnStore>().SealAsync(night.Ward.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var storage = new StorageOptions { Path = night.Ward.Database };
        await using var before = new StringWriter();
        await AuditCommand.RunAsync(["verify"], storage, before);
        var kept = System.Text.RegularExpressions.Regex.Match(before.ToString(), "Checkpoint ([0-9]+:[0-9a-f]{64}) of").Groups[1].Value;
        Assert.Equal((0, "nothing changed"), await AuditAsync(storage, "verify", "--checkpoint", kept));

        var taken = $"""
            DROP TRIGGER case_event_delete; DELETE FROM case_event; DELETE FROM record; DELETE FROM cases;
            """;
        await Sql.ExecuteAsync(night.Ward.Database, taken);
        await using var after = new StringWriter();
        Assert.Equal(2, await AuditCommand.RunAsync(["verify"], storage, after));
        Assert.Contains($"{night.Reference}: it had", after.ToString(), StringComparison.Ordinal);

        // Whoever takes the chain away as well cannot take away what is kept elsewhere.
        await Sql.ExecuteAsync(night.Ward.Database, "DROP TRIGGER checkpoint_delete; DELETE FROM checkpoint");
        Assert.Equal((0, "nothing changed"), await AuditAsync(storage, "verify"));
        Assert.Equal(2, await AuditCommand.RunAsync(["verify", "--checkpoint", kept], storage, after));
    }

    private static async Task<(int, string)> AuditAsync(StorageOptions storage, params string[] words)
    {
        await using var output = new StringWriter();
        var code = await AuditCommand.RunAsync(words, storage, output);
        string[] known = ["event 2 is not what was written", "nothing changed", "the same today"];
        var text = output.ToString();
        var found = known.FirstOrDefault(each => text.Contains(each, StringComparison.Ordinal)) ?? text;
        return (code, found == known[0] ? text.Split('\n')[0].Trim() : found);
    }
}
