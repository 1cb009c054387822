using ClinicalBot.Escalation;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using NodaTime;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Cases in words.</summary>
internal static class CaseWords
{
    /// <summary>Who has it, in a sentence.</summary>
    public static string Status(Case @case, DateTimeZone zone)
    {
        string?[] parts =
        [
            Standing(@case, zone),
            @case.Milestones is { Count: > 0 } reached
                ? $"{string.Join(" · ", reached.Select(each => $"{Of(each.What)} {ClockTime(each.At, zone)}"))}." : null,
            @case is { IsOpen: true, Overdue.Count: > 0 } ? Say.With(Text.CaseOverdue, Overdue(@case)) : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    /// <summary>What should have been done by now.</summary>
    public static string Overdue(Case @case) => string.Join(", ", (@case.Overdue ?? []).Select(each => Of(each.What)));

    private static string Standing(Case @case, DateTimeZone zone) => @case switch
    {
        { Status: CaseStatus.Voided } => Text.CaseVoid,
        { Status: CaseStatus.Moved, MovedInto: { } into } => Say.With(Text.CaseMovedInto, into),
        { Status: CaseStatus.Closed, Outcome: { } outcome } => Say.With(Text.CaseClosed, Of(outcome), @case.Reference),
        { Run: not null, Attendance: not null } when IsByRole(@case) => ByRole(@case, zone),
        { Status: CaseStatus.Attended, Attendance: { } there } => Say.With(Text.CaseThere, there.By.Name),
        { Status: CaseStatus.Acknowledged, Attendance: { Until: { } until } coming } => Say.With(Text.CaseComing, coming.By.Name, ClockTime(until, zone)),
        { Status: CaseStatus.Calling, Run.IsExhausted: true } => Text.CaseNobodyAnswers,
        { Status: CaseStatus.Calling, Run: { Unreachable.Count: > 0 } run } => Say.With(Text.CaseNotDelivered, Unreachable(run)),
        { Status: CaseStatus.Calling } => Text.CaseNobody,
        _ => Text.CaseWatching,
    };

    /// <summary>Each of several roles has to answer.</summary>
    private static bool IsByRole(Case @case) => @case.IsOpen && (Responders.Needed(@case).Count > 1 || Responders.Of(@case).Count > 1);

    /// <summary>Who has answered for what, in one line.</summary>
    private static string ByRole(Case @case, DateTimeZone zone) =>
        string.Join(" · ", Responders.Needed(@case).Select(need => Responders.For(@case, need) switch
    {
        { Until: { } until } coming => Say.With(Text.CaseRoleComing, Role(need), coming.By.Name, ClockTime(until, zone)),
        { } there => Say.With(Text.CaseRoleThere, Role(need), there.By.Name),
        null => Say.With(Text.CaseRoleNobody, Role(need)),
    })) + ".";

    private static string Role(string need) => need == Need.Any ? Text.RoleAny : ContactDirectory.RoleWord(need);

    /// <summary>A person, with the roles that the answer is for where a case needs several.</summary>
    private static string Named(Actor by, IReadOnlyList<string>? roles) =>
        roles?.Where(role => role != Need.Any).ToList() is { Count: > 0 } known ? $"{by.Name} ({string.Join(", ", known.Select(Role))})" : by.Name;

    /// <summary>What becomes of an open case when its triage ends or is corrected.</summary>
    public static string Standing(Case @case) => !@case.IsOpen ? Say.With(Text.StandingOver, @case.Reference)
        : @case.Status == CaseStatus.Watching ? Say.With(Text.StandingWatched, @case.Reference, Words.Of(@case.Urgency))
        : Say.With(Text.StandingCalling, @case.Reference, Words.Of(@case.Urgency));

    /// <summary>Why a call is sent now.</summary>
    public static string Of(StepReason reason) => reason switch
    {
        StepReason.NoAnswer => Text.BecauseNoAnswer,
        StepReason.NotDelivered => Text.BecauseNotDelivered,
        StepReason.EtaLapsed => Text.BecauseEtaLapsed,
        StepReason.HandedBack => Text.BecauseHandedBack,
        StepReason.Declined => Text.BecauseDeclined,
        StepReason.EscalatedNow => Text.BecauseEscalatedNow,
        StepReason.RoleAdded => Text.BecauseRoleAdded,
        StepReason.Again => Text.BecauseAgain,
        _ => Text.BecauseStarted,
    };

    /// <summary>Why a person is called now.</summary>
    public static string Of(Call call, StepReason reason) => call.Despite ? Text.BecauseDespite
        : call.OutsideHours ? Text.BecauseOutsideHours
        : Of(reason);

    /// <summary>What was done for the patient.</summary>
    public static string Of(Milestone milestone) => milestone switch
    {
        Milestone.Examined => Text.MilestoneExamined,
        Milestone.MriRequested => Text.MilestoneMriRequested,
        Milestone.MriDone => Text.MilestoneMriDone,
        Milestone.ResultTold => Text.MilestoneResultTold,
        _ => Text.MilestoneDecompressionDiscussed,
    };

    /// <summary>What became of advice.</summary>
    public static string Of(Feedback feedback) => feedback switch
    {
        Feedback.Followed => Text.FeedbackFollowed,
        Feedback.FindingsChanged => Text.FeedbackFindingsChanged,
        Feedback.OtherCause => Text.FeedbackOtherCause,
        Feedback.DecidedOtherwise => Text.FeedbackDecidedOtherwise,
        _ => Text.FeedbackNotAvailable,
    };

    /// <summary>A title that says when it is about a drill.</summary>
    public static string Marked(Case @case, string title) => @case.IsDrill ? Say.With(Text.DrillTitle, title) : title;

    /// <summary>Who was reached in a drill, and in what time, one line each.</summary>
    public static IReadOnlyList<string> Drill(Case @case) => @case.Run is not { } run
        ? []
        : [.. run.EarlierCalls.Concat(run.Calls).GroupBy(call => call.Address).Select(calls => Drill(@case, [.. calls]))];

    private static string Drill(Case @case, IReadOnlyList<Call> calls)
    {
        var called = calls.Min(call => call.At) ?? @case.OpenedAt;
        var answered = Responders.Of(@case).FirstOrDefault(each => each.By.Id == calls[0].Person?.Id)?.Since;
        return Say.With(
            Text.DrillLine,
            calls[0].Person?.Name ?? Text.EscalationChannelTitle,
            After(calls.Min(call => call.DeliveredAt), Text.DrillNever),
            After(calls.Min(call => call.SecondDeliveredAt), calls.Any(call => call.Second is not null) ? Text.DrillNever : Text.DrillNotUsed),
            After(answered, Text.DrillNoAnswer));

        string After(DateTimeOffset? at, string otherwise) => at is not { } then ? otherwise
            : Say.With(Text.DrillAfter, then - called is var span && span < TimeSpan.FromMinutes(1)
                ? Say.With(Text.Seconds, (int)span.TotalSeconds) : Say.With(Text.MinutesSeconds, (int)span.TotalMinutes, span.Seconds));
    }

    /// <summary>How a case ended.</summary>
    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Resolved => Text.OutcomeResolved,
        CaseOutcome.Transferred => Text.OutcomeTransferred,
        CaseOutcome.UnderInvestigation => Text.OutcomeUnderInvestigation,
        _ => Text.OutcomeNoActionNeeded,
    };

    /// <summary>Whom the calls of a step reach, by name.</summary>
    public static string Of(IEnumerable<Call> calls) =>
        string.Join(", ", calls.Select(call => call is { OutsideHours: true, Person: { } person } ? Say.With(Text.OutsideHours, person.Name)
            : call.Person?.Name ?? Text.EscalationChannelWord));

    /// <summary>The advice's state, one line; null while it holds.</summary>
    public static string? Stale(Case @case, DateTimeOffset now, DateTimeZone zone) =>
        !@case.IsOpen ? null
        : @case.Advice is { StaleSince: { } since, IfUnchanged: { } risen } ? Say.With(Text.CaseStale, Clock.Short(since, now, zone), Words.Of(risen))
        : @case.Run is { NotReexamined: true } ? Text.CaseNotReexamined
        : null;

    /// <summary>Why the requester is told to phone.</summary>
    public static string PhoneNow(Case @case) => @case switch
    {
        { ToldToPhoneBecause: PhoneReason.NobodyAnswered } => Text.PhoneNobodyAnswered,
        { ToldToPhoneBecause: PhoneReason.NobodyToCall } => Text.PhoneNobodyToCall,
        { ToldToPhoneBecause: PhoneReason.NotDelivered, Run: { Unreachable.Count: > 0 } run } => Say.With(Text.PhoneNotDelivered, Unreachable(run)),
        _ => Text.PhoneLate,
    };

    /// <summary>What became of the last call to each person, one line each.</summary>
    public static IReadOnlyList<string> Calls(Case @case, DateTimeZone zone) => @case.Run is not { } run
        ? []
        : [.. run.EarlierCalls.Concat(run.Calls).GroupBy(call => call.Address).Select(calls => Line([.. calls], zone))];

    /// <summary>Once one call was delivered the person is unanswered since the first of them, whatever is on its way now.</summary>
    private static string Line(IReadOnlyList<Call> calls, DateTimeZone zone)
    {
        var call = calls.FirstOrDefault(each => each.State == CallState.Delivered) ?? calls[^1];
        var text = call.State switch
        {
            CallState.Delivered => Text.CallUnanswered,
            CallState.Refused => Text.CallRefused,
            CallState.Unconfirmed => Text.CallLate,
            _ => Text.CallSent,
        };
        var line = Say.With(text, call.Person?.Name ?? Text.EscalationChannelTitle, call.At is { } at ? ClockTime(at, zone) : "");
        // A call that was made anew does not take away what became of the one before.
        return calls.LastOrDefault(each => each.Second is not null)?.Second switch
        {
            CallState.Delivered => Say.With(Text.CallSecondDelivered, line),
            CallState.Refused => Say.With(Text.CallSecondRefused, line),
            null => line,
            _ => Say.With(Text.CallSecondSent, line),
        };
    }

    private static string Unreachable(LadderRun run) => string.Join(", ", run.Unreachable.Select(address =>
        run.Calls.Concat(run.EarlierCalls).FirstOrDefault(call => call.Address == address)?.Person?.Name ?? Text.EscalationChannelWord));

    /// <summary>How often people were called, and when last.</summary>
    public static string TimelineTitle(Case @case, DateTimeZone zone)
    {
        var calls = @case.Run is { } run ? run.EarlierCalls.Concat(run.Calls).Select(call => call.At).OfType<DateTimeOffset>().Distinct().ToList() : [];
        return calls.Count switch
        {
            0 => Text.Timeline,
            1 => Say.With(Text.TimelineCalledOnce, ClockTime(calls[0], zone)),
            var times => Say.With(Text.TimelineCalled, times, ClockTime(calls.Max(), zone)),
        };
    }

    /// <summary>One line of what happened; null for what is not shown.</summary>
    public static string? Line(TimelineEntry entry, Actor requester, DateTimeZone zone) => Happened(entry.Event, requester, zone) is { } words
        ? $"{ClockTime(entry.At, zone)} {words}"
        : null;

    /// <summary>Hours and minutes.</summary>
    public static string ClockTime(DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToString("HH:mm", System.Globalization.CultureInfo.CurrentCulture);

    private static string? Happened(CaseEvent happened, Actor requester, DateTimeZone zone) => happened switch
    {
        CaseEvent.Opened opened => Say.With(Text.EventOpened, opened.By.Name),
        CaseEvent.Located located => Say.With(Text.EventLocated, located.By.Name, located.Location),
        CaseEvent.Assessed assessed => Say.With(Text.EventAssessed, assessed.Exam.By.Name, Words.Of(assessed.Exam.Decision.Urgency)),
        CaseEvent.Withdrawn withdrawn => Say.With(Text.EventWithdrawn, withdrawn.By.Name),
        CaseEvent.EscalationStarted started => Say.With(Text.EventStarted, Words.Of(started.Urgency)),
        CaseEvent.EscalationStopped => Text.EventStopped,
        CaseEvent.StepFired { Calls.Count: 0 } => Text.EventStepNobody,
        CaseEvent.StepFired fired => Say.With(Text.EventStep, Of(fired.Calls)),
        CaseEvent.Refused { Call: CallIds.Requester } => Say.With(Text.EventRequesterRefused, requester.Name),
        CaseEvent.Refused => Text.EventRefused,
        CaseEvent.Unconfirmed { Call: CallIds.Requester } => Say.With(Text.EventRequesterUnconfirmed, requester.Name),
        CaseEvent.Unconfirmed => Text.EventUnconfirmed,
        CaseEvent.LadderExhausted => Text.EventExhausted,
        CaseEvent.ToldToPhone => Say.With(Text.EventTold, requester.Name),
        CaseEvent.Acknowledged acknowledged => Say.With(Text.EventAcknowledged, Named(acknowledged.By, acknowledged.Roles),
            ClockTime(acknowledged.Until, zone)),
        CaseEvent.Declined declined => Say.With(Text.EventDeclined, declined.By.Name),
        CaseEvent.TakenOver taken => Say.With(Text.EventTakenOver, Named(taken.By, taken.Roles), ClockTime(taken.Until, zone)),
        CaseEvent.ArrivedAtBedside arrived => Say.With(Text.EventBedside, Named(arrived.By, arrived.Roles)),
        CaseEvent.HandedBack back => Say.With(Text.EventHandedBack, back.By.Name),
        CaseEvent.EtaLapsed lapsed => Say.With(Text.EventEtaLapsed, lapsed.By.Name),
        CaseEvent.AdviceExpired expired => Say.With(Text.EventExpired, Words.Of(expired.IfUnchanged)),
        CaseEvent.RecheckUnanswered => Text.EventUnanswered,
        CaseEvent.Closed closed => Say.With(Text.EventClosed, closed.By.Name, Of(closed.Outcome)),
        CaseEvent.Reopened reopened => Say.With(Text.EventReopened, reopened.By.Name),
        CaseEvent.Voided voided => Say.With(Text.EventVoided, voided.By.Name),
        CaseEvent.MilestoneReached reached => Say.With(Text.EventMilestone, reached.By.Name, Of(reached.What)),
        CaseEvent.MilestoneOverdue { Told.Count: > 0 } late =>
            Say.With(Text.EventOverdue, Of(late.What), string.Join(", ", late.Told.Select(each => each.Name))),
        CaseEvent.FeedbackGiven given => Say.With(Text.EventFeedback, given.By.Name, Of(given.What)),
        CaseEvent.EscalatedNow escalated => Say.With(Text.EventEscalatedNow, escalated.By.Name),
        CaseEvent.RoleAdded added => Say.With(Text.EventRoleAdded, added.By.Name, Role(added.Role)),
        CaseEvent.SecondSent { Calls.Count: > 0 } => Text.EventSecond,
        CaseEvent.ClockCorrected => Text.EventClock,
        CaseEvent.Moved moved => Say.With(Text.EventMoved, moved.By.Name, moved.Into),
        _ => null,
    };
}
