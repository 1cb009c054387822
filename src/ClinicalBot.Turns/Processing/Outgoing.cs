using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>
/// What leaves the bot is text or cards, never both in one activity: Teams makes two messages of such a one and gives no id back, so it
/// could not be updated. A card always has the summary that notifications show.
/// </summary>
internal static class Outgoing
{
    /// <summary>The activity as it may be sent: text and cards as two, the text first.</summary>
    public static IEnumerable<Activity> Parts(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity is { Text.Length: > 0, Attachments.Count: > 0 })
        {
            yield return activity with { Attachments = null };
        }

        yield return CardOrText(activity);
    }

    /// <summary>An update stays one message: the card wins, and the text becomes its summary when it has none.</summary>
    public static Activity CardOrText(Activity activity) => activity.Attachments is { Count: > 0 } attachments
        ? activity with { Text = null, Summary = First(activity.Summary, activity.Text, attachments.Select(Spoken).FirstOrDefault(text => text is not null)) }
        : activity;

    /// <summary>What the card says of itself to those who do not see it.</summary>
    private static string? Spoken(Attachment attachment) =>
        attachment.Content is { ValueKind: JsonValueKind.Object } card ? First(Text(card, "speak"), Text(card, "fallbackText")) : null;

    private static string? Text(JsonElement card, string property) =>
        card.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }
}
