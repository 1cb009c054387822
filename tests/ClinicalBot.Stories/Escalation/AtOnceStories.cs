using ClinicalBot.Conversations.Cases;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using ClinicalBot.Storage;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Two people at once, double clicks and replays, over HTTP and through the real store.</summary>
public sealed class AtOnceStories
{
    [Fact]
    public async Task Of_everybody_who_presses_at_once_one_has_it_and_all_see_who()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer, ("Escalation:Access", "Tenant"));
        await night.EmergencyAsync();
        var card = night.LatestPost;
        var people = Enumerable.Range(0, 8).Select(at => night.Ward.Person($"doctor{at}")).ToList();
        await Task.WhenAll(people.Select((person, at) =>
            person.SendAsync(person.Activity() with { Value = card.Button(at % 2 == 0 ? "Coming in 5 min" : "Coming in 15 min") })));
        await night.Ward.SettleAsync();
        var record = await RecordAsync(night);
        var first = Assert.Single(record.OfType<CaseEvent.Acknowledged>());
        Assert.Equal(7, people.Sum(person => person.Cards.Count(shown => shown.Text.Contains($"{first.By.Name} is coming", StringComparison.Ordinal))));
        night.LatestPost.ShouldSay($"{first.By.Name} is coming");
        night.Drew.Latest.ShouldSay($"{first.By.Name} is coming");
    }

    [Fact]
    public async Task The_same_press_redelivered_and_pressed_again_changes_the_case_once()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var press = night.Drew.Activity() with { Value = night.Drew.Latest.Button("Coming in 15 min") };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => night.Drew.SendAsync(press)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => night.Drew.SendAsync(press with { Id = night.Ward.NextId() })));
        await night.Ward.SettleAsync();
        Assert.Single((await RecordAsync(night)).OfType<CaseEvent.Acknowledged>());
        Assert.Single(night.Nurse.Cards, card => card.Text.Contains("Help is coming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_an_exam_and_the_timer_at_once_all_count()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        foreach (var line in new[] { $"reassess {known}", "slr able, motor normal", "block area, reflexes normal, no shooting pain" })
        {
            await night.Nurse.Says(line);
        }

        var press = night.Drew.Activity() with { Value = night.Drew.Latest.Button("Coming in 15 min") };
        night.Ward.Forward(TimeSpan.FromMinutes(10));
        await Task.WhenAll(night.Drew.SendAsync(press), night.Nurse.SendAsync(night.Nurse.Activity() with { Text = "saddle" }), night.Ward.SettleAsync());
        await night.Ward.SettleAsync();
        var record = await RecordAsync(night);
        Assert.Contains(record, each => each is CaseEvent.Assessed);
        Assert.Contains(record, each => each is CaseEvent.EscalationStarted { Urgency: Urgency.Emergency });
        // Whoever came for the urgent case is called again for the emergency, or was first told that the card is out of date.
        (await night.Erin.Says($"case {known}")).ShouldSay("Emergency ⚠").ShouldSay("Nobody has answered yet.");
    }

    [Theory]
    [InlineData("Coming in 5 min")]
    [InlineData("At the bedside")]
    [InlineData("Close case")]
    public async Task A_card_of_before_a_restart_and_another_exam_changes_nothing(string title)
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        var old = night.Drew.Latest;
        var ask = title == "Close case" ? await night.Drew.Taps(old, title) : old;
        await night.ReassessAsync(night.Erin, known, "slr unable, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await night.Ward.RestartAsync();
        (await night.Drew.Taps(ask, title == "Close case" ? "Resolved" : title)).ShouldSay("That card was out of date").ShouldSay("Nobody has answered yet.");
        Assert.DoesNotContain(await RecordAsync(night), each => each is CaseEvent.Acknowledged or CaseEvent.ArrivedAtBedside or CaseEvent.Closed);
    }

    [Fact]
    public async Task Two_red_flags_at_once_in_two_chats_open_two_cases()
    {
        await using var night = await Night.FallsAsync();
        var people = Enumerable.Range(0, 6).Select(at => night.Ward.Person($"nurse{at}")).ToList();
        await Task.WhenAll(people.Select(person => person.SendAsync(person.Activity() with { Text = "saddle numbness" })));
        await night.Ward.SettleAsync();
        var list = await night.Erin.Says("cases");
        Assert.Equal(6, list.Text.Split('\n').Count(line => line.EndsWith("· Emergency", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<CaseEvent>> RecordAsync(Night night)
    {
        await using var records = await StoredRecords.OpenAsync(new StorageOptions { Path = night.Ward.Database });
        var events = new List<CaseEvent>();
        await foreach (var reference in records.ReferencesAsync())
        {
            events.AddRange((await records.ReadAsync(reference)).Select(line => CaseEntries.Read(line).Read()));
        }

        return events;
    }
}
