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
}
