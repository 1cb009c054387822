using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>A newer exam. It resets everything that waited for one, and raises or ends the escalation; it never does so unseen.</summary>
internal static class Examined
{
    public static void Apply(CaseTurn turn, CaseInput.Assess input)
    {
        var @case = turn.Case;
        var replaces = @case.Current.Id == input.ExamId;
        IReadOnlyList<Assessment> earlier = [.. @case.Exams.SkipLast(replaces ? 1 : 0).Select(exam => exam.Assessment)];
        var decision = DecisionRecord.Of(input.Assessment, earlier, turn.World.RecheckInterval);
        turn.Happen(new CaseEvent.Assessed(new Exam(input.ExamId, input.By, input.Assessment, decision), replaces));
        if (decision.Urgency >= Urgency.Urgent)
        {
            LadderClimb.StartIfNeeded(turn, notReexamined: false);
        }
        else if (turn.Case.Status != CaseStatus.Watching)
        {
            turn.CallOff(input.By, ThreadNotice.NoLongerEscalating);
            turn.Happen(new CaseEvent.EscalationStopped());
        }

        turn.Tell(RequesterNotice.ExaminedAgain);
    }
}
