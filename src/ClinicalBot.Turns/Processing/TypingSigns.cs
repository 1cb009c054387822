using ClinicalBot.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>
/// Shows that the bot is typing while a message waits for its answer. It is a courtesy of the moment: sent beside the outbox, never stored,
/// never repeated, and whatever becomes of it is no matter. Not for callers who wait for the replies themselves.
/// </summary>
internal sealed class TypingSigns(
    IConnectorClient connector, SendLimits limits, TimeProvider time, IOptions<TurnsOptions> options, ILogger<TypingSigns> logger)
{
    /// <summary>Waits; dispose it when the answer is there.</summary>
    /// <returns>Null when no one would see a sign.</returns>
    public IDisposable? Begin(Activity activity) =>
        activity.Type == ActivityTypes.Message && activity.DeliveryMode != DeliveryModes.ExpectReplies
            ? time.CreateTimer(_ => _ = ShowAsync(activity), null, options.Value.TypingAfter, Timeout.InfiniteTimeSpan)
            : null;

    private async Task ShowAsync(Activity activity)
    {
        if (limits.TryTake(ConversationKey.Of(activity.ChannelId, activity.Conversation?.Id)) is not null)
        {
            return;
        }

        try
        {
            await connector.SendToConversationAsync(Address.Reply(activity, new Activity { Type = ActivityTypes.Typing }));
        }
#pragma warning disable CA1031 // Nobody waits for it, so nobody else could catch it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogDebug("A typing sign was not shown: {Exception}.", e.GetType().Name);
        }
    }
}
