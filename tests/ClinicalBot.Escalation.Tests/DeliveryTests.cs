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
        Assert.Equal(Site.Start + TimeSpan.FromMinutes(10), site.Case.Run.DueAt);
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
    public void A_call_still_on_its_way_after_a_minute_counts_as_not_delivered()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Emergency(Site.Start)).Passes(0.9);
        Assert.Empty(site.Told);
        site.Passes(0.1);
        Assert.Equal(RequesterNotice.PhoneNow, Assert.Single(site.Told));
        Assert.Equal(["channel", "erin", "noor"], site.Called);
        Assert.Equal(StepReason.NotDelivered, site.Last.Effects.OfType<CaseEffect.SendCall>().First().Because);
    }

    [Fact]
    public void While_nothing_is_delivered_the_ladder_ends_within_minutes_and_then_goes_on_slowly()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Urgent(Site.Start)).Passes(6);
        Assert.True(site.Case.Run!.IsExhausted);
        var steps = site.Events.Count(each => each.Event is CaseEvent.StepFired);
        site.Passes(29);
        Assert.Equal(steps, site.Events.Count(each => each.Event is CaseEvent.StepFired));
    }

    [Fact]
    public void One_person_whose_chat_is_slow_does_not_hurry_the_others_twice()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.Deliver(CallTo(site, "channel"))).Passes(1);
        Assert.Equal(["channel", "erin"], site.Called);
        site.Hears(new CaseInput.Deliver(CallTo(site, "channel"))).Hears(new CaseInput.Deliver(CallTo(site, "erin"))).Passes(9);
        Assert.Equal(1, site.Case.Run!.Step);
    }

    [Fact]
    public void A_late_call_that_arrives_after_all_or_is_refused_hurries_nobody_again()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Urgent(Site.Start));
        var (drew, channel) = (CallTo(site, "drew"), CallTo(site, "channel"));
        site.Passes(1);
        site.Hears(new CaseInput.Deliver(drew));
        Assert.IsType<CaseEvent.Delivered>(Assert.Single(site.Last.Events));
        Assert.DoesNotContain("drew", site.Case.Run!.Unreachable);
        site.Hears(new CaseInput.Refuse(channel, "gaveUp"));
        Assert.IsType<CaseEvent.Refused>(Assert.Single(site.Last.Events));
        Assert.Empty(site.Last.Effects);
    }

    [Fact]
    public void A_phone_now_that_does_not_arrive_is_told_to_the_thread_once()
    {
        var site = new Site { ChannelWorks = false }.Opens(Site.Urgent(Site.Start));
        site.Hears(new CaseInput.Refuse(CallTo(site, "drew"), "403")).Hears(new CaseInput.Deliver(CallTo(site, "erin")))
            .Hears(new CaseInput.Deliver(CallTo(site, "channel")));
        site.Passes(5);
        Assert.Single(site.Sent, each => each is CaseEffect.TellThread { Notice: ThreadNotice.RequesterUnreachable });
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
