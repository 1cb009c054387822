using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Stories;

/// <summary>Being installed, greeted and removed, as channels announce it: twice, and in any order.</summary>
public sealed class WelcomeTests
{
    private static readonly ChannelAccount Bot = new() { Id = "bot-1" };

    [Fact]
    public async Task Person_is_greeted_once_whatever_comes_first_and_however_often()
    {
        await using var ward = await Ward.OpenAsync();
        var (installs, joins) = (ward.Person("installs"), ward.Person("joins"));
        (await installs.PostAsync(Installed(installs))).ShouldSay("For clinicians.");
        await installs.PostsSilently(Joined(installs, new ChannelAccount { Id = "installs" }, Bot));
        await installs.PostsSilently(Installed(installs));

        await joins.PostAsync(Joined(joins, Bot));
        await joins.PostsSilently(Joined(joins, new ChannelAccount { Id = "joins" }));
        await joins.PostsSilently(Installed(joins));
    }

    [Fact]
    public async Task Team_of_two_hundred_gets_one_welcome_and_newcomers_none()
    {
        await using var ward = await Ward.OpenAsync();
        var someone = ward.Person("someone").In(Ward.Thread("19:team@thread.tacv2"));
        var everybody = Enumerable.Range(0, 200).Select(i => new ChannelAccount { Id = $"member-{i}" }).ToArray();
        await someone.PostsSilently(Joined(someone, everybody[..5]));
        await someone.PostAsync(Joined(someone, [.. everybody, Bot]));
        await someone.PostsSilently(Installed(someone));
        await someone.PostsSilently(Joined(someone, everybody[7]));
    }

    [Fact]
    public async Task What_is_no_arrival_greets_nobody()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.PostsSilently(nurse.Activity(ActivityTypes.ConversationUpdate));
        await nurse.PostsSilently(nurse.Activity(ActivityTypes.ConversationUpdate) with { MembersRemoved = [new ChannelAccount { Id = "nurse" }] });
        await nurse.PostsSilently(nurse.Activity(ActivityTypes.InstallationUpdate) with { Action = "remove" });
        await nurse.PostsSilently(nurse.Activity(ActivityTypes.InstallationUpdate) with { Action = "add-upgrade" });
    }

    [Fact]
    public async Task Place_of_a_person_is_kept_until_the_app_is_removed()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.PostAsync(Installed(nurse));
        Assert.NotNull(await PlaceAsync(ward));
        await ward.RestartAsync();
        Assert.NotNull(await PlaceAsync(ward));
        await nurse.PostsSilently(nurse.Activity(ActivityTypes.InstallationUpdate) with { Action = "remove" });
        Assert.Null(await PlaceAsync(ward));
    }

    private static async Task<byte[]?> PlaceAsync(Ward ward) =>
        (await ((ITurnStore)ward.Services.GetService(typeof(ITurnStore))!)
            .ReadStateAsync(ConversationReferences.KeyOfPerson("msteams", Ward.Tenant, "aad-nurse"))).Body;

    private static Activity Installed(Person person) => person.Activity(ActivityTypes.InstallationUpdate) with { Action = "add" };

    private static Activity Joined(Person person, params ChannelAccount[] who) => person.Activity(ActivityTypes.ConversationUpdate) with { MembersAdded = who };
}
