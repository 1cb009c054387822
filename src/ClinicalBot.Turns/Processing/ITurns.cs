using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Where activities become turns, for a host that has an endpoint of its own. Others map <see cref="BotMessages.MapBotMessages"/>.</summary>
public interface ITurns
{
    /// <summary>
    /// Turns one delivery of an activity into its answer. The place in the conversation's queue is taken before this returns. Whether the
    /// activity may come in at all is the caller's to know.
    /// </summary>
    Task<TurnResult> ReceiveAsync(ActivityParseResult.Parsed parsed);
}
