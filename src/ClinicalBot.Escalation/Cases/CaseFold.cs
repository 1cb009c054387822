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
            ClockCorrection = opened.ClockCorrection,
            IsDrill = opened.Reason == OpeningReason.Drill,
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
        CaseEvent.Assessed or CaseEvent.Withdrawn or CaseEvent.EscalationStarted or CaseEvent.EscalationStopped or CaseEvent.Acknowledged or CaseEvent.TakenOver
        or CaseEvent.ArrivedAtBedside or CaseEvent.HandedBack or CaseEvent.EtaLapsed or CaseEvent.Closed or CaseEvent.Reopened or CaseEvent.Voided
        or CaseEvent.Moved or CaseEvent.EscalatedNow or CaseEvent.RoleAdded;

    private static Case Change(Case @case, CaseEvent happened, DateTimeOffset at) => happened switch
    {
        CaseEvent.Located located => @case with { Location = located.Location },
        CaseEvent.Assessed assessed => @case with
        {
            Exams = [.. assessed.Replaces ? @case.Exams.SkipLast(1) : @case.Exams, assessed.Exam],
            Advice = AdviceOf(assessed.Exam),
        },
        CaseEvent.Withdrawn => @case with { Exams = [.. @case.Exams.SkipLast(1)], Advice = AdviceOf(@case.Exams[^2]) },
        CaseEvent.EscalationStarted started => @case with
        {
            Status = CaseStatus.Calling,
            Attendance = null,
            Others = null,
            Overdue = null,
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
        CaseEvent.EscalationStopped => @case with { Status = CaseStatus.Watching, Attendance = null, Others = null, Run = Rest(@case.Run) },
        CaseEvent.StepFired fired => WithRun(@case, run => run with
        {
            Round = fired.Round,
            Step = fired.Step,
            Calls = fired.Calls,
            EarlierCalls = [.. run.EarlierCalls.Concat(run.Calls).TakeLast(EarlierCallsKept)],
            DueAt = fired.NextAt,
            ConfirmBy = fired.Calls.Count > 0 ? fired.ConfirmBy : null,
            Because = StepReason.NoAnswer,
            AlertAt = !run.IsExhausted && run.Ladder.AlertEvery is { } every && at + every < fired.NextAt ? at + every : null,
            SecondAt = SecondAt(run.Ladder, at, fired.NextAt),
        }),
        CaseEvent.MilestoneReached reached => @case with { Milestones =
            [.. (@case.Milestones ?? []).Append(new ReachedMilestone(reached.What, at, reached.By))],
            Overdue = Without(@case.Overdue, reached.What) },
        CaseEvent.MilestoneOverdue late => @case with { Overdue =
            [.. Without(@case.Overdue, late.What) ?? [], Told(@case.Overdue?.FirstOrDefault(each => each.What == late.What), late, at)] },
        CaseEvent.FeedbackGiven given => @case with { Feedback =
            [.. (@case.Feedback ?? []).Where(each => each.Exam != given.Exam || each.By.Id != given.By.Id)
                .Append(new GivenFeedback(given.Exam, given.What, given.By))] },
        CaseEvent.AlertedAgain again => WithRun(@case, run => run with { AlertAt = again.NextAt }),
        CaseEvent.SecondSent second => WithRun(@case, run => run with
        {
            Calls = [.. run.Calls.Select(call => second.Calls.Contains(call.Id) ? call with { Second = CallState.Sent } : call)],
            EarlierCalls = [.. run.EarlierCalls.Select(call => second.Calls.Contains(call.Id) ? call with { Second = CallState.Sent } : call)],
            SecondAt = at < run.SecondAt ? run.SecondAt : null,
        }),
        CaseEvent.EscalatedNow => WithRun(@case, run => run with { DueAt = at, Because = StepReason.EscalatedNow }),
        CaseEvent.RoleAdded added => Responders.Settle(WithRun(@case, run => run with
        {
            Added = [.. (run.Added ?? []).Append(added.Role)],
            DueAt = at,
            Because = StepReason.RoleAdded,
        })),
        CaseEvent.Declined declined => WithRun(@case, run => StandDown(run, declined.By) with { DueAt = at, Because = StepReason.Declined }),
        CaseEvent.Hurried => WithRun(@case, run => run with { DueAt = at, Because = StepReason.NotDelivered }),
        CaseEvent.Delivered { Call: CallIds.Requester } or CaseEvent.Unconfirmed { Call: CallIds.Requester } or CaseEvent.Refused { Call: CallIds.Requester } =>
            @case with { PhoneConfirmBy = null },
        CaseEvent.Delivered { Call: var call } when IsSecond(call) => WithRun(@case, run => MarkSecond(run, call, CallState.Delivered, at)),
        CaseEvent.Refused { Call: var call } when IsSecond(call) => WithRun(@case, run => MarkSecond(run, call, CallState.Refused, at: null)),
        CaseEvent.Delivered delivered => WithRun(@case, run => Deliver(run, delivered.Call, at)),
        CaseEvent.Unconfirmed late => WithRun(@case, run => Fail(run, late.Call, CallState.Unconfirmed)),
        CaseEvent.Refused refused => WithRun(@case, run => Fail(run, refused.Call, CallState.Refused)),
        CaseEvent.LadderExhausted => WithRun(@case, run => run with { IsExhausted = true }),
        CaseEvent.ToldToPhone told => @case with { ToldToPhoneAt = at, ToldToPhoneBecause = told.Because, PhoneConfirmBy = told.ConfirmBy },
        CaseEvent.Acknowledged acknowledged => Held(@case, new Attendance(acknowledged.By, at, acknowledged.Until) { Roles = acknowledged.Roles }),
        CaseEvent.TakenOver taken => Held(@case, new Attendance(taken.By, at, taken.Until) { Roles = taken.Roles }),
        CaseEvent.ArrivedAtBedside arrived => Held(@case, new Attendance(arrived.By, at, Until: null) { Roles = arrived.Roles }),
        CaseEvent.HandedBack back => CallAgain(WithRun(@case, run => StandDown(run, back.By)), back.By, at, StepReason.HandedBack),
        CaseEvent.EtaLapsed lapsed => CallAgain(@case, lapsed.By, at, StepReason.EtaLapsed),
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
        CaseEvent.Moved moved => @case with { Status = CaseStatus.Moved, MovedInto = moved.Into, Run = Rest(@case.Run) },
        CaseEvent.Reopened => @case with { Status = CaseStatus.Watching, Outcome = null, MovedInto = null, Attendance = null, Others = null,
            Run = null, Overdue = null },
        CaseEvent.ClockCorrected corrected => ClockShift.Of(@case, corrected.By),
        CaseEvent.Opened => throw new ArgumentException("A case opens once.", nameof(happened)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The ladder rests once every need has an answer.</summary>
    private static Case Held(Case @case, Attendance by)
    {
        var held = WithRun(Responders.Answer(@case, by), run => run.StoodDown is null
            ? run : run with { StoodDown = [.. run.StoodDown.Where(id => id != by.By.Id)] });
        return held.Status == CaseStatus.Calling ? held : held with { Run = Rest(held.Run) };
    }

    private static Case CallAgain(Case @case, Actor by, DateTimeOffset at, StepReason because)
    {
        var left = Responders.Leave(@case, by);
        return left.Status == CaseStatus.Calling ? WithRun(left, run => run with { DueAt = at, Because = because }) : left;
    }

    private static LadderRun StandDown(LadderRun run, Actor by) => run with { StoodDown = [.. (run.StoodDown ?? []).Append(by.Id).Distinct()] };

    private static IReadOnlyList<OverdueMilestone>? Without(IReadOnlyList<OverdueMilestone>? overdue, Milestone what) =>
        overdue?.Where(each => each.What != what).ToList() is { Count: > 0 } rest ? rest : null;

    private static OverdueMilestone Told(OverdueMilestone? before, CaseEvent.MilestoneOverdue late, DateTimeOffset at) =>
        new(late.What, before?.At ?? at, [.. (before?.Told ?? []).Union(late.Told.Select(each => each.Id))], late.NextAt);

    /// <summary>Within the step, whatever is set: a wait of three minutes must not end before the second medium was used.</summary>
    private static DateTimeOffset? SecondAt(Ladder ladder, DateTimeOffset at, DateTimeOffset nextAt) =>
        ladder.SecondAfter is { } after ? at + (after < (nextAt - at) * 5 / 6 ? after : (nextAt - at) * 5 / 6) : null;

    private static Case WithRun(Case @case, Func<LadderRun, LadderRun> change) =>
        @case.Run is { } run ? @case with { Run = change(run) } : @case;

    private static LadderRun? Rest(LadderRun? run) => run is null ? null : run with { DueAt = null, ConfirmBy = null, AlertAt = null, SecondAt = null };

    private static LadderRun Fail(LadderRun run, string id, CallState state) => run.Find(id) is { } call
        ? Mark(run, id, state) with { Unreachable = [.. run.Unreachable.Append(call.Address).Distinct()] }
        : run;

    /// <summary>A person who got a message after all can be reached.</summary>
    private static LadderRun Deliver(LadderRun run, string id, DateTimeOffset at) => run.Find(id) is { } call
        ? Mark(run, id, CallState.Delivered, at) with { Unreachable = [.. run.Unreachable.Where(address => address != call.Address)] }
        : run;

    internal static bool IsSecond(string call) => call.EndsWith(CallIds.Second, StringComparison.Ordinal);

    private static LadderRun MarkSecond(LadderRun run, string id, CallState state, DateTimeOffset? at)
    {
        return run with { Calls = Marked(run.Calls), EarlierCalls = Marked(run.EarlierCalls) };

        IReadOnlyList<Call> Marked(IReadOnlyList<Call> calls) =>
            [.. calls.Select(call => CallIds.OfSecond(call.Id) == id ? call with { Second = state, SecondDeliveredAt = at } : call)];
    }

    private static LadderRun Mark(LadderRun run, string id, CallState state, DateTimeOffset? at = null)
    {
        var calls = Mark(run.Calls, id, state, at);
        return run with
        {
            Calls = calls,
            EarlierCalls = Mark(run.EarlierCalls, id, state, at),
            ConfirmBy = calls.Any(call => call.State == CallState.Sent) ? run.ConfirmBy : null,
        };
    }

    private static IReadOnlyList<Call> Mark(IReadOnlyList<Call> calls, string id, CallState state, DateTimeOffset? at) =>
        [.. calls.Select(call => call.Id == id ? call with { State = state, DeliveredAt = at ?? call.DeliveredAt } : call)];
}
