using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>
/// Marks a message that may have arrived before, so that no reader counts it twice: a line before a text, a subtle first line on a card,
/// and the summary that notifications show.
/// </summary>
internal static class PossibleRepeat
{
    /// <summary>Id of the line on a card.</summary>
    public const string ElementId = "possibleRepeat";

    /// <summary>A marked copy. What people do not read, such as a typing sign, stays as it is.</summary>
    public static Activity Mark(Activity activity, string mark)
    {
        if (activity.Type != ActivityTypes.Message)
        {
            return activity;
        }

        return activity with
        {
            Text = string.IsNullOrEmpty(activity.Text) ? activity.Text : $"({mark})\n\n{activity.Text}",
            Summary = string.IsNullOrEmpty(activity.Summary) ? activity.Summary : $"({mark}) {activity.Summary}",
            Attachments = activity.Attachments?.Select(a => Mark(a, mark)).ToList(),
        };
    }

    private static Attachment Mark(Attachment attachment, string mark)
    {
        if (attachment.ContentType != Attachment.AdaptiveCard || attachment.Content is not { ValueKind: JsonValueKind.Object } content)
        {
            return attachment;
        }

        var card = JsonObject.Create(content)!;
        if (card["body"] is not JsonArray body)
        {
            card["body"] = body = [];
        }

        body.Insert(0, new JsonObject
        {
            ["type"] = "TextBlock",
            ["id"] = ElementId,
            ["text"] = mark,
            ["isSubtle"] = true,
            ["size"] = "Small",
            ["wrap"] = true,
        });
        return attachment with { Content = JsonSerializer.SerializeToElement(card) };
    }
}
