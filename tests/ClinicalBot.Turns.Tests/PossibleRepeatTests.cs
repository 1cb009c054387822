using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns.Tests;

public sealed class PossibleRepeatTests
{
    private const string Text = "Possible repeat";

    [Fact]
    public void Text_gets_a_line_before_it()
    {
        var marked = PossibleRepeat.Mark(new Activity { Type = "message", Text = "3 h ago?" }, Text);
        Assert.Equal("(Possible repeat)\n\n3 h ago?", marked.Text);
        Assert.Null(marked.ChannelData);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","id":"urgency","text":"Expected"}]}""", 2)]
    [InlineData("""{"type":"AdaptiveCard"}""", 1)]
    public void Card_gets_a_subtle_first_line_and_its_summary_says_so(string card, int elements)
    {
        using var json = JsonDocument.Parse(card);
        var activity = new Activity
        {
            Type = "message",
            Summary = "Decision",
            Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = json.RootElement }],
        };

        var marked = PossibleRepeat.Mark(activity, Text);

        var body = marked.Attachments![0].Content!.Value.GetProperty("body");
        Assert.Equal(elements, body.GetArrayLength());
        Assert.Equal("possibleRepeat", body[0].GetProperty("id").GetString());
        Assert.Equal(Text, body[0].GetProperty("text").GetString());
        Assert.True(body[0].GetProperty("isSubtle").GetBoolean());
        Assert.Equal("(Possible repeat) Decision", marked.Summary);
        Assert.Null(marked.Text);
    }

    [Fact]
    public void What_people_do_not_read_stays_as_it_is()
    {
        var typing = new Activity { Type = ActivityTypes.Typing };
        Assert.Same(typing, PossibleRepeat.Mark(typing, Text));
        var file = new Activity { Type = "message", Attachments = [new Attachment { ContentType = "image/png" }] };
        Assert.Equal(file.Attachments, PossibleRepeat.Mark(file, Text).Attachments);
    }
}
