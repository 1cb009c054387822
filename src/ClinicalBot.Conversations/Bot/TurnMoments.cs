using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Moments of a turn.</summary>
internal static class TurnMoments
{
    /// <summary>The message's own moment on the care clock: a message never counts as later than the turn it makes.</summary>
    public static DateTimeOffset SentAt(this ITurnContext turn) =>
        turn.Activity.Timestamp is { } sent && sent < turn.Now ? sent : turn.Now;
}
