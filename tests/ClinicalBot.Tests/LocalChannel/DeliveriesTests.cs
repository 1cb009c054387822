using ClinicalBot.BotFramework;
using ClinicalBot.LocalChannel;

namespace ClinicalBot.Tests.LocalChannel;

public sealed class DeliveriesTests
{
    [Fact]
    public async Task The_same_activity_is_sent_again_until_the_bot_takes_it()
    {
        using var channel = new Channel();
        channel.Answers(503);
        channel.Answers(500);
        var entry = channel.Says("hello");
        await Settled(channel, entry);
        Assert.Equal(Delivery.Delivered, channel.Now(entry).Delivery);
        Assert.Equal(3, channel.Posted.Count);
        Assert.Single(channel.Posted.Distinct());
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_given_up_and_can_be_tried_again()
    {
        using var channel = new Channel();
        for (var i = 0; i < 6; i++)
        {
            channel.Answers(503);
        }

        var entry = channel.Says("hello");
        await Settled(channel, entry);
        Assert.Equal(Delivery.Failed, channel.Now(entry).Delivery);
        Assert.Equal("The bot does not answer.", channel.Now(entry).Note);

        await Settled(channel, channel.Transcript.Change(entry.Activity.Id!, now => now with { Delivery = Delivery.Sending })!);
        Assert.Equal(Delivery.Delivered, channel.Now(entry).Delivery);
        Assert.Single(channel.Posted.Distinct());
    }

    [Fact]
    public async Task What_the_bot_refuses_is_not_sent_again()
    {
        using var channel = new Channel();
        channel.Answers(400);
        var entry = channel.Says("hello");
        await Settled(channel, entry);
        Assert.Equal("The bot refused it (HTTP 400).", channel.Now(entry).Note);
        Assert.Single(channel.Posted);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Noted."}""", "Noted.")]
    [InlineData("""{"statusCode":403,"type":"application/vnd.microsoft.error","value":{"code":"NotYours","message":"Not your case."}}""", "Not your case.")]
    [InlineData("""{"statusCode":500,"type":"application/vnd.microsoft.card.adaptive","value":{}}""", "Something went wrong. Please try again.")]
    [InlineData("no json", "Something went wrong. Please try again.")]
    [InlineData("", "Something went wrong. Please try again.")]
    public async Task An_answer_to_execute_is_told(string body, string told)
    {
        using var channel = new Channel();
        channel.Answers(200, body);
        var entry = Press(channel, channel.Sent(new Activity { Type = "message" }));
        await Settled(channel, entry);
        Assert.Equal(told, channel.Now(entry).Note);
    }

    [Fact]
    public async Task A_card_that_answers_execute_replaces_the_card()
    {
        using var channel = new Channel();
        channel.Answers(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","id":"new"}}""");
        var card = channel.Sent(new Activity { Type = "message", Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard }] });
        var entry = Press(channel, card);
        await Settled(channel, entry);
        Assert.True(channel.Now(card).Updated);
        Assert.Equal("new", channel.Now(card).Activity.Attachments![0].Content!.Value.GetProperty("id").GetString());
        Assert.Null(channel.Now(entry).Note);
    }

    private static Entry Press(Channel channel, Entry card) => channel.Transcript.Add("resident", null, id => new Entry(
        "resident", new Activity { Type = "invoke", Id = id, ReplyToId = card.Activity.Id }, Delivery.Sending)).Entry;

    /// <summary>Delivers it, with every pause passed at once.</summary>
    private static async Task Settled(Channel channel, Entry entry)
    {
        channel.Deliveries.Enqueue(entry);
        while (channel.Now(entry).Delivery == Delivery.Sending)
        {
            channel.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
