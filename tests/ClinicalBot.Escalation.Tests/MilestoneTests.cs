namespace ClinicalBot.Escalation.Tests;

/// <summary>What is done for the patient, held to the site's own targets.</summary>
public sealed class MilestoneTests
{
    private static Site Targeted(params MilestoneTarget[] targets)
    {
        var site = new Site();
        site.World = site.World with { EmergencyLadder = site.World.EmergencyLadder with { Targets = targets } };
        return site.Opens(Site.Emergency(Site.Start));
    }

    private static IEnumerable<(string Who, ThreadNotice What)> Told(Site site) =>
        site.Sent.OfType<CaseEffect.TellPerson>().Select(tell => (tell.To.Id, tell.Notice));

    [Fact]
    public void Who_has_the_case_is_told_once_a_target_has_passed_and_then_the_next_in_line()
    {
        var site = Targeted(new MilestoneTarget(Milestone.Examined, TimeSpan.FromMinutes(30)));
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen)).Passes(29.9);
        Assert.Empty(Told(site));
        site.Passes(0.2);
        Assert.Equal([("drew", ThreadNotice.Overdue)], Told(site));
        site.Passes(10);
        Assert.Equal([("drew", ThreadNotice.Overdue), ("erin", ThreadNotice.OverdueNext)], Told(site));
        site.Passes(600);
        Assert.Equal(["drew", "erin", "noor"], Told(site).Select(each => each.Who));
        Assert.Null(Assert.Single(site.Case.Overdue!).NextAt);
    }

    [Fact]
    public void What_was_done_in_time_or_meanwhile_is_told_to_no_one_more()
    {
        var site = Targeted(new MilestoneTarget(Milestone.Examined, TimeSpan.FromMinutes(30)), new MilestoneTarget(Milestone.MriDone, TimeSpan.FromHours(2)));
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen));
        site.Hears(seen => new CaseInput.Reach(Site.Drew, seen, Milestone.Examined)).Passes(60);
        Assert.Empty(Told(site));
        site.Passes(61);
        Assert.Equal([("drew", ThreadNotice.Overdue)], Told(site));
        site.Hears(seen => new CaseInput.Reach(Site.Drew, seen, Milestone.MriDone)).Passes(600);
        Assert.Single(Told(site));
        Assert.Null(site.Case.Overdue);
    }

    [Fact]
    public void Two_targets_that_pass_together_are_one_message_a_person()
    {
        var site = Targeted(new MilestoneTarget(Milestone.Examined, TimeSpan.FromMinutes(30)),
            new MilestoneTarget(Milestone.MriRequested, TimeSpan.FromMinutes(30)));
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen)).Passes(31);
        Assert.Equal([("drew", ThreadNotice.Overdue)], Told(site));
        Assert.Equal(2, site.Case.Overdue!.Count);
    }

    [Fact]
    public void While_no_one_has_the_case_its_ladder_calls_and_who_takes_it_is_told_at_once()
    {
        var site = Targeted(new MilestoneTarget(Milestone.Examined, TimeSpan.FromMinutes(5)));
        site.Passes(8);
        Assert.Empty(Told(site));
        site.Acknowledges(Site.Erin).Passes(0);
        Assert.Equal([("erin", ThreadNotice.Overdue)], Told(site));
    }

    [Fact]
    public void Without_a_target_nobody_is_ever_told()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen)).Passes(48 * 60);
        Assert.Empty(Told(site));
    }

    [Fact]
    public void The_auditor_sees_that_nobody_was_told()
    {
        var site = Targeted(new MilestoneTarget(Milestone.Examined, TimeSpan.FromMinutes(30)));
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen));
        var due = Site.Start + TimeSpan.FromMinutes(30);
        Assert.Null(Auditor.Check(site.Events, due + TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));
        Assert.Equal(new Overdue(OverdueKind.MilestoneNotTold, due), Auditor.Check(site.Events, due + TimeSpan.FromMinutes(1.1), TimeSpan.FromMinutes(1)));
        site.Passes(30);
        Assert.Null(Auditor.Check(site.Events, due + TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)));
        Assert.Equal(OverdueKind.MilestoneNotTold, Auditor.Check(site.Events, due + TimeSpan.FromMinutes(11.1), TimeSpan.FromMinutes(1))?.Kind);
    }
}
