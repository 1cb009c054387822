using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>What events make of a case. The only place that changes one, so that its row can always be rebuilt from its record.</summary>
public static class CaseFold
{
    // Enough for every step of two rounds; a final step that is repeated for days does not make its case grow.
    private const int EarlierCallsKept = 40;

    /// <summary>The case after its first event.</summary>
    public static Case Begin(CaseEvent.Opened opened, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new Case
        {
            Reference = opened.Reference,
            OpenedAt = at,
            RequestedBy = opened.By,
            Location = opened.Location,
            Exams = [opened.Exam],
            Advice = AdviceOf(opened.Exam),
            Revision = 1,
            Length = 1,
        };
    }

    /// <summary>The case after one more event.</summary>
    public static Case Apply(Case @case, CaseEvent happened, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var next = Change(@case, happened, at);
        return next with { Length = @case.Length + 1, Revision = @case.Revision + (MovesRevision(happened) ? 1 : 0) };
    }

    /// <summary>The case after all its events, in order.</summary>
    public static Case Of(IEnumerable<(CaseEvent Event, DateTimeOffset At)> events) => events.Aggregate(
        (Case?)null,
        (@case, next) => @case is null ? Begin((CaseEvent.Opened)next.Event, next.At) : Apply(@case, next.Event, next.At))
        ?? throw new ArgumentException("A case has at least one event.", nameof(events));

    /// <summary>How long an exam's advice holds, and when to look again before that.</summary>
    internal static Advice AdviceOf(Exam exam) => new()
    {
        ExpiresAt = exam.Decision.ValidUntil,
        RecheckAt = RecheckAfter(exam, exam.Decision.Urgency, exam.Assessment.AssessedAt),
    };

    /// <summary>The next look while the straight-leg raise is not known to be possible; an emergency is not rechecked but attended.</summary>
    internal static DateTimeOffset? RecheckAfter(Exam exam, Urgency urgency, DateTimeOffset at) =>
        exam.Assessment.StraightLegRaise != StraightLegRaise.Able && urgency is > Urgency.Recovered and < Urgency.Emergency
            ? at + exam.Decision.RecheckInterval
            : null;

    private static bool MovesRevision(CaseEvent happened) => happened is
        CaseEvent.Assessed or CaseEvent.EscalationStarted or CaseEvent.EscalationStopped or CaseEvent.Acknowledged or CaseEvent.TakenOver
        or CaseEvent.ArrivedAtBedside or CaseEvent.HandedBack or CaseEvent.EtaLapsed or CaseEvent.Closed or CaseEvent.Reopened or CaseEvent.Voided;

    private static Case Change(Case @case, CaseEvent happened, DateTimeOffset at) => happened switch
    {
        CaseEvent.Located located => @case with { Location = located.Location },
        CaseEvent.Assessed assessed => @case with
        {
            Exams = [.. assessed.Replaces ? @case.Exams.SkipLast(1) : @case.Exams, assessed.Exam],
            Advice = AdviceOf(assessed.Exam),
        },
        CaseEvent.EscalationStarted started => @case with
        {
            Status = CaseStatus.Calling,
            Attendance = null,
            Run = new LadderRun
            {
                Urgency = started.Urgency,
                Ladder = started.Ladder,
                NotReexamined = started.NotReexamined,
                StartedAt = at,
                DueAt = at,
                Because = StepReason.Started,
            },
        },
        CaseEvent.EscalationStopped => @case with { Status = CaseStatus.Watching, Attendance = null, Run = Rest(@case.Run) },
        CaseEvent.StepFired fired => WithRun(@case, run => run with
        {
            Round = fired.Round,
            Step = fired.Step,
            Calls = fired.Calls,
            EarlierCalls = [.. run.EarlierCalls.Concat(run.Calls).TakeLast(EarlierCallsKept)],
            DueAt = fired.NextAt,
            Because = StepReason.NoAnswer,
        }),
        CaseEvent.Hurried => WithRun(@case, run => run with { DueAt = at, Because = StepReason.NotDelivered }),
        CaseEvent.Delivered delivered => WithRun(@case, run => Mark(run, delivered.Call, CallState.Delivered)),
        CaseEvent.Refused refused => WithRun(@case, run => Refuse(run, refused.Call)),
        CaseEvent.LadderExhausted => WithRun(@case, run => run with { IsExhausted = true }),
        CaseEvent.ToldToPhone => @case with { ToldToPhoneAt = at },
        CaseEvent.Acknowledged acknowledged => Held(@case, CaseStatus.Acknowledged, new Attendance(acknowledged.By, at, acknowledged.Until)),
        CaseEvent.TakenOver taken => Held(@case, CaseStatus.Acknowledged, new Attendance(taken.By, at, taken.Until)),
        CaseEvent.ArrivedAtBedside arrived => Held(@case, CaseStatus.Attended, new Attendance(arrived.By, at, Until: null)),
        CaseEvent.HandedBack => CallAgain(@case, at, StepReason.HandedBack),
        CaseEvent.EtaLapsed => CallAgain(@case, at, StepReason.EtaLapsed),
        CaseEvent.AdviceExpired expired => @case with
        {
            Advice = new Advice
            {
                ExpiresAt = expired.ExpiresAt,
                EscalateAt = expired.EscalateAt,
                RecheckAt = expired.RecheckAt,
                IfUnchanged = expired.IfUnchanged,
                StaleSince = @case.Advice.StaleSince ?? at,
            },
        },
        CaseEvent.RecheckAsked asked => @case with { Advice = @case.Advice with { RecheckAt = asked.NextAt } },
        CaseEvent.RecheckUnanswered => @case with { Advice = @case.Advice with { EscalateAt = null } },
        CaseEvent.Closed closed => @case with { Status = CaseStatus.Closed, Outcome = closed.Outcome, Run = Rest(@case.Run) },
        CaseEvent.Voided => @case with { Status = CaseStatus.Voided, Run = Rest(@case.Run) },
        CaseEvent.Reopened => @case with { Status = CaseStatus.Watching, Outcome = null, Attendance = null, Run = null },
        CaseEvent.Opened => throw new ArgumentException("A case opens once.", nameof(happened)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Case Held(Case @case, CaseStatus status, Attendance by) =>
        @case with { Status = status, Attendance = by, Run = Rest(@case.Run) };

    private static Case CallAgain(Case @case, DateTimeOffset at, StepReason because) =>
        WithRun(@case with { Status = CaseStatus.Calling, Attendance = null }, run => run with { DueAt = at, Because = because });

    private static Case WithRun(Case @case, Func<LadderRun, LadderRun> change) =>
        @case.Run is { } run ? @case with { Run = change(run) } : @case;

    private static LadderRun? Rest(LadderRun? run) => run is null ? null : run with { DueAt = null };

    private static LadderRun Refuse(LadderRun run, string id) => run.Find(id) is { } call
        ? Mark(run, id, CallState.Refused) with { Unreachable = [.. run.Unreachable.Append(call.Address).Distinct()] }
        : run;

    private static LadderRun Mark(LadderRun run, string id, CallState state) =>
        run with { Calls = Mark(run.Calls, id, state), EarlierCalls = Mark(run.EarlierCalls, id, state) };

    private static IReadOnlyList<Call> Mark(IReadOnlyList<Call> calls, string id, CallState state) =>
        [.. calls.Select(call => call.Id == id ? call with { State = state } : call)];
}
