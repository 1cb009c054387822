namespace ClinicalBot.Escalation.Tests;

/// <summary>An emergency needs the proceduralist and neurology: one answer never silences the other role's calls.</summary>
public sealed class RespondersTests
{
    [Fact]
    public void One_answer_silences_only_the_calls_of_its_own_role()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Noor);
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
        Assert.Equal(["proceduralist"], Responders.Open(site.Case));
        site.Passes(3);
        Assert.Equal(["channel", "erin"], site.Called);
        site.Acknowledges(Site.Erin, 30);
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
        Assert.Null(site.Case.Run!.DueAt);
    }

    [Fact]
    public void Attended_means_that_each_role_is_there()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Drew).Hears(seen => new CaseInput.AtBedside(Site.Noor, seen));
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
        site.Hears(seen => new CaseInput.AtBedside(Site.Drew, seen));
        Assert.Equal(CaseStatus.Attended, site.Case.Status);
        Assert.Equal(["noor", "drew"], Responders.Of(site.Case).Select(each => each.By.Id));
    }

    [Fact]
    public void A_promise_that_lapses_calls_on_for_that_role_alone()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Noor, 30).Acknowledges(Site.Drew, 5).Passes(5);
        Assert.Equal(["channel", "erin"], site.Called);
        Assert.Equal("noor", Assert.Single(Responders.Of(site.Case)).By.Id);
    }

    [Fact]
    public void A_person_whose_role_is_not_known_is_asked_for_it_and_nothing_changes_before()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Nurse);
        Assert.Equal((PressAnswer.WhichRole, CaseStatus.Calling, 0), (site.Last.Answer, site.Case.Status, Responders.Of(site.Case).Count));
        site.Hears(seen => new CaseInput.Acknowledge(Site.Nurse, seen, 15, "neurology"));
        Assert.Equal(["proceduralist"], Responders.Open(site.Case));
    }

    [Fact]
    public void A_person_who_holds_both_roles_is_called_once_and_answers_for_both()
    {
        var site = Site.Whole();
        site.World = site.World with { Contacts = new(new Dictionary<string,
            RoleContacts> { ["proceduralist"] = new(null, [new("sam", "Sam")]), ["neurology"] = new(null, [new("sam", "Sam")]) }) };
        site.Opens(Site.Emergency(Site.Start));
        Assert.Equal(["channel", "sam"], site.Called);
        site.Acknowledges(new Actor("sam", "Sam"));
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
    }

    [Fact]
    public void Another_role_can_be_called_too_and_then_has_to_answer()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Drew, 30).Acknowledges(Site.Noor, 30)
            .Hears(seen => new CaseInput.CallRole(Site.Drew, seen, "mri"));
        Assert.Equal(CaseStatus.Calling, site.Case.Status);
        Assert.Equal(["channel", "mia"], site.Called);
        site.Hears(seen => new CaseInput.CallRole(Site.Drew, seen, "mri"));
        Assert.Equal(PressAnswer.NotNow, site.Last.Answer);
        site.Acknowledges(Site.Mia);
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
    }

    [Fact]
    public void Escalate_now_calls_the_next_step_at_once()
    {
        var site = Site.Whole().Opens(Site.Urgent(Site.Start)).Hears(seen => new CaseInput.EscalateNow(Site.Nurse, seen));
        Assert.Equal(["channel", "erin"], site.Called);
    }

    [Fact]
    public void A_person_who_cannot_come_or_handed_back_is_called_again_only_when_no_other_is_left()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Hears(seen => new CaseInput.Decline(Site.Drew, seen));
        Assert.Equal(["channel", "erin", "noor"], site.Called);
        site.Passes(3);
        Assert.DoesNotContain("drew", site.Called);
        site.Hears(seen => new CaseInput.Decline(Site.Erin, seen));
        var drew = Assert.Single(site.Last.Effects.OfType<CaseEffect.SendCall>(), call => call.To.Address == "drew");
        Assert.True(drew.To.Despite);
    }

    [Fact]
    public void When_one_role_never_answers_the_requester_is_told_to_phone()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Hears(seen => new CaseInput.AtBedside(Site.Drew, seen)).Passes(18);
        Assert.Contains(RequesterNotice.PhoneNow, site.Told);
        Assert.Equal(["channel", "noor"], site.Called);
    }
}

/// <summary>While a step waits: the same person again, then the second medium, then the next.</summary>
public sealed class WithinStepTests
{
    [Fact]
    public void The_same_people_are_alerted_every_two_minutes_until_the_next_step()
    {
        var site = Site.Whole().Opens(Site.Urgent(Site.Start)).Passes(2);
        Assert.Equal(["drew"], site.AlertedAgain);
        site.Passes(7.9);
        Assert.Equal(4, site.Events.Count(each => each.Event is CaseEvent.AlertedAgain));
        site.Passes(0.1);
        Assert.Equal(["channel", "erin"], site.Called);
    }

    [Fact]
    public void Who_has_answered_is_not_alerted_again()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Acknowledges(Site.Drew).Passes(2);
        Assert.Equal(["noor"], site.AlertedAgain);
    }

    [Fact]
    public void The_second_medium_follows_before_the_next_person()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Passes(2.4);
        Assert.Empty(site.CalledBySecond);
        site.Passes(0.1);
        Assert.Equal(["drew", "noor"], site.CalledBySecond);
        Assert.DoesNotContain("erin", site.Called);
    }

    [Fact]
    public void A_machine_that_slept_through_the_step_still_uses_the_second_medium_for_its_people()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Settle();
        site.Now += TimeSpan.FromMinutes(30);
        site.Hears(new CaseInput.Tick());
        Assert.Equal(["drew", "noor"], site.CalledBySecond);
        Assert.Equal(["channel", "erin", "noor"], site.Called);
    }

    [Fact]
    public void A_call_that_teams_refuses_goes_out_by_the_second_medium_at_once()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start));
        site.Hears(new CaseInput.Refuse(site.Case.Run!.Calls[1].Id, "403"));
        Assert.Equal(["drew"], site.CalledBySecond);
        site.Settle().Passes(1);
        Assert.Single(site.Events, each => each.Event is CaseEvent.SecondSent);
    }

    [Fact]
    public void When_teams_is_out_of_reach_past_the_grace_everybody_is_called_by_the_second_medium()
    {
        var site = Site.Whole();
        site.ChannelWorks = false;
        site.Opens(Site.Emergency(Site.Start)).Passes(1);
        Assert.Equal(["drew", "noor"], site.CalledBySecond.Take(2));
    }

    [Fact]
    public void A_wait_shorter_than_the_second_medium_still_uses_it()
    {
        var site = Site.Whole();
        site.World = site.World with { EmergencyLadder = site.World.EmergencyLadder with { SecondAfter = TimeSpan.FromMinutes(30) } };
        site.Opens(Site.Emergency(Site.Start)).Passes(2.5);
        Assert.Equal(["drew", "noor"], site.CalledBySecond);
    }

    [Fact]
    public void What_becomes_of_the_second_medium_is_kept_with_the_call()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Passes(2.5).Settle();
        Assert.All(site.Case.Run!.Calls.Where(call => call.Person is not null), call => Assert.Equal(CallState.Delivered, call.Second));
    }

    [Fact]
    public void The_auditor_notices_a_second_medium_that_was_never_used()
    {
        var site = Site.Whole().Opens(Site.Emergency(Site.Start)).Settle();
        Assert.Null(Auditor.Check(site.Events, Site.Start + TimeSpan.FromMinutes(3.4), TimeSpan.FromMinutes(1)));
        Assert.Equal(OverdueKind.SecondNotSent, Auditor.Check(site.Events, Site.Start + TimeSpan.FromMinutes(3.6), TimeSpan.FromMinutes(1))!.Kind);
    }
}
