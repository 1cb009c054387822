using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns.Tests;

public sealed class TurnClaimTests
{
    private static readonly Activity Message = new()
    {
        Type = ActivityTypes.Message,
        Id = "1",
        ChannelId = "test",
        Conversation = new ConversationAccount { Id = "a" },
        Timestamp = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    };

    public static TheoryData<string, Activity> Others => new()
    {
        { "id", Message with { Id = "2" } },
        { "type", Message with { Type = ActivityTypes.Invoke } },
        { "channel", Message with { ChannelId = "other" } },
        { "conversation", Message with { Conversation = new ConversationAccount { Id = "b" } } },
        { "no id", Message with { Id = null } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_turns_have_other_ids(string what, Activity other)
    {
        Assert.NotEmpty(what);
        Assert.NotEqual(IdOf(Message), IdOf(other));
    }

    [Fact]
    public void Redelivery_has_the_same_id_whatever_else_it_says()
    {
        Assert.Equal(IdOf(Message), IdOf(Message with { Text = "retry", Timestamp = Message.Timestamp!.Value.AddSeconds(9) }, "other"));
        Assert.Matches("^[0-9a-f]{32}$", IdOf(Message));
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate)]
    [InlineData(ActivityTypes.MessageDelete)]
    public void Edits_of_one_message_differ_by_their_time(string type)
    {
        var edit = Message with { Type = type };
        Assert.Equal(IdOf(edit), IdOf(edit));
        Assert.NotEqual(IdOf(edit), IdOf(edit with { Timestamp = edit.Timestamp!.Value.AddSeconds(1) }));
    }

    [Fact]
    public void Without_an_id_the_body_decides()
    {
        var nameless = Message with { Id = null };
        Assert.Equal(IdOf(nameless), IdOf(nameless));
        Assert.NotEqual(IdOf(nameless), IdOf(nameless, "other"));
    }

    [Fact]
    public void Timer_is_known_by_its_row()
    {
        var start = new TimerStart("a", Message.Timestamp!.Value, []);
        Assert.NotEqual(
            TurnClaim.For(new DueTimer(1, "t", start, 0)).TurnId, TurnClaim.For(new DueTimer(2, "t", start, 0)).TurnId);
        Assert.Equal(
            TurnClaim.For(new DueTimer(1, "t", start, 0)).TurnId, TurnClaim.For(new DueTimer(1, "t", start, 5)).TurnId);
    }

    private static string IdOf(Activity activity, string bodyHash = "hash") => TurnClaim.For(activity, bodyHash).TurnId;
}
