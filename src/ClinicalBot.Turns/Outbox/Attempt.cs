using ClinicalBot.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Makes one attempt at one message and tells what becomes of it.</summary>
internal sealed class Attempt(
    ITurnStore store,
    IConnectorClient connector,
    SendLimits limits,
    SteadyTime time,
    IKillPoints killPoints,
    IOptions<TurnsOptions> options,
    TurnsMetrics metrics,
    ILogger<Attempt> logger)
{
    public async Task<Settlement> MakeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - message.CommittedAt > options.Value.GiveUpAfter)
        {
            return Refused(message, 0, Refusals.GaveUp);
        }

        var preparation = await Preparation.OfAsync(message, store, cancellationToken);
        switch (preparation)
        {
            case Preparation.Wait wait:
                return Again(message, message.InDoubt, wait.Why, null);
            case Preparation.Never never:
                return Refused(message, 0, never.Why);
            default:
                var ready = (Preparation.Ready)preparation;
                if (IsLimited(ready.Activity.Address) && limits.TryTake(LimitKey(message, ready)) is { } free)
                {
                    // Not an attempt: nothing was sent, so nothing comes into doubt.
                    return new Settlement.Postponed(message.Id, free, message.InDoubt, Held: true);
                }

                killPoints.Reach(KillPoint.AfterCommitBeforeSend);
                var result = await CallAsync(message, ready, cancellationToken);
                killPoints.Reach(KillPoint.AfterSendBeforeConfirm);
                metrics.Delivery(result.GetType().Name);
                return Judge(message, ready, result);
        }
    }

    private bool IsLimited(ActivityAddress address) => options.Value.TeamsLimits && address.ChannelId == "msteams";

    /// <summary>The conversation itself, whichever queue the message stands in; one yet to be created counts by its queue.</summary>
    private static string LimitKey(OutboxMessage message, Preparation.Ready ready) => ready.Creates is null
        ? ConversationKey.Of(ready.Activity.Address.ChannelId, ready.Activity.Address.Conversation?.Id)
        : message.Entry.Conversation;

    private Settlement Judge(OutboxMessage message, Preparation.Ready ready, DeliveryResult result) => result.Match(
        sent => ready.Creates is not null ? Created(message, ready, sent) : Sent(message, ready.Activity.Address, sent.ActivityId),
        throttled => Again(message, message.InDoubt, "throttled", throttled.RetryAfter),
        refused => IsGoneAlready(message, refused)
            ? Sent(message, ready.Activity.Address, null)
            : Refused(message, refused.Status, ready.Creates is { IsGroup: false } && refused.Status == 403 ? Refusals.NotInstalled : refused.Why),
        // Creating a person's chat twice gives the same chat, and nobody sees it.
        ambiguous => Again(message, message.InDoubt || ready.Creates is not { IsGroup: false }, ambiguous.Why, null),
        unreachable => Again(message, message.InDoubt, unreachable.Why, null));

    private async Task<DeliveryResult> CallAsync(OutboxMessage message, Preparation.Ready ready, CancellationToken cancellationToken)
    {
        using var span = TurnsTracing.Attempt(message.Entry.Kind);
        var result = await SendAsync(message, ready, cancellationToken);
        span.End(result.GetType().Name, isError: result is not DeliveryResult.Sent);
        return result;
    }

    private async Task<DeliveryResult> SendAsync(OutboxMessage message, Preparation.Ready ready, CancellationToken cancellationToken)
    {
        var (activity, target, creates) = ready;
        if (message.InDoubt)
        {
            activity = SerializedActivity.Of(PossibleRepeat.Mark(activity.Deserialize(), options.Value.PossibleRepeatText));
        }

        try
        {
            return message.Entry.Kind switch
            {
                OutboxKind.Update => await connector.PutActivityAsync(ready.Activity, target!, cancellationToken),
                OutboxKind.Delete => await connector.DeleteActivityAsync(ReferenceOf(activity.Address), target!, cancellationToken),
                _ when creates is not null => await connector.CreateConversationAsync(
                    activity.Address.ServiceUrl ?? "", creates.IsGroup ? creates with { Activity = activity.Deserialize() } : creates, cancellationToken),
                _ => await connector.PostActivityAsync(activity, cancellationToken),
            };
        }
#pragma warning disable CA1031 // A connector that throws has told nothing: the message may have arrived.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new DeliveryResult.Ambiguous(e.GetType().Name);
        }
    }

    /// <summary>A thread is there with its first message. A person's chat is only a place for it: it is kept, and the message is still due.</summary>
    private Settlement Created(OutboxMessage message, Preparation.Ready ready, DeliveryResult.Sent created)
    {
        var activity = ready.Activity.Address;
        if (ready.Creates!.IsGroup)
        {
            return Sent(message, activity with { Conversation = activity.Conversation! with { Id = created.ConversationId } }, created.ActivityId);
        }

        return created.ConversationId is { } id
            ? new Settlement.Created(message.Id, FirstContact.Keep(activity, ready.Creates, id), time.GetUtcNow())
            : Again(message, message.InDoubt, "conversationHasNoId", null);
    }

    private Settlement.Sent Sent(OutboxMessage message, ActivityAddress activity, string? activityId) =>
        new(message.Id, activityId, time.GetUtcNow())
        {
            Conversation = message.Entry.Kind is OutboxKind.Send or OutboxKind.Create ? ReferenceOf(activity) : null,
            Report = message.Entry.Report is { AlsoWhenSent: true } report
                ? Reports.Of(report, new DeliveryOutcome(message.Entry.MessageKey, 200) { Conversation = ReferenceOf(activity) }, time.GetUtcNow())
                : null,
        };

    private Settlement.Postponed Again(OutboxMessage message, bool inDoubt, string why, TimeSpan? retryAfter)
    {
        var pause = retryAfter is { } asked
            ? TimeSpan.FromTicks(Math.Min(asked.Ticks, options.Value.MaxRetryAfter.Ticks))
            : Backoff.After(message.Attempts, message.Id, options.Value.MaxBackoff);
        logger.LogWarning("Message {Message} is not delivered ({Why}); again in {Pause}.", message.Id, why, pause);
        return new Settlement.Postponed(message.Id, time.GetUtcNow() + pause, inDoubt, Held: retryAfter is not null);
    }

    private Settlement.Refused Refused(OutboxMessage message, int status, string why)
    {
        metrics.Delivery("RefusedForGood");
        // An update of what never reached the channel, such as a reply that went back with the HTTP answer, is nothing to worry about.
        var level = status == 0 && why.StartsWith("target", StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Error;
        logger.Log(level, "Message {Message} will not be delivered: {Status} {Why}.", message.Id, status, why);
        var now = time.GetUtcNow();
        var outcome = new DeliveryOutcome(message.Entry.MessageKey, status, Refusals.ReasonOf(status, why), why);
        return new Settlement.Refused(message.Id, status, why, now)
        {
            Report = message.Entry.Report is { } report ? Reports.Of(report, outcome, now) : null,
        };
    }

    /// <summary>A delete that may have worked before finds nothing now.</summary>
    private static bool IsGoneAlready(OutboxMessage message, DeliveryResult.Refused refused) =>
        message is { Entry.Kind: OutboxKind.Delete, InDoubt: true } && refused.Status == 404;

    private static ConversationReference ReferenceOf(ActivityAddress activity) => new()
    {
        ChannelId = activity.ChannelId ?? "",
        ServiceUrl = activity.ServiceUrl ?? "",
        Conversation = activity.Conversation ?? new ConversationAccount(),
        Bot = activity.From,
    };
}
