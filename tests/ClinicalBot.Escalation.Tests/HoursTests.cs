using NodaTime;

namespace ClinicalBot.Escalation.Tests;

/// <summary>People with hours: outside them others are called first.</summary>
public sealed class HoursTests
{
    private static readonly WorkingHours Days = new(
        [new([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday], new LocalTime(8, 0), new LocalTime(18, 0)),
            new([IsoDayOfWeek.Friday], new LocalTime(22, 0), new LocalTime(6, 0))], DateTimeZoneProviders.Tzdb["America/New_York"]);

    [Theory]
    [InlineData("2026-11-23T08:00-05:00", true)]
    [InlineData("2026-11-23T07:59-05:00", false)]
    [InlineData("2026-11-23T17:59-05:00", true)]
    [InlineData("2026-11-23T18:00-05:00", false)]
    [InlineData("2026-11-25T12:00-05:00", false)]
    [InlineData("2026-11-27T23:00-05:00", true)]
    [InlineData("2026-11-28T05:59-05:00", true)]
    [InlineData("2026-11-28T06:00-05:00", false)]
    public void Hours_are_those_of_the_clock_on_the_wall(string at, bool covers) =>
        Assert.Equal(covers, Days.Covers(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_person_outside_their_hours_stands_last_in_line_and_is_called_when_nobody_else_is_left()
    {
        // Site.Start is a Sunday.
        var site = new Site();
        site.World = site.World with { Contacts = Contacts(drew: Days) };
        site.Opens(Site.Urgent(Site.Start));
        Assert.Equal(["channel", "erin"], site.Called);
        Assert.All(site.Case.Run!.Calls, call => Assert.False(call.OutsideHours));
        site.Passes(10);
        Assert.Equal(["channel", "drew"], site.Called);
        Assert.True(site.Case.Run!.Calls[^1].OutsideHours);
    }

    [Fact]
    public void A_person_alone_is_called_outside_their_hours_at_once()
    {
        var site = new Site();
        site.World = site.World with { Contacts = Contacts(Days, Days) };
        site.Opens(Site.Urgent(Site.Start));
        Assert.Equal(["channel", "drew"], site.Called);
        Assert.True(site.Case.Run!.Calls[^1].OutsideHours);
        Assert.True(OnCall.At(site.World.Contacts, "proceduralist", Site.Start)!.IsOutsideHours);
    }

    [Fact]
    public void Who_took_the_role_or_agreed_to_it_has_it_whatever_their_hours()
    {
        var shift = new Shift("drew", Site.Start, Site.Start.AddHours(1), RotaLayer.Taken);
        var book = Contacts(drew: Days).With(new Dictionary<string, IReadOnlyList<Shift>> { ["proceduralist"] = [shift] });
        Assert.Equal(new OnCallAnswer(book.Find("drew")!, RotaLayer.Taken), OnCall.At(book, "proceduralist", Site.Start));
        Assert.Equal("erin", OnCall.At(book, "proceduralist", Site.Start.AddHours(1))!.Person.Id);
    }

    [Fact]
    public void A_calendar_does_not_call_a_person_outside_their_hours_while_the_fallback_is_there()
    {
        var shift = new Shift("drew", Site.Start, Site.Start.AddHours(1), RotaLayer.Calendar);
        var role = new RoleContacts(null, [new("drew", "Dr. Drew") { Hours = Days }, new("erin", "Dr. Erin")])
            { Rota = new RoleRota(null, [shift], HasCalendar: true), Fallback = "erin" };
        var book = new ContactBook(new Dictionary<string, RoleContacts> { ["proceduralist"] = role });
        Assert.Equal(RotaLayer.Fallback, OnCall.At(book, "proceduralist", Site.Start)!.Layer);
        book = new ContactBook(new Dictionary<string, RoleContacts> { ["proceduralist"] = role with { Fallback = null } });
        Assert.True(OnCall.At(book, "proceduralist", Site.Start)!.IsOutsideHours);
    }

    [Fact]
    public void Behind_the_person_on_call_stand_those_within_their_hours_before_those_outside()
    {
        var book = new ContactBook(new Dictionary<string, RoleContacts>
        {
            ["mri"] = new(null, [new("a", "A") { Hours = Days }, new("b", "B"), new("c", "C")]),
        });
        Assert.Equal(["b", "c", "a"], OnCall.Holders(book, "mri", Site.Start).Select(person => person.Id));
    }

    private static ContactBook Contacts(WorkingHours? drew, WorkingHours? erin = null) => new(new Dictionary<string, RoleContacts>
    {
        ["proceduralist"] = new("555-0100", [new("drew", "Dr. Drew") { Hours = drew }, new("erin", "Dr. Erin") { Hours = erin }]),
    });
}
