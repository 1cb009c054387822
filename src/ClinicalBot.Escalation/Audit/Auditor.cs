using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>
/// Looks at what happened to a case and says what should have happened by now and did not. It reads the record only and works out every
/// due time anew, so that a slip in the ladder's own bookkeeping cannot hide itself.
/// </summary>
public static class Auditor
{
    /// <summary>The first thing that is overdue; null when the case is as it should be.</summary>
    /// <param name="events">The whole record of one case, in order.</param>
    /// <param name="now">Care clock.</param>
    /// <param name="slack">How late anything may be.</param>
    public static Overdue? Check(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset now, TimeSpan slack)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0 || events.LastOrDefault(each => IsEndOrReturn(each.Event)).Event is CaseEvent.Closed or CaseEvent.Voided)
        {
            return null;
        }

        var latest = now - slack;
        return Attention(events, latest) ?? AdviceOf(events, latest);
    }

    private static bool IsEndOrReturn(CaseEvent each) => each is CaseEvent.Closed or CaseEvent.Voided or CaseEvent.Reopened;

    private static Overdue? Attention(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        var at = LastIndex(events, each => each is CaseEvent.EscalationStarted or CaseEvent.EscalationStopped or CaseEvent.Acknowledged or CaseEvent.TakenOver
            or CaseEvent.ArrivedAtBedside or CaseEvent.HandedBack or CaseEvent.EtaLapsed or CaseEvent.Reopened or CaseEvent.Opened);
        return events[at].Event switch
        {
            CaseEvent.Acknowledged { Until: var until } => Late(OverdueKind.EtaNotLapsed, until, latest),
            CaseEvent.TakenOver { Until: var until } => Late(OverdueKind.EtaNotLapsed, until, latest),
            CaseEvent.ArrivedAtBedside => null,
            CaseEvent.EscalationStarted or CaseEvent.HandedBack or CaseEvent.EtaLapsed => Late(OverdueKind.StepNotFired, StepDue(events, at), latest),
            _ => ExamOf(events, out var examined).Decision.Urgency >= Urgency.Urgent
                ? Late(OverdueKind.NotEscalated, events[Math.Max(examined, at)].At, latest)
                : null,
        };
    }

    /// <summary>From the frozen ladder and the last step sent, not from the time the ladder noted for itself.</summary>
    private static DateTimeOffset StepDue(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, int since)
    {
        var start = LastIndex(events, each => each is CaseEvent.EscalationStarted);
        var ladder = ((CaseEvent.EscalationStarted)events[start].Event).Ladder;
        var step = LastIndex(events, each => each is CaseEvent.StepFired);
        if (step < since)
        {
            return events[since].At;
        }

        var exhausted = events.Skip(start).Any(each => each.Event is CaseEvent.LadderExhausted);
        var fired = (CaseEvent.StepFired)events[step].Event;
        return events[step].At + (exhausted ? ladder.FinalEvery : ladder.Steps[fired.Step].Wait);
    }

    private static Overdue? AdviceOf(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        var exam = ExamOf(events, out var examined);
        var at = LastIndex(events, each => each is CaseEvent.AdviceExpired);
        if (at < examined)
        {
            return Late(OverdueKind.AdviceNotExpired, exam.Decision.ValidUntil, latest);
        }

        var expired = (CaseEvent.AdviceExpired)events[at].Event;
        var unanswered = events.Skip(at).Any(each => each.Event is CaseEvent.RecheckUnanswered);
        return (unanswered ? null : Late(OverdueKind.RecheckNotEscalated, expired.EscalateAt, latest))
            ?? Late(OverdueKind.AdviceNotExpired, expired.ExpiresAt, latest);
    }

    private static Exam ExamOf(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, out int index)
    {
        index = LastIndex(events, each => each is CaseEvent.Opened or CaseEvent.Assessed);
        return events[index].Event is CaseEvent.Assessed assessed ? assessed.Exam : ((CaseEvent.Opened)events[index].Event).Exam;
    }

    private static Overdue? Late(OverdueKind kind, DateTimeOffset? due, DateTimeOffset latest) =>
        due is { } at && at < latest ? new Overdue(kind, at) : null;

    private static int LastIndex(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, Func<CaseEvent, bool> wanted)
    {
        var at = events.Count - 1;
        while (at >= 0 && !wanted(events[at].Event))
        {
            at--;
        }

        return at;
    }
}

/// <summary>Something that did not happen in time.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When it should have.</param>
public sealed record Overdue(OverdueKind Kind, DateTimeOffset DueAt);

/// <summary>What did not happen in time.</summary>
public enum OverdueKind
{
    /// <summary>An urgent case has no escalation.</summary>
    NotEscalated,

    /// <summary>A step of the ladder.</summary>
    StepNotFired,

    /// <summary>The end of a promised time of arrival.</summary>
    EtaNotLapsed,

    /// <summary>The end of the advice.</summary>
    AdviceNotExpired,

    /// <summary>The escalation of an unanswered recheck.</summary>
    RecheckNotEscalated,
}
