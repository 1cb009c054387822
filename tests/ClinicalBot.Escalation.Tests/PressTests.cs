using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

public sealed class PressTests
{
    [Fact]
    public void Acknowledging_stops_the_ladder_and_tells_the_requester()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Drew, 30);
        Assert.Equal(PressAnswer.Done, site.Last.Answer);
        Assert.Equal(RequesterNotice.ResponderComing, Assert.Single(site.Told));
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
        Assert.Equal((Site.Erin, Site.Start + TimeSpan.FromMinutes(15)), (site.Case.Attendance!.By, site.Case.Attendance.Until));
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
        site.Hears(seen => new CaseInput.Reopen(Site.Nurse, seen));
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
        Assert.Equal(["channel", "drew"], site.Called);
    }

    public static TheoryData<string> Acts => [.. typeof(CaseInput.Act).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseInput.Act)) && !type.IsAbstract).Select(type => type.Name)];

    /// <summary>Every record of what a person can do, found by itself: one that is added later is held to this too.</summary>
    [Theory]
    [MemberData(nameof(Acts))]
    public void Nothing_a_person_does_counts_for_a_case_that_has_changed(string act)
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        var old = site.Case.Revision;
        site.Hears(seen => new CaseInput.Close(Site.Drew, seen, CaseOutcome.Resolved)).Hears(seen => new CaseInput.Reopen(Site.Nurse, seen));
        if (act == nameof(CaseInput.Reopen))
        {
            site.Hears(seen => new CaseInput.Close(Site.Drew, seen, CaseOutcome.Resolved));
        }

        var (before, length) = (site.Case, site.Events.Count);
        site.Hears(Make(act, old));
        Assert.Equal(PressAnswer.OutOfDate, site.Last.Answer);
        Assert.Equal((before, length, 0), (site.Case, site.Events.Count, site.Last.Effects.Count));
    }

    private static CaseInput Make(string act, int revision)
    {
        var make = Assert.Single(typeof(CaseInput).GetNestedType(act)!.GetConstructors());
        return (CaseInput)make.Invoke([.. make.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(Actor) => Site.Drew,
            var type when type == typeof(int) => parameter.Name == "Minutes" ? 15 : revision,
            var type when type == typeof(string) => "dialog-1",
            var type when type == typeof(CaseOutcome) => CaseOutcome.Resolved,
            var type when type == typeof(Milestone) => Milestone.MriDone,
            var type when type == typeof(Feedback) => Feedback.Followed,
            _ => (object)Site.Exam(Site.Start),
        })]);
    }

    [Fact]
    public void Wrong_patient_voids_the_case_and_tells_the_requester_the_thread_and_everybody_called()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Erin).Hears(seen => new CaseInput.Void(Site.Nurse, seen));
        Assert.Equal(CaseStatus.Voided, site.Case.Status);
        Assert.Equal([new CaseEffect.TellThread(ThreadNotice.Voided), .. Called(ThreadNotice.Voided),
            new CaseEffect.TellRequester(RequesterNotice.Voided)], site.Last.Effects);
        site.Passes(600);
        Assert.DoesNotContain(site.Events.SkipWhile(each => each.Event is not CaseEvent.Voided).Skip(1), each => each.Event is not CaseEvent.Delivered);
    }

    [Fact]
    public void A_case_that_called_nobody_ends_without_a_word_to_the_channel()
    {
        var site = new Site().Opens(Site.Exam(Site.Start)).Hears(seen => new CaseInput.Void(Site.Nurse, seen));
        Assert.Equal([new CaseEffect.TellRequester(RequesterNotice.Voided)], site.Last.Effects);
    }

    [Fact]
    public void A_case_moved_into_another_is_over_and_everybody_is_told()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Erin).Hears(seen => new CaseInput.Move(Site.Nurse, seen, "T9-WXY"));
        Assert.Equal((CaseStatus.Moved, "T9-WXY"), (site.Case.Status, site.Case.MovedInto));
        Assert.Equal([new CaseEffect.TellThread(ThreadNotice.Moved), .. Called(ThreadNotice.Moved),
            new CaseEffect.TellRequester(RequesterNotice.Moved)], site.Last.Effects);
        site.Passes(600).Acknowledges(Site.Drew);
        Assert.Equal(PressAnswer.Over, site.Last.Answer);
        site.Hears(seen => new CaseInput.Move(Site.Nurse, seen, "K7-4FX"));
        Assert.Equal(CaseStatus.Moved, site.Case.Status);
    }

    [Fact]
    public void Closed_before_anybody_was_there_it_calls_off_everybody_else_called()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(new CaseInput.Close(Site.Drew, site.Case.Revision, CaseOutcome.NoActionNeeded));
        Assert.Contains(new CaseEffect.TellThread(ThreadNotice.ClosedUnattended), site.Last.Effects);
        Assert.Equal("noor", Assert.Single(site.Last.Effects.OfType<CaseEffect.TellPerson>()).To.Id);
    }

    [Fact]
    public void Closed_from_the_bedside_it_disturbs_nobody_but_the_requester()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(new CaseInput.AtBedside(Site.Drew, site.Case.Revision));
        site.Hears(new CaseInput.Close(Site.Drew, site.Case.Revision, CaseOutcome.Resolved));
        Assert.Equal([new CaseEffect.TellRequester(RequesterNotice.Closed)], site.Last.Effects);
    }

    [Fact]
    public void A_case_cannot_move_into_itself()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start)).Hears(seen => new CaseInput.Move(Site.Nurse, seen, "K7-4FX"));
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
    }

    private static IEnumerable<CaseEffect> Called(ThreadNotice notice) =>
        [new CaseEffect.TellPerson(Site.Drew, notice), new CaseEffect.TellPerson(new Actor("noor", "Dr. Noor"), notice),
            new CaseEffect.TellPerson(Site.Erin, notice)];

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
