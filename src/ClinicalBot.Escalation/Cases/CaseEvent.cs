using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Something that happened to a case. Closed. Kept for ever: never rename one, only add.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Located), "located")]
[JsonDerivedType(typeof(Assessed), "assessed")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(EscalationStarted), "escalationStarted")]
[JsonDerivedType(typeof(EscalationStopped), "escalationStopped")]
[JsonDerivedType(typeof(StepFired), "stepFired")]
[JsonDerivedType(typeof(Hurried), "hurried")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Unconfirmed), "unconfirmed")]
[JsonDerivedType(typeof(LadderExhausted), "ladderExhausted")]
[JsonDerivedType(typeof(ToldToPhone), "toldToPhone")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(TakenOver), "takenOver")]
[JsonDerivedType(typeof(ArrivedAtBedside), "arrivedAtBedside")]
[JsonDerivedType(typeof(HandedBack), "handedBack")]
[JsonDerivedType(typeof(EtaLapsed), "etaLapsed")]
[JsonDerivedType(typeof(AdviceExpired), "adviceExpired")]
[JsonDerivedType(typeof(RecheckAsked), "recheckAsked")]
[JsonDerivedType(typeof(RecheckUnanswered), "recheckUnanswered")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Voided), "voided")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(ClockCorrected), "clockCorrected")]
[JsonDerivedType(typeof(AlertedAgain), "alertedAgain")]
[JsonDerivedType(typeof(SecondSent), "secondSent")]
[JsonDerivedType(typeof(EscalatedNow), "escalatedNow")]
[JsonDerivedType(typeof(RoleAdded), "roleAdded")]
[JsonDerivedType(typeof(MilestoneReached), "milestoneReached")]
[JsonDerivedType(typeof(MilestoneOverdue), "milestoneOverdue")]
[JsonDerivedType(typeof(FeedbackGiven), "feedbackGiven")]
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>A triage was confirmed, met a red flag, or was left alone with an adverse answer.</summary>
    /// <param name="Reference">Its short reference.</param>
    /// <param name="By">Who asked.</param>
    /// <param name="Location">A configured ward or bay; null when not chosen.</param>
    /// <param name="Reason">Why then.</param>
    /// <param name="Exam">The first exam.</param>
    /// <param name="ClockCorrection">What the clock had been corrected by until then, all corrections together.</param>
    public sealed record Opened(string Reference, Actor By, string? Location, OpeningReason Reason, Exam Exam, TimeSpan ClockCorrection = default) : CaseEvent;

    /// <summary>The ward or bay was chosen.</summary>
    public sealed record Located(Actor By, string Location) : CaseEvent;

    /// <summary>Another exam, or (<paramref name="Replaces"/>) the last one completed or corrected.</summary>
    public sealed record Assessed(Exam Exam, bool Replaces) : CaseEvent;

    /// <summary>What made the last exam urgent was taken back before it was finished: the one before counts again.</summary>
    public sealed record Withdrawn(Actor By) : CaseEvent;

    /// <summary>A ladder begins; it is frozen here.</summary>
    public sealed record EscalationStarted(Urgency Urgency, Ladder Ladder, bool NotReexamined) : CaseEvent;

    /// <summary>A newer exam no longer calls for anybody.</summary>
    public sealed record EscalationStopped : CaseEvent;

    /// <summary>A step of the ladder was sent.</summary>
    /// <param name="Round">0 for the first time through the ladder.</param>
    /// <param name="Step">Index in the ladder.</param>
    /// <param name="Because">Why now.</param>
    /// <param name="Calls">To whom.</param>
    /// <param name="Nobody">Roles without a holder, and "channel" when there is none.</param>
    /// <param name="NextAt">When the next step follows.</param>
    /// <param name="ConfirmBy">Until when the channel should have taken every call.</param>
    public sealed record StepFired(
        int Round, int Step, StepReason Because, IReadOnlyList<Call> Calls, IReadOnlyList<string> Nobody, DateTimeOffset NextAt,
            DateTimeOffset? ConfirmBy = null)
        : CaseEvent;

    /// <summary>The next step does not wait: a call of the last one could not be delivered, or there was no one to call.</summary>
    public sealed record Hurried : CaseEvent;

    /// <summary>A call, or a "phone now" to the requester (<see cref="CallIds.Requester"/>), reached the channel.</summary>
    public sealed record Delivered(string Call) : CaseEvent;

    /// <summary>A call, or a "phone now" to the requester, did not reach the channel in time. It is still being sent.</summary>
    public sealed record Unconfirmed(string Call) : CaseEvent;

    /// <summary>A call, or a message to the requester (<see cref="CallIds.Requester"/>), will never arrive.</summary>
    public sealed record Refused(string Call, string Why) : CaseEvent;

    /// <summary>Every step was tried as often as the ladder says; the last is repeated from here on.</summary>
    public sealed record LadderExhausted : CaseEvent;

    /// <summary>The requester was told that no one was reached, and the numbers to phone.</summary>
    /// <param name="Because">Why.</param>
    /// <param name="ConfirmBy">Until when the message should have arrived.</param>
    public sealed record ToldToPhone(PhoneReason Because, DateTimeOffset? ConfirmBy = null) : CaseEvent;

    /// <summary>The case was acknowledged.</summary>
    /// <param name="By">Who is coming.</param>
    /// <param name="Until">Promised time of arrival.</param>
    /// <param name="Roles">For which of the needed roles; null in records of versions before 3: for all.</param>
    public sealed record Acknowledged(Actor By, DateTimeOffset Until, IReadOnlyList<string>? Roles = null) : CaseEvent;

    /// <summary>A person who was called cannot come: the next step does not wait.</summary>
    public sealed record Declined(Actor By) : CaseEvent;

    /// <summary>Another person is coming instead.</summary>
    /// <param name="By">Who is coming.</param>
    /// <param name="From">Who had it; null for no one.</param>
    /// <param name="Until">Promised time of arrival.</param>
    /// <param name="Roles">For which of the needed roles; null in records of versions before 3: for all.</param>
    public sealed record TakenOver(Actor By, Actor? From, DateTimeOffset Until, IReadOnlyList<string>? Roles = null) : CaseEvent;

    /// <summary>The person is at the bedside.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Roles">For which of the needed roles; null in records of versions before 3: for all.</param>
    public sealed record ArrivedAtBedside(Actor By, IReadOnlyList<string>? Roles = null) : CaseEvent;

    /// <summary>The person who had it handed it back.</summary>
    public sealed record HandedBack(Actor By) : CaseEvent;

    /// <summary>The person who was coming was not at the bedside by the promised time.</summary>
    public sealed record EtaLapsed(Actor By) : CaseEvent;

    /// <summary>The advice ended.</summary>
    /// <param name="IfUnchanged">What the same findings decide now.</param>
    /// <param name="ExpiresAt">When to re-evaluate again.</param>
    /// <param name="EscalateAt">When an unanswered recheck escalates.</param>
    /// <param name="RecheckAt">When to ask again.</param>
    public sealed record AdviceExpired(
        Urgency IfUnchanged, DateTimeOffset? ExpiresAt, DateTimeOffset? EscalateAt, DateTimeOffset? RecheckAt) : CaseEvent;

    /// <summary>Another look was asked for.</summary>
    public sealed record RecheckAsked(DateTimeOffset? NextAt) : CaseEvent;

    /// <summary>The recheck was not answered.</summary>
    public sealed record RecheckUnanswered : CaseEvent;

    /// <summary>A named clinician closed it.</summary>
    public sealed record Closed(Actor By, CaseOutcome Outcome) : CaseEvent;

    /// <summary>It was opened again, by name.</summary>
    public sealed record Reopened(Actor By) : CaseEvent;

    /// <summary>It was about another patient.</summary>
    public sealed record Voided(Actor By) : CaseEvent;

    /// <summary>It was about the patient of another open case, which goes on with what it held.</summary>
    public sealed record Moved(Actor By, string Into) : CaseEvent;

    /// <summary>The people of the last step were alerted once more.</summary>
    /// <param name="Calls">Ids of their calls.</param>
    /// <param name="NextAt">When they are alerted again; null when they are not.</param>
    public sealed record AlertedAgain(IReadOnlyList<string> Calls, DateTimeOffset? NextAt) : CaseEvent;

    /// <summary>Calls went out by the second medium too.</summary>
    /// <param name="Calls">Ids of the calls.</param>
    public sealed record SecondSent(IReadOnlyList<string> Calls) : CaseEvent;

    /// <summary>A person had the next step called at once.</summary>
    public sealed record EscalatedNow(Actor By) : CaseEvent;

    /// <summary>A person had another role called, which has to answer too.</summary>
    public sealed record RoleAdded(Actor By, string Role) : CaseEvent;

    /// <summary>Something was done for the patient.</summary>
    public sealed record MilestoneReached(Actor By, Milestone What) : CaseEvent;

    /// <summary>The site's target for a milestone has passed.</summary>
    /// <param name="What">Which.</param>
    /// <param name="Told">Who is told now: the people who have the case, later the next in line.</param>
    /// <param name="NextAt">When the next in line is told; null when no one is left.</param>
    public sealed record MilestoneOverdue(Milestone What, IReadOnlyList<Actor> Told, DateTimeOffset? NextAt) : CaseEvent;

    /// <summary>A person said whether the advice of an exam was followed.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Exam">Id of the exam.</param>
    /// <param name="What">Followed, or why not.</param>
    public sealed record FeedbackGiven(Actor By, string Exam, Feedback What) : CaseEvent;

    /// <summary>The clock was corrected: every time before this event is meant so much later (or earlier), and every wait is as long as it was.</summary>
    public sealed record ClockCorrected(TimeSpan By) : CaseEvent;
}

/// <summary>Why a case was opened.</summary>
public enum OpeningReason
{
    /// <summary>A triage was confirmed.</summary>
    Triage,

    /// <summary>A red flag was answered before the exam was complete.</summary>
    RedFlag,

    /// <summary>A triage with an adverse answer was left alone.</summary>
    LeftAlone,

    /// <summary>A drill: there is no patient.</summary>
    Drill,
}

/// <summary>Why a step was sent when it was.</summary>
public enum StepReason
{
    /// <summary>The ladder began.</summary>
    Started,

    /// <summary>No one acknowledged in time.</summary>
    NoAnswer,

    /// <summary>A call of the step before could not be delivered, or there was no one to call.</summary>
    NotDelivered,

    /// <summary>The person who was coming was not there in time.</summary>
    EtaLapsed,

    /// <summary>The person who had it handed it back.</summary>
    HandedBack,

    /// <summary>A person who was called cannot come.</summary>
    Declined,

    /// <summary>A person had the next step called at once.</summary>
    EscalatedNow,

    /// <summary>A person had another role called.</summary>
    RoleAdded,

    /// <summary>The same people are alerted once more.</summary>
    Again,
}

/// <summary>Why the requester is told to phone.</summary>
public enum PhoneReason
{
    /// <summary>A call could not be delivered.</summary>
    NotDelivered,

    /// <summary>No one holds a role, or there is no channel.</summary>
    NobodyToCall,

    /// <summary>The ladder ended without an answer.</summary>
    NobodyAnswered,
}
