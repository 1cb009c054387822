namespace ClinicalBot.Escalation;

/// <summary>What happens while a step waits: the same people are alerted again, then called by the second medium.</summary>
internal static class WithinStep
{
    /// <summary>Alerts the people of the step again. After an outage once, and the next time counts from now.</summary>
    public static void AlertAgainIfDue(CaseTurn turn)
    {
        if (turn.Case is { Status: CaseStatus.Calling, Run: { AlertAt: { } alertAt } run } && alertAt <= turn.Now)
        {
            var calls = Unanswered(turn, run).Where(call => call.State != CallState.Refused).ToList();
            var next = turn.Now + run.Ladder.AlertEvery;
            turn.Happen(new CaseEvent.AlertedAgain([.. calls.Select(call => call.Id)], next < run.DueAt ? next : null));
            foreach (var call in calls)
            {
                turn.Send(new CaseEffect.CallAgain(call));
            }
        }
    }

    /// <summary>Calls the people of the step by the second medium.</summary>
    public static void SendSecondIfDue(CaseTurn turn)
    {
        if (turn.Case is { Status: CaseStatus.Calling, Run: { SecondAt: { } secondAt } waiting } && secondAt <= turn.Now)
        {
            SendSecond(turn, Unanswered(turn, waiting));
        }
    }

    /// <summary>
    /// Calls that did not get through go out by the second medium at once. A person whom it called just now, for the step before, waits for
    /// the moment of this step: one blocked person would be paged in a burst.
    /// </summary>
    public static void SendFailed(CaseTurn turn, IEnumerable<Call> failed)
    {
        if (turn.Case is { Status: CaseStatus.Calling, Run.Ladder.SecondAfter: not null, Run: var run }
            && Unanswered(turn, run).Where(call => failed.Any(each => each.Id == call.Id) && !IsPagedJustNow(call)).ToList() is { Count: > 0 } calls)
        {
            SendSecond(turn, calls);
        }

        bool IsPagedJustNow(Call call) => run!.EarlierCalls.Concat(run.Calls).Any(each =>
            each.Person?.Id == call.Person!.Id && each.Second is CallState.Sent or CallState.Delivered
            && each.At > turn.Now - run.Ladder.SecondAfter);
    }

    private static void SendSecond(CaseTurn turn, IEnumerable<Call> unanswered)
    {
        var calls = unanswered.Where(call => call.Second is null).ToList();
        turn.Happen(new CaseEvent.SecondSent([.. calls.Select(call => call.Id)]));
        foreach (var call in calls)
        {
            turn.Send(new CaseEffect.SendSecond(call));
        }
    }

    /// <summary>Calls of the last step to people whose role no one has answered for, and who have not said that they cannot come.</summary>
    private static IEnumerable<Call> Unanswered(CaseTurn turn, LadderRun run)
    {
        var open = Responders.Open(turn.Case);
        return run.Calls.Where(call => call.Person is { } person && (call.Despite || run.StoodDown?.Contains(person.Id) is not true)
            && LadderClimb.Concerns(call.Roles, open, run.Needs));
    }
}
