using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>What is often asked of an incoming activity.</summary>
public static class ActivityExtensions
{
    // Each spelling of the bot's name costs a pass over the text. Real messages have one; a hostile one could have thousands.
    private const int MaxSpellings = 16;

    /// <summary>What is needed to speak in this activity's conversation later.</summary>
    /// <exception cref="InvalidOperationException">It lacks a channel, a service URL or a conversation. Parsed activities have them.</exception>
    public static ConversationReference GetConversationReference(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ConversationReference
        {
            ChannelId = activity.ChannelId ?? throw new InvalidOperationException("The activity has no channelId."),
            ServiceUrl = activity.ServiceUrl ?? throw new InvalidOperationException("The activity has no serviceUrl."),
            Conversation = activity.Conversation ?? throw new InvalidOperationException("The activity has no conversation."),
            Bot = activity.Recipient,
            User = activity.From,
            Locale = activity.Locale,
            ActivityId = activity.AnswerableId(),
        };
    }

    /// <summary>
    /// The id that an answer may refer to; null when there is none. Direct Line and Web Chat never show an update of a conversation, and
    /// refuse an answer to one.
    /// </summary>
    public static string? AnswerableId(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity is { Type: ActivityTypes.ConversationUpdate, ChannelId: "directline" or "webchat" } ? null : activity.Id;
    }

    /// <summary>Entra tenant of the conversation, where the channel says it: with the conversation, or in the channel's data. Null when nowhere.</summary>
    public static string? GetTenantId(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Conversation?.TenantId
            ?? (activity.ChannelData is { ValueKind: JsonValueKind.Object } data
                && data.TryGetProperty("tenant", out var tenant)
                && tenant.ValueKind == JsonValueKind.Object
                && tenant.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null);
    }

    /// <summary>A message of text that answers this activity.</summary>
    public static Activity CreateReply(this Activity activity, string text) =>
        activity.GetConversationReference().ApplyTo(MessageFactory.Text(text));

    /// <summary>
    /// The text without the mentions of the bot that a channel demands ("&lt;at&gt;Bot&lt;/at&gt; triage" is "triage"): as the mention
    /// entities spell them, and any tag that holds the bot's name, old or new. Mentions of others stay. Empty when the bot was only
    /// mentioned; null when the activity has no text.
    /// </summary>
    public static string? RemoveRecipientMention(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var text = activity.Text;
        if (text is null || activity.Recipient?.Id is not { } bot)
        {
            return text;
        }

        var mentions = (activity.Entities ?? []).Select(entity => Mention.Of(entity, bot)).OfType<Mention>().Take(MaxSpellings).ToList();
        foreach (var spelling in mentions.Select(mention => mention.Text).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            // Split and join is linear, whatever a sender repeats.
            text = string.Join(' ', text.Split(spelling, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return Mention.RemoveTags(text, [activity.Recipient.Name, .. mentions.Select(mention => mention.Name)]);
    }
}
