using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Advice that ends is re-evaluated and a recheck asked for; unanswered, what has become urgent escalates.</summary>
internal static class AdviceWatch
{
    public static void Advance(CaseTurn turn)
    {
        if (turn.Case.Advice.ExpiresAt <= turn.Now)
        {
            Expire(turn);
        }

        if (turn.Case.Advice.EscalateAt <= turn.Now)
        {
            turn.Happen(new CaseEvent.RecheckUnanswered());
            var before = turn.Case.Revision;
            LadderClimb.StartIfNeeded(turn, notReexamined: true);
            if (turn.Case.Revision != before)
            {
                turn.Tell(RequesterNotice.NotReexamined);
            }
        }

        if (turn.Case.Advice.RecheckAt <= turn.Now)
        {
            turn.Happen(new CaseEvent.RecheckAsked(CaseFold.RecheckAfter(turn.Case.Current, turn.Case.Urgency, turn.Now)));
            turn.Tell(RequesterNotice.Recheck);
        }
    }

    private static void Expire(CaseTurn turn)
    {
        var exam = turn.Case.Current;
        var settings = RulesSettings.Default with { RecheckInterval = exam.Decision.RecheckInterval };
        var earlier = turn.Case.Exams.SkipLast(1).Select(each => each.Assessment).ToList();
        var now = RulesCore.ReevaluateAt(exam.Assessment, turn.Now, earlier, settings);
        DateTimeOffset? escalateAt = now.Urgency < Urgency.Urgent ? null
            : turn.Case.Advice.EscalateAt is { } sooner ? sooner
            : turn.Now + turn.World.RecheckGrace;
        turn.Happen(new CaseEvent.AdviceExpired(now.Urgency, now.ValidUntil, escalateAt, CaseFold.RecheckAfter(exam, now.Urgency, turn.Now)));
        turn.Tell(RequesterNotice.AdviceExpired);
    }
}
