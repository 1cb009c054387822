using ClinicalBot.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Runs turns: gate, claim, handler, one commit, then the send. A turn happens exactly once, however often it arrives.</summary>
internal sealed class TurnProcessor(
    ITurnStore store,
    IBot bot,
    Outbox outbox,
    CareTime careTime,
    TypingSigns typing,
    ColdStart coldStart,
    SteadyTime systemTime,
    IKillPoints killPoints,
    IOptions<TurnsOptions> options,
    TurnsMetrics metrics,
    ILogger<TurnProcessor> logger) : ITurns
{
    private readonly ConversationGate _gate = new();
    private readonly Drain _drain = new();

    /// <inheritdoc/>
    public Task<TurnResult> ReceiveAsync(ActivityParseResult.Parsed parsed)
    {
        coldStart.OnArrival(_gate);
        return EnterAsync(TurnClaim.For(parsed.Activity, parsed.BodyHash), parsed.Activity);
    }

    /// <summary>Runs the turn of a due timer, in the queue of its conversation like any other.</summary>
    public Task<TurnResult> RunTimerAsync(DueTimer timer, Activity activity) => EnterAsync(TurnClaim.For(timer), activity);

    /// <summary>Lets no new turn in and waits for those under way.</summary>
    public Task DrainAsync() => _drain.CloseAsync();

    private Task<TurnResult> EnterAsync(TurnClaim claim, Activity activity)
    {
        if (!_drain.TryEnter())
        {
            return Task.FromResult<TurnResult>(new TurnResult.Unavailable("The service is shutting down."));
        }

        return PassAsync(_gate.Enter(claim.Conversation, activity.Timestamp), claim, activity);
    }

    private async Task<TurnResult> PassAsync(ConversationGate.Ticket ticket, TurnClaim claim, Activity activity)
    {
        var started = systemTime.GetTimestamp();
        using var span = TurnsTracing.Turn(claim, activity);
        try
        {
            using (ticket)
            using (claim is TurnClaim.Received ? typing.Begin(activity) : null)
            {
                await ticket.Turn;
                var result = await RunAsync(claim, activity);
                metrics.Turn(result.GetType().Name, systemTime.GetElapsedTime(started));
                span.End(result.GetType().Name, isError: result is not TurnResult.Answered);
                return result;
            }
        }
        finally
        {
            _drain.Leave();
        }
    }

    private async Task<TurnResult> RunAsync(TurnClaim claim, Activity activity)
    {
        var now = careTime.GetUtcNow();
        try
        {
            for (var run = 0; run < options.Value.MaxRuns; run++)
            {
                if (await TryRunAsync(claim, activity, now) is { } result)
                {
                    return result;
                }

                metrics.Conflict();
            }
        }
        catch (TurnStoreException e)
        {
            logger.LogError("Turn {TurnId} was not committed: the store failed. {Why}", claim.TurnId, e.Message);
            return new TurnResult.Unavailable("Not saved: the store is out of order. Phone instead.");
        }
#pragma warning disable CA1031 // Whatever a handler throws ends its turn, not the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The message of a handler's exception may quote what a person typed: only its type and place are logged.
            logger.LogError("Turn {TurnId} failed: {Exception} at {Place}", claim.TurnId, e.GetType().FullName, e.StackTrace);
            return new TurnResult.Failed();
        }

        logger.LogWarning("Turn {TurnId} gave up: documents kept changing under it.", claim.TurnId);
        return new TurnResult.Unavailable("Too many changes at once.");
    }

    /// <summary>One run; null when a document changed under it and it must run again.</summary>
    private async Task<TurnResult?> TryRunAsync(TurnClaim claim, Activity activity, DateTimeOffset now)
    {
        var start = await store.BeginAsync(claim);
        if (start is TurnStart.Duplicate earlier)
        {
            return Answered(claim, earlier.Response);
        }

        await using var session = ((TurnStart.Opened)start).Session;
        var context = new RecordingTurnContext(session, activity, claim.TurnId, now, isInternal: claim is TurnClaim.Due);
        await bot.OnTurnAsync(context, CancellationToken.None);
        if (!context.HasEffects && claim is TurnClaim.Received)
        {
            return new TurnResult.Answered(context.Response());
        }

        var commit = context.ToCommit(systemTime.GetUtcNow());
        killPoints.Reach(KillPoint.BeforeCommit);
        switch (await session.CommitAsync(commit))
        {
            case CommitResult.Conflict:
                return null;
            case CommitResult.Duplicate duplicate:
                return Answered(claim, duplicate.Response);
            case CommitResult.Committed committed:
                killPoints.Reach(KillPoint.AfterCommitBeforeAnswer);
                foreach (var conversation in committed.Queues)
                {
                    outbox.Poke(conversation);
                }

                return new TurnResult.Answered(commit.Response);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A duplicate gets the answer of the first delivery and hurries along what is still unsent.</summary>
    private TurnResult.Answered Answered(TurnClaim claim, TurnResponse response)
    {
        metrics.Replayed();
        outbox.Poke(claim.Conversation, hurry: true);
        return new TurnResult.Answered(response);
    }
}
