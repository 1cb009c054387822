using Microsoft.Bot.Builder;

namespace ClinicalBot.BotBuilder;

/// <summary>
/// For a host with a bot of its own: takes what belongs to an open triage, a case or a command of this bot, and any message that tells of
/// a red flag. Everything else passes by untouched, to the handler the host had before. Add it to the adapter before middleware that keeps
/// state or answers by itself.
/// </summary>
public sealed class ClinicalBotMiddleware : IMiddleware
{
    private readonly HandOver _handOver;

    internal ClinicalBotMiddleware(HandOver handOver) => _handOver = handOver;

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (!await _handOver.RunAsync(turnContext, onlyOurs: true, cancellationToken))
        {
            await next(cancellationToken);
        }
    }
}
