namespace ClinicalBot.Conversations.Cards;

/// <summary>Addresses that Teams opens itself: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams.</summary>
internal static class TeamsLinks
{
    // What Teams puts into a compose box, and what an address holds.
    private const int MostPrefilled = 1000;

    /// <summary>The chat with the bot; null where the bot has no account of Teams.</summary>
    /// <param name="bot">Id of the bot's account.</param>
    /// <param name="text">What stands in the compose box; null for nothing.</param>
    public static string? Chat(string? bot, string? text = null) => bot is null || !bot.StartsWith("28:", StringComparison.Ordinal)
        ? null
        : $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(bot)}"
            + (text is null ? "" : $"&message={Uri.EscapeDataString(text[..Math.Min(text.Length, MostPrefilled)])}");
}
