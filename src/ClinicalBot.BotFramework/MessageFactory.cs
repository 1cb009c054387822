namespace ClinicalBot.BotFramework;

/// <summary>
/// Makes messages. Text and card never share one activity: a channel splits such a message and gives no id back, so it could not be
/// updated.
/// </summary>
public static class MessageFactory
{
    /// <summary>A message of text.</summary>
    public static Activity Text(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new Activity { Type = ActivityTypes.Message, Text = text };
    }

    /// <summary>A message of one card or file.</summary>
    /// <param name="attachment">The card or file.</param>
    /// <param name="summary">What a notification shows in its place; it may appear on a locked screen.</param>
    public static Activity Attachment(Attachment attachment, string summary)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        return new Activity { Type = ActivityTypes.Message, Attachments = [attachment], Summary = summary };
    }
}
