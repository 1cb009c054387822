namespace ClinicalBot.Escalation;

/// <summary>The actions of a case's cards. The caller has checked that the card is not out of date.</summary>
internal static class CardActions
{
    public static PressAnswer Apply(CaseTurn turn, CaseInput.Press press)
    {
        var @case = turn.Case;
        if (press is CaseInput.GiveFeedback feedback)
        {
            return Give(turn, feedback);
        }

        if (!@case.IsOpen)
        {
            return PressAnswer.Over;
        }

        var mine = Responders.Of(@case).FirstOrDefault(each => each.By.Id == press.By.Id);
        switch (press, @case.Status)
        {
            case (CaseInput.Acknowledge acknowledge, CaseStatus.Calling or CaseStatus.Acknowledged) when CaseMachine.EtaMinutes.Contains(acknowledge.Minutes):
                return Acknowledge(turn, acknowledge, mine);
            case (CaseInput.Decline, CaseStatus.Calling) when CanDecline(@case, press.By):
                turn.Happen(new CaseEvent.Declined(press.By));
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.TakeOver takeOver, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended):
                return TakeOver(turn, takeOver, mine);
            case (CaseInput.AtBedside there, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended):
                return Arrive(turn, there, mine);
            case (CaseInput.HandBack, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended) when mine is not null:
                turn.Happen(new CaseEvent.HandedBack(press.By));
                turn.Tell(RequesterNotice.CallingOn);
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.EscalateNow, CaseStatus.Calling) when @case.Run is { IsExhausted: false }:
                turn.Happen(new CaseEvent.EscalatedNow(press.By));
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.CallRole { Role: var role }, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended)
                when !Responders.Needed(@case).Contains(role, StringComparer.OrdinalIgnoreCase)
                    && turn.World.Contacts.Roles.Contains(role, StringComparer.OrdinalIgnoreCase):
                turn.Happen(new CaseEvent.RoleAdded(press.By, role));
                LadderClimb.FireIfDue(turn);
                return PressAnswer.Done;
            case (CaseInput.Reach { What: var what }, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended)
                when Enum.IsDefined(what) && @case.Milestones?.Any(each => each.What == what) is not true:
                turn.Happen(new CaseEvent.MilestoneReached(press.By, what));
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

    /// <summary>What a person answers for: what was chosen, else the needed roles they were called for or hold, else whatever one need there is.</summary>
    private static IReadOnlyList<string> RolesOf(CaseTurn turn, Actor by, string? chosen)
    {
        var needs = Responders.Needed(turn.Case);
        if (chosen is not null)
        {
            return [.. needs.Where(need => need.Equals(chosen, StringComparison.OrdinalIgnoreCase))];
        }

        var run = turn.Case.Run!;
        var called = run.EarlierCalls.Concat(run.Calls).Where(call => call.Person?.Id == by.Id).SelectMany(call => call.Roles);
        var held = needs.Where(need => OnCall.Holders(turn.World.Contacts, need, turn.Now).Any(person => person.Id == by.Id));
        var known = called.Any() ? called : held;
        IReadOnlyList<string> found = [.. needs.Where(need => known.Contains(need, StringComparer.OrdinalIgnoreCase))];
        return found.Count > 0 ? found
            : needs.Contains(Need.Any) ? Need.OneAnswer
            : needs.Count == 1 ? needs
            : [];
    }

    private static PressAnswer Acknowledge(CaseTurn turn, CaseInput.Acknowledge press, Attendance? mine)
    {
        var open = Responders.Open(turn.Case);
        var roles = RolesOf(turn, press.By, press.Role);
        IReadOnlyList<string> answered = [.. (mine is null ? [] : Responders.RolesOf(mine))
            .Union(roles.Intersect(open, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase)];
        if (roles.Count == 0 && mine is null)
        {
            return PressAnswer.WhichRole;
        }

        if (answered.Count == 0 || mine is { Until: null })
        {
            return PressAnswer.NotNow;
        }

        turn.Happen(new CaseEvent.Acknowledged(press.By, turn.Now + TimeSpan.FromMinutes(press.Minutes), answered));
        turn.Tell(RequesterNotice.ResponderComing);
        return PressAnswer.Done;
    }

    private static PressAnswer TakeOver(CaseTurn turn, CaseInput.TakeOver press, Attendance? mine)
    {
        var roles = RolesOf(turn, press.By, press.Role);
        IReadOnlyList<string> others = [.. roles.Except(mine is null ? [] : Responders.RolesOf(mine), StringComparer.OrdinalIgnoreCase)];
        if (others.Count == 0 || mine is { Until: null })
        {
            return roles.Count == 0 && mine is null ? PressAnswer.WhichRole : PressAnswer.NotNow;
        }

        var from = others.Select(role => Responders.For(turn.Case, role)?.By).FirstOrDefault(by => by is not null);
        turn.Happen(new CaseEvent.TakenOver(
            press.By, from, turn.Now + turn.World.TakeOverEta,
                [.. (mine is null ? [] : Responders.RolesOf(mine)).Union(roles, StringComparer.OrdinalIgnoreCase)]));
        turn.Tell(RequesterNotice.ResponderComing);
        return PressAnswer.Done;
    }

    private static PressAnswer Arrive(CaseTurn turn, CaseInput.AtBedside press, Attendance? mine)
    {
        var roles = RolesOf(turn, press.By, press.Role);
        IReadOnlyList<string> there = [.. (mine is null ? [] : Responders.RolesOf(mine)).Union(roles, StringComparer.OrdinalIgnoreCase)];
        if (there.Count == 0)
        {
            return PressAnswer.WhichRole;
        }

        if (mine is { Until: null } && there.Count == Responders.RolesOf(mine).Count)
        {
            return PressAnswer.NotNow;
        }

        turn.Happen(new CaseEvent.ArrivedAtBedside(press.By, there));
        turn.Tell(RequesterNotice.ResponderAtBedside);
        return PressAnswer.Done;
    }

    /// <summary>Also after the end: what became of the advice is often known only then. Not for a case that is about no patient.</summary>
    private static PressAnswer Give(CaseTurn turn, CaseInput.GiveFeedback press)
    {
        var @case = turn.Case;
        if (@case.Status is CaseStatus.Voided or CaseStatus.Moved)
        {
            return PressAnswer.Over;
        }

        if (@case.IsDrill || !Enum.IsDefined(press.What)
            || @case.Feedback?.Any(each => each.Exam == @case.Current.Id && each.By.Id == press.By.Id && each.What == press.What) is true)
        {
            return PressAnswer.NotNow;
        }

        turn.Happen(new CaseEvent.FeedbackGiven(press.By, @case.Current.Id, press.What));
        return PressAnswer.Done;
    }

    /// <summary>Who was called in the last step for a role that no one has answered for.</summary>
    private static bool CanDecline(Case @case, Actor by) => @case.Run is { IsExhausted: false } run
        && run.Calls.Any(call => call.Person?.Id == by.Id && LadderClimb.Concerns(call.Roles, Responders.Open(@case), run.Needs));
}
