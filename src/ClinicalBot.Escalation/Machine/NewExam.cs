using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>A newer exam. It resets everything that waited for one, and raises or ends the escalation; it never does so unseen.</summary>
internal static class NewExam
{
    public static void Apply(CaseTurn turn, CaseInput.Assess input)
    {
        var @case = turn.Case;
        var replaces = @case.Current.Id == input.ExamId;
        IReadOnlyList<Assessment> earlier = [.. @case.Exams.SkipLast(replaces ? 1 : 0).Select(exam => exam.Assessment)];
        turn.Happen(new CaseEvent.Assessed(Exam.Of(input.ExamId, input.By, input.Assessment, earlier, turn.World.RecheckInterval), replaces));
        Follow(turn, input.By);
        turn.Tell(RequesterNotice.ExaminedAgain);
    }

    public static void Withdraw(CaseTurn turn, Actor by)
    {
        turn.Happen(new CaseEvent.Withdrawn(by));
        // What ran out meanwhile is caught up with.
        AdviceWatch.Advance(turn);
        Follow(turn, by);
    }

    private static void Follow(CaseTurn turn, Actor by)
    {
        if (turn.Case.Urgency >= Urgency.Urgent)
        {
            LadderClimb.StartIfNeeded(turn, notReexamined: turn.Case.Advice.StaleSince is not null);
        }
        else if (turn.Case.Status != CaseStatus.Watching)
        {
            turn.CallOff(by, ThreadNotice.NoLongerEscalating);
            turn.Happen(new CaseEvent.EscalationStopped());
        }
    }
}
