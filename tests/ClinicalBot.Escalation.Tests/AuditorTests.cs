using System.Text.Json;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

public sealed class AuditorTests
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static OverdueKind? Kind(Site site, double minutesLater) =>
        Auditor.Check(site.Settle().Events, site.Now + TimeSpan.FromMinutes(minutesLater), Slack)?.Kind;

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
        var slipped = site.Settle().Events.Select(each => each.Event is CaseEvent.StepFired fired
            ? (fired with { NextAt = DateTimeOffset.MaxValue }, each.At) : each).ToList();
        Assert.Equal(OverdueKind.StepNotFired, Auditor.Check(slipped, Site.Start + TimeSpan.FromMinutes(12), Slack)!.Kind);
    }

    [Fact]
    public void Another_look_that_was_never_asked_for_is_noticed()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 1) with { StraightLegRaise = StraightLegRaise.Unable });
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision));
        Assert.Null(Kind(site, 31));
        Assert.Equal(OverdueKind.RecheckNotAsked, Kind(site, 31.01));
        site.Passes(30);
        Assert.Null(Kind(site, 31));
        Assert.Equal(OverdueKind.RecheckNotAsked, Kind(site, 31.01));
    }

    [Fact]
    public void A_ladder_of_a_lower_urgency_than_the_exam_is_noticed()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision));
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Emergency(site.Now)));
        var lost = site.Events.Where((each, at) => at < 3 || each.Event is CaseEvent.Opened or CaseEvent.Assessed or CaseEvent.ArrivedAtBedside).ToList();
        Assert.Equal(OverdueKind.NotEscalated, Auditor.Check(lost, Site.Start + TimeSpan.FromMinutes(1.1), Slack)!.Kind);
    }

    [Fact]
    public void An_unanswered_recheck_after_which_nobody_is_called_is_noticed()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3)).Passes(75);
        var lost = site.Events.TakeWhile(each => each.Event is not CaseEvent.EscalationStarted).ToList();
        Assert.IsType<CaseEvent.RecheckUnanswered>(lost[^1].Event);
        Assert.Equal(OverdueKind.NotEscalated, Auditor.Check(lost, site.Now + TimeSpan.FromMinutes(1.1), Slack)!.Kind);
    }

    [Fact]
    public void A_call_of_which_nothing_is_known_is_noticed()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Urgent(Site.Start));
        Assert.Null(Kind(site, 2));
        Assert.Equal(OverdueKind.DeliveryNotWatched, Kind(site, 2.01));
    }

    [Fact]
    public void A_phone_now_that_does_not_arrive_is_noticed()
    {
        var site = new Site { World = new CaseWorld(), ChannelWorks = false }.Opens(Site.Urgent(Site.Start));
        Assert.Null(Kind(site, 2));
        Assert.Equal(OverdueKind.RequesterNotTold, Kind(site, 2.01));
        site.ChannelWorks = true;
        Assert.Null(Kind(site, 2.01));
    }

    [Fact]
    public void Nobody_is_missed_at_the_bedside_or_in_a_closed_case()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start) with { BlockTime = Site.Start.AddHours(-25) });
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision));
        Assert.Null(Kind(site, 10_000));
        site.Hears(new CaseInput.Close(Site.Drew, site.Case.Revision, CaseOutcome.Resolved));
        Assert.Null(Kind(site, 10_000));
        site.Hears(seen => new CaseInput.Reopen(Site.Nurse, seen));
        Assert.Equal(OverdueKind.StepNotFired, Kind(site, 10_000));
    }

    [Fact]
    public void An_event_later_than_now_is_a_finding()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        Assert.Equal(OverdueKind.EventInFuture, Auditor.Check(site.Events, Site.Start - TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1))?.Kind);
        Assert.Null(Auditor.Check(site.Events, Site.Start - TimeSpan.FromSeconds(59), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_step_due_later_than_the_longest_wait_is_a_finding()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var events = site.Events.Select(each => each.Event is CaseEvent.StepFired fired
            ? (fired with { NextAt = fired.NextAt + TimeSpan.FromDays(3) }, each.At) : each).ToList();
        Assert.Equal(OverdueKind.DueTooFar, Auditor.Check(events, Site.Start, TimeSpan.FromMinutes(1))?.Kind);
    }

    [Fact]
    public void A_promise_to_come_in_three_days_is_a_finding()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 30);
        var events = site.Events.Select(each => each.Event is CaseEvent.Acknowledged coming
            ? (coming with { Until = coming.Until + TimeSpan.FromDays(3) }, each.At) : each).ToList();
        Assert.Equal(OverdueKind.DueTooFar, Auditor.Check(events, Site.Start, TimeSpan.FromMinutes(1))?.Kind);
    }

    [Fact]
    public void After_a_correction_of_the_clock_everything_is_meant_as_much_later()
    {
        var by = TimeSpan.FromDays(3);
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Now += by + TimeSpan.FromSeconds(30);
        Assert.Null(Auditor.Check(site.Events, site.Now, TimeSpan.FromMinutes(1), by));
        site.World = site.World with { ClockCorrection = by };
        site.Hears(new CaseInput.Tick());
        Assert.Equal(Site.Start + by + TimeSpan.FromMinutes(3), site.Case.Run!.DueAt);
        Assert.Equal(TimeSpan.FromHours(3), site.Case.Current.Assessment.AssessedAt - site.Case.Current.Assessment.BlockTime);
        Assert.Null(Auditor.Check(site.Events, site.Now, TimeSpan.FromMinutes(1), by));
        Assert.Equal(JsonSerializer.Serialize(site.Case, CaseJson.Default.Case), JsonSerializer.Serialize(CaseFold.Of(site.Events), CaseJson.Default.Case));
    }
}
