using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

public sealed class AdviceTests
{
    [Fact]
    public void At_its_end_the_advice_is_re_evaluated_and_a_recheck_asked_for()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3)).Passes(59.9);
        Assert.Null(site.Case.Advice.StaleSince);
        site.Passes(0.1);
        Assert.Equal(Urgency.Urgent, site.Case.Advice.IfUnchanged);
        Assert.Equal(RequesterNotice.AdviceExpired, Assert.Single(site.Told));
        Assert.Empty(site.Called);
    }

    [Fact]
    public void Unanswered_for_fifteen_minutes_it_escalates_as_not_re_examined()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3)).Passes(74.9);
        Assert.Equal(CaseStatus.Watching, site.Case.Status);
        site.Passes(0.1);
        Assert.Equal(["channel", "drew"], site.Called);
        Assert.True(site.Case.Run!.NotReexamined);
        Assert.Contains(RequesterNotice.NotReexamined, site.Told);
    }

    [Fact]
    public void A_newer_exam_cancels_what_the_older_one_had_started()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3)).Passes(60);
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Exam(site.Now, hours: 4) with { Numbness = Numbness.Resolved }));
        site.Passes(24 * 60);
        Assert.Equal(Urgency.Recovered, site.Case.Urgency);
        Assert.DoesNotContain(site.Events, each => each.Event is CaseEvent.EscalationStarted);
    }

    [Fact]
    public void While_the_straight_leg_raise_is_impossible_a_recheck_is_asked_for_every_half_hour()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 1) with { StraightLegRaise = StraightLegRaise.Unable });
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision)).Passes(90);
        Assert.Equal(3, site.Told.Count(told => told == RequesterNotice.Recheck));
    }

    [Fact]
    public void What_rises_to_an_emergency_unexamined_calls_again_even_with_somebody_at_the_bedside()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3) with { StraightLegRaise = StraightLegRaise.Unable });
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision)).Passes(75);
        Assert.Equal(Urgency.Emergency, site.Case.Urgency);
        Assert.Equal(["channel", "drew", "noor"], site.Called);
    }

    [Fact]
    public void Incomplete_advice_is_asked_about_every_half_hour_until_the_band_ends_and_it_escalates()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 2) with { RedFlags = default }).Passes(120);
        Assert.Equal(4, site.Told.Count(told => told == RequesterNotice.AdviceExpired));
        site.Passes(15);
        Assert.Equal(["channel", "drew"], site.Called);
    }

    [Fact]
    public void An_exam_that_raises_the_urgency_starts_the_higher_ladder_anew()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew);
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Emergency(site.Now)));
        Assert.Equal(["channel", "drew", "noor"], site.Called);
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
    }

    [Fact]
    public void An_exam_as_urgent_as_before_leaves_whoever_is_coming_alone()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew);
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Urgent(site.Now)));
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
        Assert.Empty(site.Called);
    }

    [Fact]
    public void A_case_that_was_an_emergency_never_falls_below_urgent_by_an_exam()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Exam(site.Now)));
        Assert.Equal(Urgency.Urgent, site.Case.Urgency);
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
    }

    [Fact]
    public void An_answer_taken_back_within_the_same_dialog_ends_the_escalation_visibly()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start), OpeningReason.RedFlag);
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-1", Site.Exam(site.Now)));
        Assert.Equal(CaseStatus.Watching, site.Case.Status);
        Assert.Contains(new CaseEffect.TellThread(ThreadNotice.NoLongerEscalating), site.Last.Effects);
        Assert.Contains(new CaseEffect.TellPerson(Site.Drew, ThreadNotice.NoLongerEscalating), site.Last.Effects);
        Assert.Contains(new CaseEffect.TellRequester(RequesterNotice.ExaminedAgain), site.Last.Effects);
        Assert.Single(site.Case.Exams);
    }
}
