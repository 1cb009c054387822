using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Begins a turn of the bot's own in a conversation, from outside of any turn.</summary>
internal sealed class Wakes(ITurnStore store, SteadyTime time, CareTime careTime)
{
    /// <summary>Begins it, once for each key and moment.</summary>
    /// <param name="reference">Where.</param>
    /// <param name="name">Name of its event.</param>
    /// <param name="value">Value of its event; null for none.</param>
    /// <param name="key">Names it among the timers of the tenant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="once">Once for the key, as long as claims are kept; otherwise once for the key and moment.</param>
    public async Task WakeAsync(ConversationReference reference, string name, JsonElement? value, string key, CancellationToken cancellationToken,
        bool once = false)
    {
        var timer = new StateKey(reference.Conversation.TenantId, "timer", key).Id;
        var wake = reference.GetContinuationActivity() with
        {
            Id = once ? timer : FormattableString.Invariant($"{timer}:{time.GetUtcNow().UtcTicks}"),
            Name = name,
            Value = value,
        };
        if (await store.BeginAsync(TurnClaim.For(wake, ""), cancellationToken) is not TurnStart.Opened { Session: { } session })
        {
            return;
        }

        await using (session)
        {
            var start = new TimerStart(
                ConversationKey.Of(wake.ChannelId, wake.Conversation?.Id),
                careTime.GetUtcNow(),
                JsonSerializer.SerializeToUtf8Bytes(wake with { Id = null }, ProtocolJson.Default.Activity));
            await session.CommitAsync(new TurnCommit { Response = TurnResponse.Accepted, At = time.GetUtcNow(), Timers = [new TimerChange(timer, start)] });
        }
    }
}

/// <summary>Events about who is on call.</summary>
internal static class RotaEvents
{
    /// <summary>Tells a person of a shift, a gap or a drill; its value is the text.</summary>
    public const string Tell = "rota/tell";

    /// <summary>Posts the open cases to the channel at a shift change.</summary>
    public const string Handover = "rota/handover";
}
