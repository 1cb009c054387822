namespace ClinicalBot.Escalation;

/// <summary>What is learned about messages after they were sent.</summary>
internal static class Deliveries
{
    public static void Confirm(CaseTurn turn, CaseInput.Deliver delivered)
    {
        var isNews = delivered.Call == CallIds.Requester ? turn.Case.PhoneConfirmBy is not null
            : CaseFold.IsSecond(delivered.Call) ? SecondOf(turn, delivered.Call) is { Second: CallState.Sent or CallState.Refused }
            : turn.Case.Run?.Find(delivered.Call) is { State: CallState.Sent or CallState.Unconfirmed };
        if (isNews)
        {
            turn.Happen(new CaseEvent.Delivered(delivered.Call));
        }
    }

    /// <summary>A call, or a message to the requester, will never arrive.</summary>
    public static void Refuse(CaseTurn turn, CaseInput.Refuse refused)
    {
        if (refused.Call == CallIds.Requester)
        {
            turn.Happen(new CaseEvent.Refused(refused.Call, refused.Why));
            RequesterIsUnreachable(turn);
            return;
        }

        if (CaseFold.IsSecond(refused.Call))
        {
            if (SecondOf(turn, refused.Call) is { Second: CallState.Sent })
            {
                turn.Happen(new CaseEvent.Refused(refused.Call, refused.Why));
            }

            return;
        }

        if (turn.Case.Run?.Find(refused.Call) is not { State: not CallState.Refused } call)
        {
            return;
        }

        var before = turn.Case.Run.Unreachable;
        turn.Happen(new CaseEvent.Refused(refused.Call, refused.Why));
        // What was late before it was refused has been acted on already.
        if (call.State != CallState.Unconfirmed)
        {
            GoOn(turn, before, [call]);
        }
    }

    /// <summary>
    /// Calls that are still on their way when their time is over: throttled, or the channel does not answer. Retrying goes on for hours, and
    /// the ladder does not wait for it and goes on as if they had been refused.
    /// </summary>
    public static void LookAfter(CaseTurn turn)
    {
        if (turn.Case.PhoneConfirmBy <= turn.Now)
        {
            turn.Happen(new CaseEvent.Unconfirmed(CallIds.Requester));
            RequesterIsUnreachable(turn);
        }

        if (turn.Case is not { Status: CaseStatus.Calling, Run: { ConfirmBy: { } by } run } || by > turn.Now)
        {
            return;
        }

        var late = run.Calls.Where(call => call.State == CallState.Sent).ToList();
        foreach (var call in late)
        {
            turn.Happen(new CaseEvent.Unconfirmed(call.Id));
        }

        GoOn(turn, run.Unreachable, late);
    }

    /// <summary>
    /// The requester is told to phone, and the next step follows at once. An address that failed before in this run does not hurry
    /// the ladder again while others of its step may still answer: one blocked person would burn through it in seconds.
    /// </summary>
    private static void GoOn(CaseTurn turn, IReadOnlyList<string> unreachableBefore, IReadOnlyList<Call> failed)
    {
        if (turn.Case is not { Status: CaseStatus.Calling, Run: { } run } || failed.Count == 0)
        {
            return;
        }

        var (open, needs) = (Responders.Open(turn.Case), run.Needs);
        if (failed.All(call => call.Role is not null && !LadderClimb.Concerns(call.Roles, open, needs)))
        {
            // Their role has an answer.
            return;
        }

        WithinStep.SendFailed(turn, failed);
        turn.TellToPhone(PhoneReason.NotDelivered);
        var ofThisStep = failed.Where(call => run.Calls.Any(each => each.Id == call.Id)).ToList();
        var allFailed = run.Calls.All(each => each.State is CallState.Refused or CallState.Unconfirmed);
        if (ofThisStep.Count > 0 && (allFailed || ofThisStep.Any(call => !unreachableBefore.Contains(call.Address))))
        {
            LadderClimb.Hurry(turn);
        }
    }

    private static Call? SecondOf(CaseTurn turn, string id) => turn.Case.Run?.Find(id[..^CallIds.Second.Length]);

    private static void RequesterIsUnreachable(CaseTurn turn)
    {
        if (turn.Case.IsOpen && turn.World.HasChannel)
        {
            turn.Tell(ThreadNotice.RequesterUnreachable);
        }
    }
}
