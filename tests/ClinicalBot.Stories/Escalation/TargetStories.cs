namespace ClinicalBot.Stories.Escalation;

/// <summary>The site's own targets: what should be done by when, and who is told that it was not.</summary>
public sealed class TargetStories
{
    private static readonly (string, string)[] Targets =
        [("Escalation:Emergency:Targets:Examined", "00:30:00"), ("Escalation:Emergency:Targets:MriDone", "02:00:00"), ("Escalation:OverdueAgain", "00:15:00")];

    [Fact]
    public async Task Who_has_the_case_is_told_when_a_target_has_passed_and_then_the_next_in_line()
    {
        await using var night = await Night.FallsAsync(null, Targets);
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        await night.Ward.PassAsync(29);
        night.Drew.Latest.ShouldNotSay("overdue");
        await night.Ward.PassAsync(2);
        night.Drew.Latest.ShouldSay("is overdue").ShouldSay("Overdue: Examined.").ShouldSay("Mark it on the case card once it is done.");
        Assert.Empty(night.Erin.Cards);
        night.LatestPost.ShouldSay("Overdue: Examined.");
        await night.Ward.PassAsync(15);
        night.Erin.Latest.ShouldSay("is overdue").ShouldSay("drew").ShouldSay("You are next in line.");
        var erin = night.Erin.Cards.Count;
        await night.Drew.Taps(night.Drew.Latest, "Show case");
        await night.Drew.TapsInPlace(night.Drew.Latest, "Examined");
        await night.Ward.PassAsync(30);
        Assert.Equal(erin, night.Erin.Cards.Count);
        night.LatestPost.ShouldNotSay("Overdue: ").ShouldSay("Examined 11:46");
        await night.Ward.PassAsync(45);
        night.Drew.Latest.ShouldSay("Overdue: MRI done.");
    }

    [Fact]
    public async Task A_site_without_targets_tells_nobody()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "At the bedside");
        var cards = night.Drew.Cards.Count;
        await night.Ward.PassAsync(50);
        Assert.Equal(cards, night.Drew.Cards.Count);
    }
}
