namespace ClinicalBot.Escalation.Tests;

public sealed class DeliveryTests
{
    private static string CallTo(Site site, string address) => site.Case.Run!.Calls.First(call => call.Address == address).Id;

    [Fact]
    public void A_refused_call_brings_the_next_step_at_once_and_the_requester_is_told_to_phone()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.Refuse(CallTo(site, "drew"), "403"));
        Assert.Equal(["channel", "erin"], site.Called);
        Assert.Equal(RequesterNotice.PhoneNow, Assert.Single(site.Told));
        Assert.Equal(StepReason.NotDelivered, site.Last.Effects.OfType<CaseEffect.SendCall>().First().Because);
    }

    [Fact]
    public void One_blocked_person_does_not_burn_the_ladder_while_others_may_answer()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Hears(new CaseInput.Refuse(CallTo(site, "noor"), "403"));
        Assert.Equal(1, site.Case.Run!.Step);
        site.Hears(new CaseInput.Refuse(CallTo(site, "noor"), "403"));
        Assert.Equal(1, site.Case.Run!.Step);
    }

    [Fact]
    public void When_everybody_refuses_the_ladder_ends_at_once_and_goes_on_slowly()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        for (var i = 0; i < 100 && !site.Case.Run!.IsExhausted; i++)
        {
            foreach (var call in site.Case.Run.Calls)
            {
                site.Hears(new CaseInput.Refuse(call.Id, "403"));
            }
        }

        Assert.True(site.Case.Run!.IsExhausted);
        Assert.Equal(Site.Start + TimeSpan.FromMinutes(10), site.Case.DueAt);
    }

    [Fact]
    public void A_refusal_told_twice_counts_once()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var call = CallTo(site, "drew");
        site.Hears(new CaseInput.Refuse(call, "403"));
        var before = site.Case;
        site.Hears(new CaseInput.Refuse(call, "403"));
        Assert.Same(before, site.Case);
    }

    [Fact]
    public void A_refusal_after_somebody_acknowledged_is_recorded_and_calls_nobody()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start)).Acknowledges(Site.Erin);
        site.Hears(new CaseInput.Refuse(CallTo(site, "drew"), "403"));
        Assert.IsType<CaseEvent.Refused>(Assert.Single(site.Last.Events));
        Assert.Empty(site.Last.Effects);
    }

    [Fact]
    public void A_requester_who_cannot_be_reached_is_told_to_the_thread()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.Refuse(CallIds.Requester, "404"));
        Assert.Equal(ThreadNotice.RequesterUnreachable, Assert.IsType<CaseEffect.TellThread>(Assert.Single(site.Last.Effects)).Notice);
    }

    [Fact]
    public void A_delivery_is_recorded_once_and_never_voids_a_card()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        var revision = site.Case.Revision;
        site.Hears(new CaseInput.Deliver(CallTo(site, "drew")));
        site.Hears(new CaseInput.Deliver(CallTo(site, "drew")));
        Assert.Empty(site.Last.Events);
        Assert.Equal(revision, site.Case.Revision);
    }
}
