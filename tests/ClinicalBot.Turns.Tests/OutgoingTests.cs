using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns.Tests;

public sealed class OutgoingTests
{
    private static readonly Attachment Card = new()
    {
        ContentType = Attachment.AdaptiveCard,
        Content = JsonElement.Parse("""{"type":"AdaptiveCard","speak":"Emergency","fallbackText":"See a phone"}"""),
    };

    [Fact]
    public void Text_and_card_leave_as_two()
    {
        var parts = Outgoing.Parts(new Activity { Text = "look", Attachments = [Card], Summary = "short" }).ToList();
        Assert.Equal([("look", 0), (null, 1)], parts.Select(p => (p.Text, p.Attachments?.Count ?? 0)));
        Assert.Equal("short", parts[1].Summary);
    }

    [Fact]
    public void Text_alone_and_card_alone_stay_one()
    {
        Assert.Equal("look", Assert.Single(Outgoing.Parts(new Activity { Text = "look" })).Text);
        Assert.Null(Assert.Single(Outgoing.Parts(new Activity { Text = "", Attachments = [Card] })).Text);
    }

    [Theory]
    [InlineData("short", "look", "short")]
    [InlineData(" ", "look", "look")]
    [InlineData(null, null, "Emergency")]
    public void Card_always_has_a_summary(string? summary, string? text, string expected) =>
        Assert.Equal(expected, Outgoing.CardOrText(new Activity { Summary = summary, Text = text, Attachments = [Card] }).Summary);
}
