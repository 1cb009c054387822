using System.Text.Json;

namespace ClinicalBot.BotFramework.Tests;

public sealed class ActivityExtensionsTests
{
    [Fact]
    public void A_reply_goes_back_to_whom_it_answers()
    {
        var incoming = Fixtures.Read(Fixtures.ChannelMention);

        var reply = incoming.CreateReply("When was the block?");

        Assert.Equal(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = "When was the block?",
                ChannelId = "msteams",
                ServiceUrl = "http://localhost:41500/_connector",
                Conversation = incoming.Conversation,
                From = incoming.Recipient,
                Recipient = incoming.From,
                ReplyToId = "m-0417",
            },
            reply);
    }

    [Fact]
    public void A_reference_survives_storage()
    {
        var reference = Fixtures.Read(Fixtures.CardSubmit).GetConversationReference();

        var stored = JsonSerializer.Serialize(reference, ProtocolJson.Default.ConversationReference);

        Assert.Equal(reference, JsonSerializer.Deserialize(stored, ProtocolJson.Default.ConversationReference));
    }

    [Fact]
    public void A_chosen_answer_stays_chosen()
    {
        var reference = Fixtures.Read(Fixtures.CardSubmit).GetConversationReference();

        Assert.Equal("s-1", reference.ApplyTo(new Activity()).ReplyToId);
        Assert.Equal("x", reference.ApplyTo(new Activity { ReplyToId = "x" }).ReplyToId);
    }

    [Fact]
    public void A_continuation_refers_to_the_conversation_it_continues()
    {
        var reference = Fixtures.Read(Fixtures.ChannelMention).GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal(ActivityTypes.Event, continuation.Type);
        Assert.Null(continuation.Id);
        Assert.Equal(reference with { ActivityId = null }, continuation.GetConversationReference());
    }

    [Fact]
    public void Without_a_conversation_there_is_no_reference() =>
        Assert.Throws<InvalidOperationException>(() => new Activity { ChannelId = "x", ServiceUrl = "y" }.GetConversationReference());

    [Theory]
    [InlineData("<at>Ward Bot</at> triage", "triage")]
    [InlineData("triage <at>Ward Bot</at>", "triage")]
    [InlineData("numb <at>Ward Bot</at> leg", "numb leg")]
    [InlineData("<at>Ward Bot</at><at>Ward Bot</at> numb <at>Ward Bot</at>", "numb")]
    [InlineData("<at>Ward Bot</at>", "")]
    [InlineData("\u00a0<at>Ward Bot</at>\u00a0\n", "")]
    [InlineData("<at>Ward Bot</at> ask <at>Nadia</at>", "ask <at>Nadia</at>")]
    [InlineData("  no mention  ", "no mention")]
    public void Mentions_of_the_bot_are_stripped(string text, string expected) =>
        Assert.Equal(
            expected, Mentioning(text, ("28:ward-bot", "<at>Ward Bot</at>"), ("29:nurse-1", "<at>Nadia</at>")).RemoveRecipientMention());

    [Fact]
    public void Each_spelling_of_the_bot_is_stripped() =>
        Assert.Equal(
            "triage now",
            Mentioning("<at>Ward</at> triage <at>Bot</at> now", ("28:ward-bot", "<at>Ward</at>"), ("28:ward-bot", "<at>Bot</at>"))
                .RemoveRecipientMention());

    [Theory]
    [InlineData("<at id=\"0\">Ward Bot</at> triage", "triage")]
    [InlineData("<AT>ward bot</AT>&nbsp;", "&nbsp;")]
    [InlineData("<at>Old Name</at> triage", "triage")]
    [InlineData("<at>Nadia</at> and <at>Ward Bot</at> triage", "<at>Nadia</at> and   triage")]
    [InlineData("<at>Nadia <at>Ward Bot</at> x", "<at>Nadia   x")]
    [InlineData("<at>Ward Bot", "<at>Ward Bot")]
    [InlineData("<at Ward Bot</at> x", "<at Ward Bot</at> x")]
    public void Tag_with_the_bots_name_is_a_mention_however_it_is_spelled(string text, string expected)
    {
        var activity = WithEntities(text, """[{"type":"mention","mentioned":{"id":"28:ward-bot","name":"Old Name"}}]""");
        Assert.Equal(expected, (activity with { Recipient = activity.Recipient! with { Name = "Ward Bot" } }).RemoveRecipientMention());
    }

    [Fact]
    public void A_hostile_text_is_read_in_one_pass() =>
        Assert.NotNull((WithEntities(string.Concat(Enumerable.Repeat("<at><at", 20_000)) + "</at>",
            "[]") with { Recipient = new() { Id = "28:ward-bot", Name = "at" } })
            .RemoveRecipientMention());

    [Fact]
    public void Only_so_many_spellings_are_looked_for()
    {
        var spellings = Enumerable.Range(10, 17).Select(i => $"<at>{i}</at>").ToArray();

        var activity = Mentioning(string.Concat(spellings), [.. spellings.Select(spelling => ("28:ward-bot", spelling))]);

        Assert.Equal("<at>26</at>", activity.RemoveRecipientMention());
    }

    [Fact]
    public void Odd_mentions_are_left_alone()
    {
        Assert.Null(new Activity { Recipient = new() { Id = "28:ward-bot" } }.RemoveRecipientMention());
        Assert.Equal("a", new Activity { Text = "a" }.RemoveRecipientMention());
        Assert.Equal("a b", Mentioning("a b", ("28:ward-bot", "")).RemoveRecipientMention());
        foreach (var entity in new[]
        {
            """{"type":"mention"}""",
            """{"type":"mention","mentioned":"28:ward-bot","text":"a"}""",
            """{"type":"mention","mentioned":{"id":28},"text":"a"}""",
            """{"type":"mention","mentioned":{"id":"28:ward-bot"}}""",
            """{"type":"mention","mentioned":{"id":"28:ward-bot"},"text":1}""",
            """{"type":"other","mentioned":{"id":"28:ward-bot"},"text":"a"}""",
        })
        {
            Assert.Equal("a b", WithEntities("a b", $"[{entity}]").RemoveRecipientMention());
        }
    }

    [Fact]
    public void A_card_comes_with_a_summary_and_without_text()
    {
        var card = new Attachment { ContentType = Attachment.AdaptiveCard };

        var message = MessageFactory.Attachment(card, "Decision: Expected");

        Assert.Equal([card], message.Attachments);
        Assert.Equal("Decision: Expected", message.Summary);
        Assert.Null(message.Text);
        Assert.Throws<ArgumentException>(() => MessageFactory.Attachment(card, " "));
    }

    [Fact]
    public void Expected_replies_have_the_shape_clients_read() =>
        Assert.Equal(
            """{"activities":[{"type":"message","text":"hello"}]}""",
            JsonSerializer.Serialize(new ExpectedReplies { Activities = [MessageFactory.Text("hello")] }, ProtocolJson.Default.ExpectedReplies));

    private static Activity Mentioning(string text, params (string Id, string Text)[] mentions) =>
        WithEntities(
            text,
            $"[{string.Join(',', mentions.Select(mention => $$"""{"type":"mention","mentioned":{"id":"{{mention.Id}}"},"text":"{{mention.Text}}"}"""))}]");

    private static Activity WithEntities(string text, string entities) =>
        Fixtures.Read($$"""
            {
              "type": "message", "channelId": "msteams", "serviceUrl": "http://localhost", "from": { "id": "29:nurse-1" },
              "conversation": { "id": "c" }, "recipient": { "id": "28:ward-bot" },
              "text": {{JsonSerializer.Serialize(text)}}, "entities": {{entities}}
            }
            """);
}
