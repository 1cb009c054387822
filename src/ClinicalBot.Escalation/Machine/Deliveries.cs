namespace ClinicalBot.Escalation;

/// <summary>What is learned about messages after they were sent.</summary>
internal static class Deliveries
{
    public static void Confirm(CaseTurn turn, CaseInput.Deliver delivered)
    {
        if (turn.Case.Run?.Find(delivered.Call) is { State: CallState.Sent })
        {
            turn.Happen(new CaseEvent.Delivered(delivered.Call));
        }
    }

    /// <summary>
    /// The requester is told to phone, and the next step follows at once. An address that has refused before in this run does not hurry
    /// the ladder again while others of its step may still answer: one blocked person would burn through it in seconds.
    /// </summary>
    public static void Refuse(CaseTurn turn, CaseInput.Refuse refused)
    {
        var @case = turn.Case;
        if (refused.Call == CallIds.Requester)
        {
            turn.Happen(new CaseEvent.Refused(refused.Call, refused.Why));
            if (@case.IsOpen && turn.World.HasChannel)
            {
                turn.Tell(ThreadNotice.RequesterUnreachable);
            }

            return;
        }

        if (@case.Run is not { } run || run.Find(refused.Call) is not { } call || call.State == CallState.Refused)
        {
            return;
        }

        turn.Happen(new CaseEvent.Refused(refused.Call, refused.Why));
        if (@case.Status != CaseStatus.Calling)
        {
            return;
        }

        turn.TellToPhone(PhoneReason.NotDelivered);
        var ofThisStep = run.Calls.Any(each => each.Id == call.Id);
        var allRefused = turn.Case.Run!.Calls.All(each => each.State == CallState.Refused);
        if (ofThisStep && (allRefused || !run.Unreachable.Contains(call.Address)))
        {
            LadderClimb.Hurry(turn);
        }
    }
}
