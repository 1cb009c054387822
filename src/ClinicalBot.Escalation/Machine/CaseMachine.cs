using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>
/// The life of a case as a pure function: case, input and instant in; events and messages out. It holds no state and no clock, so
/// whatever stores cases and wakes it decides how reliable it is.
/// </summary>
public static class CaseMachine
{
    /// <summary>The times of arrival a person can promise, in minutes.</summary>
    public static IReadOnlyList<int> EtaMinutes { get; } = [5, 15, 30];

    /// <summary>Opens a case, and starts its ladder when it is urgent.</summary>
    /// <param name="reference">Its short reference, used by no other case.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="location">A configured ward or bay; null when not chosen yet.</param>
    /// <param name="reason">Why now.</param>
    /// <param name="examId">The dialog the exam came from.</param>
    /// <param name="assessment">The findings.</param>
    /// <param name="now">Care clock.</param>
    /// <param name="world">The site.</param>
    public static CaseChange Open(
        string reference, Actor by, string? location, OpeningReason reason, string examId, Assessment assessment, DateTimeOffset now, CaseWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var exam = Exam.Of(examId, by, assessment, [], world.RecheckInterval);
        var opened = new CaseEvent.Opened(reference, by, location, reason, exam, world.ClockCorrection);
        var turn = new CaseTurn(CaseFold.Begin(opened, now), now, world);
        LadderClimb.StartIfNeeded(turn, notReexamined: false);
        var rest = turn.Result();
        return rest with { Events = [opened, .. rest.Events] };
    }

    /// <summary>Tells a case something.</summary>
    public static CaseChange Apply(Case @case, CaseInput input, DateTimeOffset now, CaseWorld world)
    {
        var turn = new CaseTurn(@case, now, world);
        if (world.ClockCorrection - @case.ClockCorrection is var corrected && corrected != TimeSpan.Zero)
        {
            turn.Happen(new CaseEvent.ClockCorrected(corrected));
            @case = turn.Case;
        }

        if (input is CaseInput.Act act && (@case.IsOpen || act is CaseInput.Reopen) && act.Revision != @case.Revision)
        {
            return turn.Result(PressAnswer.OutOfDate);
        }

        switch (input)
        {
            case CaseInput.Press press:
                return turn.Result(CardActions.Apply(turn, press));
            case CaseInput.Reopen reopen when !@case.IsOpen:
                Reopen(turn, reopen.By);
                break;
            case CaseInput.Refuse refuse:
                Deliveries.Refuse(turn, refuse);
                break;
            case CaseInput.Deliver deliver:
                Deliveries.Confirm(turn, deliver);
                break;
            case CaseInput.Tick when @case.IsOpen:
                Advance(turn);
                break;
            case CaseInput.Assess assess when @case.IsOpen:
                NewExam.Apply(turn, assess);
                break;
            case CaseInput.Withdraw withdraw when @case.IsOpen && @case.Exams.Count > 1 && @case.Current.Id == withdraw.ExamId:
                NewExam.Withdraw(turn, withdraw.By);
                break;
            case CaseInput.Locate locate when @case.IsOpen && locate.Location != @case.Location:
                turn.Happen(new CaseEvent.Located(locate.By, locate.Location));
                break;
            case CaseInput.Void voided when @case.IsOpen:
                turn.CallOff(voided.By, ThreadNotice.Voided);
                turn.Happen(new CaseEvent.Voided(voided.By));
                turn.Tell(RequesterNotice.Voided);
                break;
            case CaseInput.Move moved when @case.IsOpen && moved.Into != @case.Reference:
                turn.CallOff(moved.By, ThreadNotice.Moved);
                turn.Happen(new CaseEvent.Moved(moved.By, moved.Into));
                turn.Tell(RequesterNotice.Moved);
                break;
            default:
                return turn.Result(@case.IsOpen ? PressAnswer.NotNow : PressAnswer.Over);
        }

        return turn.Result();
    }

    /// <summary>Advice first: it may raise the ladder that is then climbed.</summary>
    private static void Advance(CaseTurn turn)
    {
        AdviceWatch.Advance(turn);
        Deliveries.LookAfter(turn);
        IReadOnlyList<Attendance> late = [.. Responders.Of(turn.Case).Where(each => each.Until <= turn.Now)];
        foreach (var each in late)
        {
            turn.Happen(new CaseEvent.EtaLapsed(each.By));
        }

        if (late.Count > 0)
        {
            turn.Tell(RequesterNotice.CallingOn);
        }

        // Before the next step: a machine that slept through both must not leave anybody out.
        WithinStep.SendSecondIfDue(turn);
        LadderClimb.FireIfDue(turn);
        WithinStep.AlertAgainIfDue(turn);
        MilestoneWatch.TellIfDue(turn);
    }

    private static void Reopen(CaseTurn turn, Actor by)
    {
        var calledOff = turn.Case.Run is not null;
        turn.Happen(new CaseEvent.Reopened(by));
        turn.Tell(RequesterNotice.Reopened);
        if (calledOff)
        {
            turn.Tell(ThreadNotice.Reopened);
        }

        // What ran out meanwhile is caught up with; an escalation starts anew.
        AdviceWatch.Advance(turn);
        LadderClimb.StartIfNeeded(turn, notReexamined: turn.Case.Advice.StaleSince is not null);
    }
}
