namespace ClinicalBot.Escalation.Tests;

public sealed class AuditorTests
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static OverdueKind? Kind(Site site, double minutesLater) =>
        Auditor.Check(site.Events, site.Now + TimeSpan.FromMinutes(minutesLater), Slack)?.Kind;

    [Fact]
    public void A_step_that_never_fired_is_noticed_one_slack_later()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        Assert.Null(Kind(site, 11));
        Assert.Equal(OverdueKind.StepNotFired, Kind(site, 11.01));
    }

    [Fact]
    public void An_eta_that_never_lapsed_is_noticed()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 5);
        Assert.Null(Kind(site, 6));
        Assert.Equal(OverdueKind.EtaNotLapsed, Kind(site, 6.01));
    }

    [Fact]
    public void Advice_that_never_ended_is_noticed()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3));
        Assert.Null(Kind(site, 61));
        Assert.Equal(OverdueKind.AdviceNotExpired, Kind(site, 61.01));
    }

    [Fact]
    public void A_recheck_that_never_escalated_is_noticed()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3)).Passes(60);
        Assert.Null(Kind(site, 16));
        Assert.Equal(OverdueKind.RecheckNotEscalated, Kind(site, 16.01));
    }

    [Fact]
    public void An_urgent_case_without_an_escalation_is_noticed_even_when_its_own_bookkeeping_is_content()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var lost = site.Events.Where(each => each.Event is CaseEvent.Opened).ToList();
        Assert.Equal(OverdueKind.NotEscalated, Auditor.Check(lost, Site.Start + TimeSpan.FromMinutes(1.1), Slack)!.Kind);
    }

    [Fact]
    public void A_wrong_due_time_in_the_ladder_itself_is_noticed()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var slipped = site.Events.Select(each => each.Event is CaseEvent.StepFired fired ? (fired with { NextAt = DateTimeOffset.MaxValue }, each.At) : each).ToList();
        Assert.Equal(OverdueKind.StepNotFired, Auditor.Check(slipped, Site.Start + TimeSpan.FromMinutes(12), Slack)!.Kind);
    }

    [Fact]
    public void Nobody_is_missed_at_the_bedside_or_in_a_closed_case()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start) with { BlockTime = Site.Start.AddHours(-25) });
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision));
        Assert.Null(Kind(site, 10_000));
        site.Hears(new CaseInput.Close(Site.Drew, site.Case.Revision, CaseOutcome.Resolved));
        Assert.Null(Kind(site, 10_000));
        site.Hears(new CaseInput.Reopen(Site.Nurse));
        Assert.Equal(OverdueKind.StepNotFired, Kind(site, 10_000));
    }
}
