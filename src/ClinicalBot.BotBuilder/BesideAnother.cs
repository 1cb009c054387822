using ClinicalBot.BotFramework;
using ClinicalBot.Conversations;

namespace ClinicalBot.BotBuilder;

/// <summary>
/// Decides within the turn whether an activity is for this bot at all. What is not leaves no trace, not even a claim. A redelivery of what
/// was is known by its claim, whatever is open by then.
/// </summary>
internal sealed class BesideAnother(IClinicalBot bot) : IBot
{
    private static readonly AsyncLocal<Offer?> Offered = new();

    /// <summary>Makes the turn that the caller starts next an offer: it may be declined.</summary>
    public static Offer MakeOffer() => Offered.Value = new Offer();

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (Offered.Value is { } offer)
        {
            offer.IsDeclined = !await bot.IsOursAsync(turnContext, cancellationToken);
            if (offer.IsDeclined)
            {
                return;
            }
        }

        await bot.OnTurnAsync(turnContext, cancellationToken);
    }

    /// <summary>An activity that may be another bot's.</summary>
    internal sealed class Offer
    {
        /// <summary>It is.</summary>
        public bool IsDeclined { get; set; }
    }
}
