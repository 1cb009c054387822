using Microsoft.Bot.Builder;

namespace ClinicalBot.BotBuilder;

/// <summary>The bot as the SDK runs it: every activity is handed over to a turn.</summary>
internal sealed class ClinicalBotHandler(HandOver handOver) : IBot
{
    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        handOver.RunAsync(turnContext, onlyOurs: false, cancellationToken);
}
