using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Makes one attempt at one message and tells what becomes of it.</summary>
internal sealed class Attempt(
    ITurnStore store,
    IConnectorClient connector,
    TimeProvider time,
    IKillPoints killPoints,
    IOptions<TurnsOptions> options,
    TurnsMetrics metrics,
    ILogger<Attempt> logger)
{
    public async Task<Settlement> MakeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - message.CommittedAt > options.Value.GiveUpAfter)
        {
            return Refused(message, 0, "gaveUp");
        }

        var (activityId, stop) = await FindTargetAsync(message, cancellationToken);
        if (stop is not null)
        {
            return stop;
        }

        killPoints.Reach(KillPoint.AfterCommitBeforeSend);
        var result = await CallAsync(message, activityId, cancellationToken);
        killPoints.Reach(KillPoint.AfterSendBeforeConfirm);
        metrics.Delivery(result.GetType().Name);
        return result.Match<Settlement>(
            sent => new Settlement.Sent(message.Id, sent.ActivityId, time.GetUtcNow()),
            throttled => Again(message, message.InDoubt, "throttled", throttled.RetryAfter),
            refused => IsGoneAlready(message, refused)
                ? new Settlement.Sent(message.Id, null, time.GetUtcNow())
                : Refused(message, refused.Status, refused.Why),
            ambiguous => Again(message, inDoubt: true, ambiguous.Why, null),
            unreachable => Again(message, message.InDoubt, unreachable.Why, null));
    }

    /// <summary>An update or delete needs the channel's id of its message. While that is not known, or never will be, it stops here.</summary>
    private async Task<(string? ActivityId, Settlement? Stop)> FindTargetAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var target = message.Entry.Target;
        if (target is null || !MessageKey.IsOurs(target))
        {
            return (target, null);
        }

        return await store.FindDeliveryAsync(target, cancellationToken) switch
        {
            Delivery.Sent { ActivityId: { } id } => (id, null),
            Delivery.Sent => (null, Refused(message, 0, "targetHasNoId")),
            Delivery.Pending => (null, Again(message, message.InDoubt, "targetPending", null)),
            Delivery.Refused => (null, Refused(message, 0, "targetRefused")),
            _ => (null, Refused(message, 0, "targetUnknown")),
        };
    }

    private async Task<DeliveryResult> CallAsync(OutboxMessage message, string? target, CancellationToken cancellationToken)
    {
        var activity = JsonSerializer.Deserialize(message.Entry.Activity, ProtocolJson.Default.Activity)!;
        try
        {
            switch (message.Entry.Kind)
            {
                case OutboxKind.Update:
                    return await connector.UpdateActivityAsync(activity with { Id = target }, cancellationToken);
                case OutboxKind.Delete:
                    return await connector.DeleteActivityAsync(ReferenceOf(activity), target!, cancellationToken);
                default:
                    var marked = message.InDoubt ? PossibleRepeat.Mark(activity, options.Value.PossibleRepeatText) : activity;
                    return marked.ReplyToId is null
                        ? await connector.SendToConversationAsync(marked, cancellationToken)
                        : await connector.ReplyToActivityAsync(marked, cancellationToken);
            }
        }
#pragma warning disable CA1031 // A connector that throws has told nothing: the message may have arrived.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new DeliveryResult.Ambiguous(e.GetType().Name);
        }
    }

    private Settlement.Postponed Again(OutboxMessage message, bool inDoubt, string why, TimeSpan? retryAfter)
    {
        var pause = retryAfter ?? Backoff.After(message.Attempts, message.Id, options.Value.MaxBackoff);
        logger.LogWarning("Message {Message} is not delivered ({Why}); again in {Pause}.", message.Id, why, pause);
        return new Settlement.Postponed(message.Id, time.GetUtcNow() + pause, inDoubt, Held: retryAfter is not null);
    }

    private Settlement.Refused Refused(OutboxMessage message, int status, string why)
    {
        metrics.Delivery("RefusedForGood");
        logger.LogError("Message {Message} will not be delivered: {Status} {Why}.", message.Id, status, why);
        return new Settlement.Refused(message.Id, status, why, time.GetUtcNow());
    }

    /// <summary>A delete that may have worked before finds nothing now.</summary>
    private static bool IsGoneAlready(OutboxMessage message, DeliveryResult.Refused refused) =>
        message is { Entry.Kind: OutboxKind.Delete, InDoubt: true } && refused.Status == 404;

    private static ConversationReference ReferenceOf(Activity activity) => new()
    {
        ChannelId = activity.ChannelId ?? "",
        ServiceUrl = activity.ServiceUrl ?? "",
        Conversation = activity.Conversation ?? new ConversationAccount(),
        Bot = activity.From,
    };
}
