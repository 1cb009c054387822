namespace ClinicalBot.Escalation.Tests;

public sealed class LadderTests
{
    [Fact]
    public void Urgent_calls_channel_and_proceduralist_and_after_ten_minutes_the_next()
    {
        var site = new Site().Opens(Site.Urgent(Site.Start));
        Assert.Equal(["channel", "drew"], site.Called);
        site.Passes(9.9);
        Assert.Equal(["channel", "drew"], site.Called);
        site.Passes(0.1);
        Assert.Equal(["channel", "erin"], site.Called);
    }

    [Fact]
    public void Emergency_calls_channel_proceduralist_and_neurology_at_once_and_goes_on_after_three_minutes()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        Assert.Equal(["channel", "drew", "noor"], site.Called);
        site.Passes(3);
        Assert.Equal(["channel", "erin", "noor"], site.Called);
    }

    [Fact]
    public void The_channel_mentions_whom_the_step_calls()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        var channel = site.Last.Effects.OfType<CaseEffect.SendCall>().First();
        Assert.Equal(["drew", "noor"], channel.Mentions.Select(person => person.Id));
    }

    [Fact]
    public void Below_urgent_nobody_is_called()
    {
        var site = new Site().Opens(Site.Exam(Site.Start));
        Assert.Empty(site.Called);
        Assert.Equal(CaseStatus.Watching, site.Case.Status);
    }

    [Fact]
    public void A_role_is_resolved_when_its_step_fires()
    {
        var site = new Site();
        site.Opens(Site.Urgent(Site.Start));
        site.World = site.World with { Contacts = new(new Dictionary<string, RoleContacts> { ["proceduralist"] = new(null, [new("sam", "Dr. Sam")]) }) };
        site.Passes(10);
        Assert.Equal(["channel", "sam"], site.Called);
    }

    [Fact]
    public void The_ladder_is_frozen_when_it_starts()
    {
        var site = new Site();
        site.Opens(Site.Urgent(Site.Start));
        site.World = site.World with { UrgentLadder = new Ladder([new([new LadderTarget.Role("mri")], TimeSpan.FromHours(9))], 0, TimeSpan.FromHours(9)) };
        site.Passes(10);
        Assert.Equal(["channel", "erin"], site.Called);
    }

    [Fact]
    public void When_every_round_is_over_the_requester_is_told_to_phone_and_the_final_step_is_repeated()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start)).Passes(17.9);
        Assert.DoesNotContain(RequesterNotice.PhoneNow, site.Told);
        site.Passes(0.1);
        Assert.Equal(RequesterNotice.PhoneNow, Assert.Single(site.Told));
        Assert.Equal(["channel", "drew", "erin", "noor"], site.Called);
        site.Passes(10);
        Assert.Equal(2, site.Told.Count(told => told == RequesterNotice.PhoneNow));
        Assert.Equal(["channel", "drew", "erin", "noor"], site.Called);
        site.Acknowledges(Site.Drew);
        Assert.Equal(CaseStatus.Acknowledged, site.Case.Status);
    }

    [Fact]
    public void With_nobody_to_call_the_requester_is_told_at_once()
    {
        var site = new Site { World = new CaseWorld() }.Opens(Site.Urgent(Site.Start));
        Assert.Empty(site.Called);
        Assert.Equal(RequesterNotice.PhoneNow, Assert.Single(site.Told));
        Assert.True(site.Case.Run!.IsExhausted);
    }

    [Fact]
    public void A_missing_role_is_told_once_and_the_others_are_still_waited_for()
    {
        var site = new Site { World = new CaseWorld { HasChannel = true } }.Opens(Site.Emergency(Site.Start));
        Assert.Equal(["channel"], site.Called);
        Assert.Equal(RequesterNotice.PhoneNow, Assert.Single(site.Told));
        site.Passes(10);
        Assert.Single(site.Told, told => told == RequesterNotice.PhoneNow);
    }

    [Fact]
    public void After_an_outage_the_next_step_fires_once_and_waits_its_full_time()
    {
        var site = new Site().Opens(Site.Emergency(Site.Start));
        site.Now += TimeSpan.FromHours(1);
        site.Hears(new CaseInput.Tick());
        Assert.Equal(1, site.Case.Run!.Step);
        Assert.Equal(site.Now + TimeSpan.FromMinutes(3), site.Case.Run.DueAt);
    }

    [Fact]
    public void A_person_who_leaves_the_role_is_no_longer_called()
    {
        var book = new ContactBook(new Dictionary<string, RoleContacts>
        {
            ["mri"] = new(null, [new("a", "A", Until: Site.Start), new("b", "B", From: Site.Start), new("c", "C")]),
        });
        Assert.Equal(["b", "c"], OnCall.Holders(book, "MRI", Site.Start).Select(person => person.Id));
        Assert.Equal(["a", "c"], OnCall.Holders(book, "mri", Site.Start.AddTicks(-1)).Select(person => person.Id));
        Assert.Empty(OnCall.Holders(book, "neurology", Site.Start));
    }
}
