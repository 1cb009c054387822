using ClinicalBot.BotFramework;

namespace ClinicalBot.Testing;

/// <summary>Builds what a channel posts.</summary>
public static class Say
{
    /// <summary>A message of one person to the bot, one to one.</summary>
    public static Activity Message(string id, string text, string serviceUrl, string conversation = "conv-1") => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        Text = text,
        ChannelId = "test",
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
        From = new ChannelAccount { Id = "user-1", Name = "Robin Sample" },
        Recipient = new ChannelAccount { Id = "bot-1", Name = "Bot" },
        Timestamp = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    };
}
