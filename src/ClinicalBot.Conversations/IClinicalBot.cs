using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations;

/// <summary>The bot, which can also tell what is none of its business: for a host in which another bot answers the rest.</summary>
public interface IClinicalBot : IBot
{
    /// <summary>
    /// Whether what arrived belongs to an open triage of the sender, to a case, or is a command of this bot; and whether it tells of a red
    /// flag, which is never left to another bot. Changes nothing.
    /// </summary>
    Task<bool> IsOursAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
