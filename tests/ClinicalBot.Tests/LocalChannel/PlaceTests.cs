using ClinicalBot.BotFramework;
using ClinicalBot.LocalChannel;

namespace ClinicalBot.Tests.LocalChannel;

public sealed class PlaceTests
{
    private const string Root = Team.ChannelId + ";messageid=7";

    [Fact]
    public void The_first_message_of_a_thread_gives_it_its_id()
    {
        var thread = Assert.IsType<Place.Thread>(ChatDirectory.Find(Team.ChannelId));
        Assert.Null(thread.RootId);
        Assert.Equal(Root, thread.Conversation("7").Id);
        Assert.Equal(Root, Assert.IsType<Place.Thread>(ChatDirectory.Find(Root)).Conversation("9").Id);
    }

    [Theory]
    [InlineData("19:other@thread.tacv2")]
    [InlineData(Team.ChannelId + ";messageid=")]
    [InlineData(Team.ChannelId + ";messageid=7;messageid=8")]
    [InlineData(Team.ChannelId + ";messageid=x")]
    [InlineData("")]
    public void What_is_not_of_this_channel_is_no_place(string conversationId) => Assert.Null(ChatDirectory.Find(conversationId));

    [Fact]
    public void What_is_typed_in_a_thread_looks_as_in_Teams()
    {
        var said = Teams(new Place.Thread("7")).Text("cases");
        Assert.Equal(Root, said.Conversation!.Id);
        Assert.Equal(("channel", true), (said.Conversation.ConversationType, said.Conversation.IsGroup));
        Assert.Equal("<at>ClinicalBot</at> cases", said.Text);
        Assert.Equal("cases", said.RemoveRecipientMention());
        Assert.Equal(Team.ChannelId, said.ChannelData!.Value.GetProperty("channel").GetProperty("id").GetString());
        Assert.Equal(Team.Id, said.ChannelData.Value.GetProperty("team").GetProperty("id").GetString());
        Assert.Equal(Cast.TenantId, said.GetTenantId());
    }

    [Fact]
    public void What_is_typed_one_to_one_mentions_nobody_and_names_no_channel()
    {
        var said = Teams(new Place.Personal(Cast.People[0], "a:ward-nurse:1")).Text("cases");
        Assert.Equal("cases", said.Text);
        Assert.DoesNotContain(said.Entities!, entity => entity.Type == "mention");
        Assert.False(said.ChannelData!.Value.TryGetProperty("channel", out _));
    }

    private static TeamsActivities Teams(Place place) => new(
        "9", new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), "http://127.0.0.1:1", Cast.People[0], place, new Device("en-US", "UTC"));
}
