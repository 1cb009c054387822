namespace ClinicalBot.Stories.Escalation;

/// <summary>Who may read and act on a case, and what becomes of an old card.</summary>
public sealed class UncalledStories
{
    private const string Coordinator = "aad-coordinator";

    [Fact]
    public async Task Somebody_who_is_not_called_sees_no_findings_and_is_asked_before_it_counts()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        await night.EmergencyAsync();
        var porter = night.Ward.Person("porter");
        var card = (await porter.Says($"case {night.Reference}")).ShouldSay("Nobody has answered yet.").ShouldNotSay("saddle");
        var asked = (await porter.Taps(card, "Coming in 30 min")).ShouldSay("You are not called for this case").ShouldSay("Really take it?");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Nobody has answered yet.");

        await porter.TapsInPlace(asked, "Yes, really");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("A person not called for case").ShouldSay("porter is coming, there by 11:30.");
        (await porter.Says($"case {night.Reference}")).ShouldSay("Saddle");
    }

    [Fact]
    public async Task The_same_holds_for_closing_and_for_examining_again()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var porter = night.Ward.Person("porter");
        var close = await porter.Says($"close {night.Reference}");
        (await porter.Taps(close, "No action needed")).ShouldSay("Really take it?");
        (await porter.Says($"reassess {night.Reference}")).ShouldSay("Really take it?").ShouldNotSay("last:");
        (await porter.Taps(porter.Latest, "Yes, really")).ShouldSay("last:");
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("A person not called for case").ShouldSay("Nobody has answered yet.");
    }

    [Fact]
    public async Task Only_who_asked_or_a_coordinator_voids_a_case_and_everybody_called_is_told()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", Coordinator));
        await night.EmergencyAsync();
        var known = night.Reference;
        foreach (var person in new[] { night.Drew, night.Ward.Person("porter") })
        {
            (await person.Says($"void {known}")).ShouldSay("Only who asked for this case, or a person the site names, can void it.");
        }

        (await night.Ward.Person("coordinator").Says($"void {known}")).ShouldSay("Void: wrong patient.");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay($"Case {known} is void: wrong patient. Nobody needs to come for it.");
        night.Noor.Latest.ShouldSay($"Case {known} is void: wrong patient. Nobody needs to come for it.");
    }

    [Fact]
    public async Task An_old_void_button_does_not_void_a_reopened_emergency()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        var known = night.Reference;
        var old = await night.Nurse.Says("void");
        await night.Nurse.Taps(old, $"Void case: place not chosen, {known}");
        await night.Nurse.Says($"reopen {known}");
        (await night.Nurse.Taps(old, $"Void case: place not chosen, {known}")).ShouldSay("That card was out of date").ShouldSay("Nobody has answered yet.");
    }
}
