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
    /// <param name="clockCorrection">What the clock has been corrected by until now, all corrections together.</param>
    public static Overdue? Check(
        IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset now, TimeSpan slack, TimeSpan clockCorrection = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        events = ClockShift.Of(events, clockCorrection);
        return IsOver(events) ? null : FirstLate(events, now - slack) ?? Clock(events, now + slack);
    }

    /// <summary>What will be overdue first if nothing happens; null when nothing ever will.</summary>
    /// <param name="events">The whole record of one case, in order.</param>
    /// <param name="clockCorrection">What the clock has been corrected by until now, all corrections together.</param>
    public static Overdue? Next(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, TimeSpan clockCorrection = default)
    {
        events = ClockShift.Of(events, clockCorrection);
        Overdue? first = null;
        for (var due = IsOver(events) ? null : FirstLate(events, DateTimeOffset.MaxValue); due is not null; due = FirstLate(events, due.DueAt))
        {
            first = due;
        }

        return first;
    }

    /// <summary>
    /// What now cannot be before, unless a clock was wrong: the last event, and what is due without the longest wait there is. Null without any
    /// event.
    /// </summary>
    /// <param name="events">The whole record of one case, in order.</param>
    /// <param name="clockCorrection">What the clock has been corrected by until now, all corrections together.</param>
    public static DateTimeOffset? NotBefore(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, TimeSpan clockCorrection = default)
    {
        events = ClockShift.Of(events, clockCorrection);
        return events.Count == 0 ? null : events.Select(each => each.At).Append(EarliestNow(events) ?? events[^1].At).Max();
    }

    private static bool IsOver(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events) =>
        events.Count == 0 || events.LastOrDefault(each => IsEndOrReturn(each.Event)).Event is CaseEvent.Closed or CaseEvent.Voided or CaseEvent.Moved;

    private static Overdue? FirstLate(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest) =>
        Attention(events, latest) ?? Messages(events, latest) ?? Milestones(events, latest) ?? AdviceOf(events, latest);

    /// <summary>
    /// An event of the future, or a wait longer than any there is: the clock was wrong when it was written, and what is due because of it
    /// would come much too late.
    /// </summary>
    private static Overdue? Clock(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latestNow)
    {
        var last = events.Max(each => each.At);
        return last > latestNow ? new Overdue(OverdueKind.EventInFuture, last)
            : EarliestNow(events) is { } due && due > latestNow ? new Overdue(OverdueKind.DueTooFar, due)
            : null;
    }

    /// <summary>What is due for the person who has the case, or the next step, less the longest wait that leads there; null when nothing waits.</summary>
    private static DateTimeOffset? EarliestNow(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events)
    {
        var attention = LastIndex(events, each => each is CaseEvent.StepFired or CaseEvent.Acknowledged or CaseEvent.TakenOver
            or CaseEvent.ArrivedAtBedside or CaseEvent.EscalationStopped);
        DateTimeOffset? due = attention < 0 ? null : events[attention].Event switch
        {
            CaseEvent.StepFired fired => fired.NextAt,
            CaseEvent.Acknowledged acknowledged => acknowledged.Until,
            CaseEvent.TakenOver taken => taken.Until,
            _ => null,
        };
        return due - events.Select(each => each.Event).OfType<CaseEvent.EscalationStarted>()
            .SelectMany(started => started.Ladder.Steps.Select(step => step.Wait).Append(started.Ladder.FinalEvery))
            .Append(TimeSpan.FromMinutes(CaseMachine.EtaMinutes.Max())).Max();
    }

    private static bool IsEndOrReturn(CaseEvent each) => each is CaseEvent.Closed or CaseEvent.Voided or CaseEvent.Moved or CaseEvent.Reopened;

    private static Overdue? Attention(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        var at = LastIndex(events, each => each is CaseEvent.EscalationStarted or CaseEvent.EscalationStopped or CaseEvent.Acknowledged or CaseEvent.TakenOver
            or CaseEvent.ArrivedAtBedside or CaseEvent.HandedBack or CaseEvent.EtaLapsed or CaseEvent.Reopened or CaseEvent.Opened);
        if (TooLow(events, at, latest) is { } tooLow)
        {
            return tooLow;
        }

        if (events[at].Event is CaseEvent.EscalationStopped or CaseEvent.Reopened or CaseEvent.Opened)
        {
            return null;
        }

        var answered = Answered(events);
        return Late(OverdueKind.EtaNotLapsed, Responders.Of(answered).Min(each => each.Until), latest)
            ?? (Responders.Open(answered).Count == 0 ? null : Late(OverdueKind.StepNotFired, StepDue(events, LastIndex(events, IsCalledOn)), latest)
                ?? Second(events, latest));
    }

    /// <summary>What a ladder goes on at once after.</summary>
    private static bool IsCalledOn(CaseEvent each) =>
        each is CaseEvent.EscalationStarted or CaseEvent.HandedBack or CaseEvent.EtaLapsed or CaseEvent.RoleAdded or CaseEvent.EscalatedNow
            or CaseEvent.Declined;

    /// <summary>The case by its record, for who has answered; its times are moved already.</summary>
    private static Case Answered(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events) =>
        CaseFold.Of(events.Where(each => each.Event is not CaseEvent.ClockCorrected));

    /// <summary>The last step should have gone out by the second medium too.</summary>
    private static Overdue? Second(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        var start = LastIndex(events, each => each is CaseEvent.EscalationStarted);
        var step = LastIndex(events, each => each is CaseEvent.StepFired);
        if (step < start || ((CaseEvent.EscalationStarted)events[start].Event).Ladder.SecondAfter is not { } after)
        {
            return null;
        }

        var most = (StepDue(events, start) - events[step].At) * 5 / 6;
        var due = events[step].At + (after < most ? after : most);
        return events.Skip(step).Any(each => each.Event is CaseEvent.SecondSent && each.At >= due) ? null : Late(OverdueKind.SecondNotSent, due, latest);
    }

    /// <summary>The escalation that should be under way is not, or one of a lower urgency is.</summary>
    private static Overdue? TooLow(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, int attention, DateTimeOffset latest)
    {
        var needed = ExamOf(events, out var since).Decision.Urgency;
        var expired = LastIndex(events, each => each is CaseEvent.AdviceExpired);
        var unanswered = LastIndex(events, each => each is CaseEvent.RecheckUnanswered);
        if (expired > since && unanswered > expired && ((CaseEvent.AdviceExpired)events[expired].Event).IfUnchanged is var risen && risen > needed)
        {
            (needed, since) = (risen, unanswered);
        }

        var idle = events[attention].Event is CaseEvent.Opened or CaseEvent.EscalationStopped or CaseEvent.Reopened;
        var start = LastIndex(events, each => each is CaseEvent.EscalationStarted);
        var called = idle || start < 0 ? Urgency.Recovered : ((CaseEvent.EscalationStarted)events[start].Event).Urgency;
        return needed >= Urgency.Urgent && needed > called
            ? Late(OverdueKind.NotEscalated, events[idle ? Math.Max(since, attention) : since].At, latest)
            : null;
    }

    /// <summary>Messages not known to have arrived, though it is time to know.</summary>
    private static Overdue? Messages(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        // The first since one arrived: that it is said again and again must not move the time.
        var arrived = LastIndex(events, each => each is CaseEvent.Delivered { Call: CallIds.Requester });
        if (events.Skip(arrived + 1).Select(each => each.Event).OfType<CaseEvent.ToldToPhone>().FirstOrDefault() is { } told
            && Late(OverdueKind.RequesterNotTold, told.ConfirmBy, latest) is { } untold)
        {
            return untold;
        }

        var step = LastIndex(events, each => each is CaseEvent.StepFired);
        var isAnswered = events.Skip(Math.Max(step, 0)).Any(each => each.Event is CaseEvent.Acknowledged or CaseEvent.TakenOver or CaseEvent.ArrivedAtBedside);
        if (step < 0 || events.Skip(step).Any(each => each.Event is CaseEvent.EscalationStopped)
            || (isAnswered && Responders.Open(Answered(events)).Count == 0))
        {
            return null;
        }

        var fired = (CaseEvent.StepFired)events[step].Event;
        var settled = events.Skip(step).Select(each => each.Event switch
        {
            CaseEvent.Delivered delivered => delivered.Call,
            CaseEvent.Refused refused => refused.Call,
            CaseEvent.Unconfirmed late => late.Call,
            _ => null,
        }).ToHashSet();
        return fired.Calls.Any(call => !settled.Contains(call.Id)) ? Late(OverdueKind.DeliveryNotWatched, fired.ConfirmBy, latest) : null;
    }

    /// <summary>A target of the frozen ladder has passed, a person has the case, and no one was told.</summary>
    private static Overdue? Milestones(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset latest)
    {
        var start = LastIndex(events, each => each is CaseEvent.EscalationStarted or CaseEvent.EscalationStopped or CaseEvent.Reopened);
        if (start < 0 || events[start].Event is not CaseEvent.EscalationStarted { Ladder.Targets: { } targets }
            || Responders.Of(Answered(events)) is not { Count: > 0 } answered)
        {
            return null;
        }

        var since = answered.Min(each => each.Since);
        return targets.Where(target => !events.Any(each => each.Event is CaseEvent.MilestoneReached reached && reached.What == target.What))
            .Select(target => events.Skip(start).Select(each => each.Event).OfType<CaseEvent.MilestoneOverdue>().LastOrDefault(each => each.What == target.What)
                is { } told ? told.NextAt : events[start].At + target.Within)
            .Select(due => Late(OverdueKind.MilestoneNotTold, due < since ? since : due, latest)).OfType<Overdue>()
            .MinBy(each => each.DueAt);
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
            return Late(OverdueKind.AdviceNotExpired, exam.Decision.ValidUntil, latest)
                ?? Late(OverdueKind.RecheckNotAsked, AskedAgain(events, examined) ?? CaseFold.AdviceOf(exam).RecheckAt, latest);
        }

        var expired = (CaseEvent.AdviceExpired)events[at].Event;
        var unanswered = events.Skip(at).Any(each => each.Event is CaseEvent.RecheckUnanswered);
        return (unanswered ? null : Late(OverdueKind.RecheckNotEscalated, expired.EscalateAt, latest))
            ?? Late(OverdueKind.AdviceNotExpired, expired.ExpiresAt, latest)
            ?? Late(OverdueKind.RecheckNotAsked, AskedAgain(events, at) ?? expired.RecheckAt, latest);
    }

    /// <summary>When to look again after the last time that was asked for; null when it was not.</summary>
    private static DateTimeOffset? AskedAgain(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, int since) =>
        LastIndex(events, each => each is CaseEvent.RecheckAsked) is var at && at > since ? ((CaseEvent.RecheckAsked)events[at].Event).NextAt
            ?? DateTimeOffset.MaxValue : null;

    /// <summary>The exam that counts, and since which event it does.</summary>
    private static Exam ExamOf(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, out int since)
    {
        var exams = new Stack<Exam>();
        since = 0;
        for (var at = 0; at < events.Count; at++)
        {
            switch (events[at].Event)
            {
                case CaseEvent.Opened opened:
                    exams.Push(opened.Exam);
                    break;
                case CaseEvent.Assessed assessed:
                    if (assessed.Replaces)
                    {
                        exams.Pop();
                    }

                    exams.Push(assessed.Exam);
                    since = at;
                    break;
                case CaseEvent.Withdrawn:
                    exams.Pop();
                    since = at;
                    break;
            }
        }

        return exams.Peek();
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
