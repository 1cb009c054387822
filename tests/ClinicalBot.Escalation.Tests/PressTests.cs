using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

public sealed class PressTests
{
    [Fact]
    public void Acknowledging_stops_the_ladder_and_tells_the_requester()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 30);
        Assert.Equal(PressAnswer.Done, site.Last.Answer);
        Assert.Equal(RequesterNotice.SomebodyIsComing, Assert.Single(site.Told));
        site.Passes(29);
        Assert.Single(site.Events, each => each.Event is CaseEvent.StepFired);
    }

    [Fact]
    public void An_eta_that_lapses_resumes_the_ladder_with_the_next_step_and_says_so()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 5).Passes(5);
        Assert.Equal(["channel", "erin"], site.Called);
        Assert.Equal(StepReason.EtaLapsed, site.Last.Effects.OfType<CaseEffect.SendCall>().First().Because);
        Assert.Contains(RequesterNotice.CallingOn, site.Told);
        Assert.Null(site.Case.Attendance);
    }

    [Fact]
    public void A_new_eta_of_the_same_person_counts()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 5).Passes(4).Acknowledges(Site.Drew, 15).Passes(14);
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
    }

    [Fact]
    public void A_double_click_changes_state_once()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var shown = site.Case.Revision;
        site.Acknowledges(Site.Drew, 15, shown);
        var after = site.Case;
        site.Now += TimeSpan.FromSeconds(1);
        site.Acknowledges(Site.Drew, 15, shown);
        Assert.Equal(PressAnswer.OutOfDate, site.Last.Answer);
        Assert.Same(after, site.Case);
    }

    [Fact]
    public void Of_two_people_at_once_the_first_has_it()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var shown = site.Case.Revision;
        site.Acknowledges(Site.Drew, 15, shown).Acknowledges(Site.Erin, 5, shown);
        Assert.Equal(PressAnswer.OutOfDate, site.Last.Answer);
        Assert.Equal(Site.Drew, site.Case.Attendance!.By);
    }

    [Fact]
    public void What_the_machine_notes_does_not_void_a_click_under_way()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var shown = site.Case.Revision;
        site.Passes(10).Acknowledges(Site.Drew, 15, shown);
        Assert.Equal(PressAnswer.Done, site.Last.Answer);
    }

    [Fact]
    public void Another_person_takes_over_and_has_fifteen_minutes()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew);
        site.Acknowledges(Site.Erin);
        Assert.Equal(PressAnswer.NotNow, site.Last.Answer);
        site.Hears(new CaseInput.TakeOver(Site.Erin, site.Case.Revision));
        Assert.Equal(new Attendance(Site.Erin, Site.Start, Site.Start + TimeSpan.FromMinutes(15)), site.Case.Attendance);
        site.Passes(15);
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
    }

    [Fact]
    public void At_the_bedside_nothing_lapses()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision)).Passes(59);
        Assert.Equal(CaseStatus.Attended, site.Case.Status);
        Assert.Single(site.Events, each => each.Event is CaseEvent.StepFired);
    }

    [Fact]
    public void Handing_back_calls_on_at_once()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew);
        site.Hears(new CaseInput.HandBack(Site.Erin, site.Case.Revision));
        Assert.Equal(PressAnswer.NotNow, site.Last.Answer);
        site.Hears(new CaseInput.HandBack(Site.Drew, site.Case.Revision));
        Assert.Equal(["channel", "erin"], site.Called);
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
    }

    [Fact]
    public void A_closed_case_is_never_reopened_by_a_button_but_by_name()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.Close(Site.Drew, site.Case.Revision, CaseOutcome.Resolved));
        Assert.Equal(CaseStatus.Closed, site.Case.Status);
        Assert.Null(site.Case.DueAt);
        site.Acknowledges(Site.Erin);
        Assert.Equal(PressAnswer.Over, site.Last.Answer);
        site.Hears(new CaseInput.Tick());
        Assert.Equal(CaseStatus.Closed, site.Case.Status);
        site.Hears(new CaseInput.Reopen(Site.Nurse));
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
        Assert.Equal(["channel", "drew"], site.Called);
    }

    [Fact]
    public void Wrong_patient_voids_the_case_and_the_thread_is_told()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start)).Hears(new CaseInput.Void(Site.Nurse));
        Assert.Equal(CaseStatus.Voided, site.Case.Status);
        Assert.Equal(ThreadNotice.Voided, Assert.IsType<CaseEffect.TellThread>(Assert.Single(site.Last.Effects)).Notice);
        site.Passes(600);
        Assert.IsType<CaseEvent.Voided>(site.Events[^1].Event);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(600)]
    public void Only_the_offered_times_of_arrival_count(int minutes)
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, minutes);
        Assert.Equal(PressAnswer.NotNow, site.Last.Answer);
        Assert.Equal(Urgency.Urgent, site.Case.Urgency);
    }
}
