namespace ClinicalBot.Escalation;

/// <summary>Moves times along with a clock that was corrected, so that what has passed, and what is left of every wait, stays what it was.</summary>
public static class ClockShift
{
    /// <summary>A case with all its times moved.</summary>
    public static Case Of(Case @case, TimeSpan by)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case with
        {
            ClockCorrection = @case.ClockCorrection + by,
            OpenedAt = @case.OpenedAt + by,
            Exams = [.. @case.Exams.Select(exam => Of(exam, by))],
            Attendance = @case.Attendance is { } there ? Of(there, by) : null,
            Others = @case.Others is { } others ? [.. others.Select(each => Of(each, by))] : null,
            Run = @case.Run is { } run
                ? run with { StartedAt = run.StartedAt + by, DueAt = run.DueAt + by, ConfirmBy = run.ConfirmBy + by, AlertAt = run.AlertAt + by,
                    SecondAt = run.SecondAt + by }
                : null,
            Milestones = @case.Milestones is { } done ? [.. done.Select(each => each with { At = each.At + by })] : null,
            Overdue = @case.Overdue is { } late ? [.. late.Select(each => each with { At = each.At + by, NextAt = each.NextAt + by })] : null,
            ToldToPhoneAt = @case.ToldToPhoneAt + by,
            PhoneConfirmBy = @case.PhoneConfirmBy + by,
            Advice = @case.Advice with
            {
                ExpiresAt = @case.Advice.ExpiresAt + by,
                RecheckAt = @case.Advice.RecheckAt + by,
                StaleSince = @case.Advice.StaleSince + by,
                EscalateAt = @case.Advice.EscalateAt + by,
            },
        };
    }

    /// <summary>Events as they are meant now, after every correction.</summary>
    /// <param name="events">The whole record of one case, in order.</param>
    /// <param name="correction">What the clock has been corrected by until now, all corrections together.</param>
    public static IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> Of(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, TimeSpan correction)
    {
        ArgumentNullException.ThrowIfNull(events);
        var moved = new (CaseEvent Event, DateTimeOffset At)[events.Count];
        var known = events.Sum(each => each.Event switch
        {
            CaseEvent.Opened opened => opened.ClockCorrection.Ticks,
            CaseEvent.ClockCorrected corrected => corrected.By.Ticks,
            _ => 0,
        });
        var by = correction - TimeSpan.FromTicks(known);
        for (var at = events.Count - 1; at >= 0; at--)
        {
            moved[at] = (Of(events[at].Event, by), events[at].At + by);
            by += events[at].Event is CaseEvent.ClockCorrected corrected ? corrected.By : TimeSpan.Zero;
        }

        return moved;
    }

    private static CaseEvent Of(CaseEvent happened, TimeSpan by) => happened switch
    {
        CaseEvent.Opened opened => opened with { Exam = Of(opened.Exam, by) },
        CaseEvent.Assessed assessed => assessed with { Exam = Of(assessed.Exam, by) },
        CaseEvent.StepFired fired => fired with { NextAt = fired.NextAt + by, ConfirmBy = fired.ConfirmBy + by },
        CaseEvent.AlertedAgain again => again with { NextAt = again.NextAt + by },
        CaseEvent.ToldToPhone told => told with { ConfirmBy = told.ConfirmBy + by },
        CaseEvent.Acknowledged acknowledged => acknowledged with { Until = acknowledged.Until + by },
        CaseEvent.TakenOver taken => taken with { Until = taken.Until + by },
        CaseEvent.AdviceExpired expired => expired with { ExpiresAt = expired.ExpiresAt + by, EscalateAt = expired.EscalateAt + by,
            RecheckAt = expired.RecheckAt + by },
        CaseEvent.MilestoneOverdue late => late with { NextAt = late.NextAt + by },
        CaseEvent.RecheckAsked asked => asked with { NextAt = asked.NextAt + by },
        _ => happened,
    };

    private static Attendance Of(Attendance there, TimeSpan by) => there with { Since = there.Since + by, Until = there.Until + by };

    private static Exam Of(Exam exam, TimeSpan by) => exam with
    {
        Assessment = exam.Assessment with { BlockTime = exam.Assessment.BlockTime + by, AssessedAt = exam.Assessment.AssessedAt + by },
        Decision = exam.Decision with { ValidUntil = exam.Decision.ValidUntil + by },
    };
}
