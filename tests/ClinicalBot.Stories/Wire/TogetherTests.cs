using ClinicalBot.BotFramework;

namespace ClinicalBot.Stories;

/// <summary>Groups and channels: several people, one bot.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Everybody_has_a_triage_of_their_own_in_one_group()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, resident) = (ward.Person("nurse").In(Ward.Group()), ward.Person("resident").In(Ward.Group()));
        await nurse.Mentions("triage");
        await resident.Mentions("triage");
        (await nurse.Mentions("3 h ago")).ShouldSay("Can the patient move the leg?").ShouldSay("08:00 today");
        (await resident.Mentions("1 h ago")).ShouldSay("Can the patient move the leg?").ShouldSay("10:00 today");
    }

    [Fact]
    public async Task Same_person_has_one_triage_a_conversation()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.Says("triage");
        await nurse.Says("3 h ago");
        (await nurse.In(Ward.Group()).Mentions("back")).ShouldSay("no triage under way");
        (await nurse.Says("slr able, motor normal")).ShouldSay("What does the patient feel?");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Card_that_asked_somebody_else_changes_nothing_for_anybody(bool alsoAsked)
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, resident) = (ward.Person("nurse").In(Ward.Group()), ward.Person("resident").In(Ward.Group()));
        var asked = await nurse.Mentions("triage");
        if (alsoAsked)
        {
            await resident.Mentions("triage");
        }

        (await resident.Taps(asked, "Use this date and time", ("date", "2026-11-22"), ("time", "08:00"))).ShouldSay("asked another person");
        Assert.Contains("asked another person", (await resident.Executes(asked, "2 h ago")).GetProperty("value").GetString(), StringComparison.Ordinal);
        (await nurse.Taps(asked, "Use this date and time", ("date", "2026-11-22"), ("time", "09:00")))
            .ShouldSay("09:00 today").ShouldSay("Can the patient move the leg?");
        if (alsoAsked)
        {
            (await resident.Mentions("1 h ago")).ShouldSay("10:00 today");
        }
    }

    [Fact]
    public async Task Answer_stays_in_its_thread_and_names_what_it_answers()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse").In(Ward.Thread());
        await nurse.Mentions("triage");
        var arrival = Assert.Single(ward.Channel.Arrivals, arrival => arrival.Conversation == Ward.Thread().Id);
        Assert.Equal("a1", arrival.Activity.ReplyToId);
    }

    [Fact]
    public async Task Bot_that_is_only_mentioned_says_where_things_stand()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse").In(Ward.Group());
        (await nurse.Mentions("")).ShouldSay("triage");
        await nurse.Mentions("triage");
        (await nurse.Mentions(" ")).ShouldSay("When was the last local-anesthetic injection?").ShouldNotSay("not understood");
    }

    [Fact]
    public async Task Everybody_reads_the_time_of_their_own_zone()
    {
        await using var ward = await Ward.OpenAsync();
        var (here, there) = (ward.Person("nurse", "America/New_York").In(Ward.Group()), ward.Person("surgeon", "Europe/Berlin").In(Ward.Group()));
        await here.Mentions("triage");
        (await here.Mentions("3 h ago")).ShouldSay("03:00 today");
        await there.Mentions("triage");
        (await there.Mentions("3 h ago")).ShouldSay("09:00 today");
    }
}
