namespace ClinicalBot.Escalation;

/// <summary>What people press. That the card was not out of date is known here.</summary>
internal static class Presses
{
    public static PressAnswer Apply(CaseTurn turn, CaseInput.Press press)
    {
        var @case = turn.Case;
        if (!@case.IsOpen)
        {
            return PressAnswer.Over;
        }

        var holder = @case.Attendance?.By;
        var isHolder = holder?.Id == press.By.Id;
        switch (press, @case.Status)
        {
            case (CaseInput.Acknowledge { Minutes: var minutes }, CaseStatus.Calling or CaseStatus.Acknowledged)
                when CaseMachine.EtaMinutes.Contains(minutes) && (holder is null || isHolder):
                turn.Happen(new CaseEvent.Acknowledged(press.By, turn.Now + TimeSpan.FromMinutes(minutes)));
                turn.Tell(RequesterNotice.SomebodyIsComing);
                return PressAnswer.Done;
            case (CaseInput.Decline, CaseStatus.Calling) when @case.Run is { IsExhausted: false } run && run.Calls.Any(call => call.Person?.Id == press.By.Id):
                turn.Happen(new CaseEvent.Declined(press.By));
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.TakeOver, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended) when !isHolder:
                turn.Happen(new CaseEvent.TakenOver(press.By, holder, turn.Now + turn.World.TakeOverEta));
                turn.Tell(RequesterNotice.SomebodyIsComing);
                return PressAnswer.Done;
            case (CaseInput.AtBedside, CaseStatus.Calling or CaseStatus.Acknowledged):
            case (CaseInput.AtBedside, CaseStatus.Attended) when !isHolder:
                turn.Happen(new CaseEvent.ArrivedAtBedside(press.By));
                turn.Tell(RequesterNotice.SomebodyIsThere);
                return PressAnswer.Done;
            case (CaseInput.HandBack, CaseStatus.Acknowledged or CaseStatus.Attended) when isHolder:
                turn.Happen(new CaseEvent.HandedBack(press.By));
                turn.Tell(RequesterNotice.CallingOn);
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.Close { Outcome: var outcome }, _):
                if (@case.Status is CaseStatus.Calling or CaseStatus.Acknowledged)
                {
                    turn.CallOff(press.By, ThreadNotice.ClosedUnattended);
                }

                turn.Happen(new CaseEvent.Closed(press.By, outcome));
                turn.Tell(RequesterNotice.Closed);
                return PressAnswer.Done;
            default:
                return PressAnswer.NotNow;
        }
    }
}
