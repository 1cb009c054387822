using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Activity = ClinicalBot.BotFramework.Activity;
using Attachment = ClinicalBot.BotFramework.Attachment;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SdkMessages = Microsoft.Bot.Builder.MessageFactory;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Conversation references, replies, messages and mentions are the SDK's, but for what is listed.</summary>
public sealed class ReferenceOracleTests
{
    /// <summary>The SDK says what a channel assumes anyway: that input is accepted, that cards are in a list, that there are no others.</summary>
    private static readonly string[] Assumed = ["inputHint", "attachmentLayout", "attachments", "entities"];

    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reference_says_the_same(string shape)
    {
        var (ours, theirs) = Read(shape);
        Same(ours.GetConversationReference(), theirs.GetConversationReference());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_addressed_alike(string shape)
    {
        var (ours, theirs) = Read(shape);
        Same(
            ours.GetConversationReference().ApplyTo(BotFramework.MessageFactory.Text("Moved?")),
            SdkMessages.Text("Moved?").ApplyConversationReference(theirs.GetConversationReference()),
            [.. Assumed, "locale"]); // The SDK says the reader's language; ours that of the text, when it is said.
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reply_goes_to_the_same_place(string shape)
    {
        var (ours, theirs) = Read(shape);
        Same(
            ours.CreateReply("Moved?"),
            theirs.CreateReply("Moved?"),
            [
                .. Assumed,
                "locale",
                "timestamp", // The channel says when it saw it.
                "from.aadObjectId", // The SDK keeps only id and name of an account,
                "recipient.aadObjectId",
                "recipient.role",
                "conversation.conversationType", // and only id, name and isGroup of a conversation.
                "conversation.tenantId",
                "conversation.topic",
            ]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_conversation_is_continued_alike(string shape)
    {
        var (ours, theirs) = Read(shape);
        Same(
            ours.GetConversationReference().GetContinuationActivity(),
            theirs.GetConversationReference().GetContinuationActivity(),
            "id", // The SDK makes one up. Nobody can answer it.
            "relatesTo"); // The reference again, which the activity already says.
    }

    [Fact]
    public void A_message_of_text_is_the_same() => Same(BotFramework.MessageFactory.Text("Moved?"), SdkMessages.Text("Moved?"), Assumed);

    [Fact]
    public void A_message_of_a_card_is_the_same()
    {
        var ours = BotFramework.MessageFactory.Attachment(
            new Attachment { ContentType = Attachment.AdaptiveCard, Content = JsonElement.Parse("""{"type":"AdaptiveCard"}""") }, "Moved?");
        var theirs = (SdkActivity)SdkMessages.Attachment(
            new Microsoft.Bot.Schema.Attachment(Attachment.AdaptiveCard, content: new { type = "AdaptiveCard" }));
        theirs.Summary = "Moved?";
        Same(ours, theirs, Assumed);
    }

    [Theory]
    [InlineData("<at>Ward Bot</at> triage")]
    [InlineData("triage <at>Ward Bot</at>")]
    [InlineData("<at>Ward Bot</at>")]
    [InlineData("<at>Ward Bot</at> ask <at>Nadia Example</at>")]
    [InlineData("triage")]
    [InlineData("  triage  ")]
    [InlineData("<at>Other Bot</at> triage")]
    public void A_mention_of_the_bot_is_removed_alike(string text)
    {
        var (ours, theirs) = Read("message-mention-channel");
        theirs.Text = text;
        Assert.Equal(theirs.RemoveRecipientMention(), (ours with { Text = text }).RemoveRecipientMention());
    }

    [Fact]
    public void Where_the_bot_is_mentioned_between_words_one_space_remains_and_not_two()
    {
        const string text = "numb <at>Ward Bot</at> leg";
        var (ours, theirs) = Read("message-mention-channel");
        theirs.Text = text;
        Assert.Equal("numb  leg", theirs.RemoveRecipientMention());
        Assert.Equal("numb leg", (ours with { Text = text }).RemoveRecipientMention());
    }

    private static (Activity Ours, SdkActivity Theirs) Read(string shape)
    {
        var body = Shapes.All[shape].ToJsonString();
        return (
            Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(Encoding.UTF8.GetBytes(body))).Activity,
            JsonConvert.DeserializeObject<SdkActivity>(body)!);
    }

    private static void Same(object ours, object theirs, params string[] listed) =>
        Assert.Equal([], Difference.Between(
                System.Text.Json.JsonSerializer.SerializeToNode(ours, ours.GetType(), ProtocolJson.Default),
                JsonNode.Parse(JsonConvert.SerializeObject(theirs, SdkInbound.Writing)))
            .Where(difference => !listed.Contains(difference.Path)).ToArray());
}
