namespace ClinicalBot.BotFramework;

/// <summary>Everything needed to speak in a conversation later: kept with due work, across restarts.</summary>
public sealed record ConversationReference
{
    /// <summary>e.g. "msteams".</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where the connector listens.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The conversation.</summary>
    public required ConversationAccount Conversation { get; init; }

    /// <summary>The bot's account in it.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The person's account in it.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The person's language.</summary>
    public string? Locale { get; init; }

    /// <summary>The activity being answered.</summary>
    public string? ActivityId { get; init; }

    /// <summary>
    /// Addresses an outgoing activity: from the bot, to the person, in this conversation, in answer to <see cref="ActivityId"/> unless
    /// it already answers another. The locale stays as it is: it is that of the text, not of the reader.
    /// </summary>
    public Activity ApplyTo(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity with
        {
            ChannelId = ChannelId,
            ServiceUrl = ServiceUrl,
            Conversation = Conversation,
            From = Bot,
            Recipient = User,
            ReplyToId = activity.ReplyToId ?? ActivityId,
        };
    }

    /// <summary>
    /// The event that continues this conversation without a message: as if sent by the person to the bot. The caller that raises it
    /// gives it a name and a value of its own.
    /// </summary>
    public Activity GetContinuationActivity() => new()
    {
        Type = ActivityTypes.Event,
        Name = "ContinueConversation",
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        From = User,
        Recipient = Bot,
        Locale = Locale,
    };
}
