using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>A case as it stands: nothing but the fold of its events. See <see cref="CaseFold"/>.</summary>
public sealed record Case
{
    /// <summary>Short reference, to be said over the phone.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who asked.</summary>
    public required Actor RequestedBy { get; init; }

    /// <summary>A configured ward or bay; null until one is chosen.</summary>
    public string? Location { get; init; }

    /// <summary>The exams that count, oldest first; never empty.</summary>
    public required IReadOnlyList<Exam> Exams { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>
    /// Moves whenever what a person would act on changes. A card carries the revision it shows, so that an old card, a second click or a
    /// replay changes nothing. What only the machine notes (a step, a delivery) does not move it: it would void a click under way.
    /// </summary>
    public int Revision { get; init; }

    /// <summary>Number of events so far.</summary>
    public int Length { get; init; }

    /// <summary>Who has it, or of several the first who answered; null when no one has.</summary>
    public Attendance? Attendance { get; init; }

    /// <summary>Who else answered, each for another role, in the order of their answers; null for no one.</summary>
    public IReadOnlyList<Attendance>? Others { get; init; }

    /// <summary>The ladder under way or last climbed; null before any.</summary>
    public LadderRun? Run { get; init; }

    /// <summary>Until when the advice holds, and what follows.</summary>
    public Advice Advice { get; init; } = Advice.None;

    /// <summary>How it ended; null while open.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>When the requester was last told to phone; null for never.</summary>
    public DateTimeOffset? ToldToPhoneAt { get; init; }

    /// <summary>Why the requester was last told to phone; null for never.</summary>
    public PhoneReason? ToldToPhoneBecause { get; init; }

    /// <summary>The exam that counts now. It stands in <see cref="Exams"/>: written beside them it would be a quarter of a stored case.</summary>
    [JsonIgnore]
    public Exam Current => Exams[^1];

    /// <summary>Until when the requester should have the last "phone now"; null when it arrived, and when none was sent.</summary>
    public DateTimeOffset? PhoneConfirmBy { get; init; }

    /// <summary>What the clock has been corrected by, as far as this case's times were moved with it.</summary>
    public TimeSpan ClockCorrection { get; init; }

    /// <summary>The case that goes on with it; null for none.</summary>
    public string? MovedInto { get; init; }

    /// <summary>What was done for the patient, in order; null for nothing yet.</summary>
    public IReadOnlyList<ReachedMilestone>? Milestones { get; init; }

    /// <summary>What should have been done by now, with who was told of it; null for nothing.</summary>
    public IReadOnlyList<OverdueMilestone>? Overdue { get; init; }

    /// <summary>Whether advice was followed, the last word of each person on each exam; null for none.</summary>
    public IReadOnlyList<GivenFeedback>? Feedback { get; init; }

    /// <summary>There is no patient: people are tried out.</summary>
    public bool IsDrill { get; init; }

    /// <summary>Neither closed, void nor moved.</summary>
    public bool IsOpen => Status is not (CaseStatus.Closed or CaseStatus.Voided or CaseStatus.Moved);

    /// <summary>What the case is handled as: the exam's urgency, or what it has become since, unexamined.</summary>
    public Urgency Urgency => Advice.IfUnchanged is { } risen && risen > Current.Decision.Urgency ? risen : Current.Decision.Urgency;

    /// <summary>When something must happen next by itself; null when nothing waits for time.</summary>
    public DateTimeOffset? DueAt => IsOpen
        ? Earliest(
            Run?.DueAt, Run?.ConfirmBy, Run?.AlertAt, Run?.SecondAt, PhoneConfirmBy, Responders.Of(this).Min(each => each.Until), MilestoneWatch.DueAt(this),
            Advice.ExpiresAt, Advice.EscalateAt, Advice.RecheckAt)
        : null;

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> instants)
    {
        DateTimeOffset? earliest = null;
        foreach (var instant in instants)
        {
            earliest = earliest is { } soonest && !(instant < soonest) ? earliest : instant ?? earliest;
        }

        return earliest;
    }
}

/// <summary>A person who has the case.</summary>
/// <param name="By">Who.</param>
/// <param name="Since">From when on.</param>
/// <param name="Until">Promised arrival time; null once at the bedside.</param>
public sealed record Attendance(Actor By, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>For which of the needed roles; null in cases of versions before 3: for all.</summary>
    public IReadOnlyList<string>? Roles { get; init; }
}

/// <summary>How long the advice holds.</summary>
public sealed record Advice
{
    /// <summary>Nothing to watch.</summary>
    public static Advice None { get; } = new();

    /// <summary>When it is to be re-evaluated; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When to ask for another look because the straight-leg raise is not known to be possible; null for never.</summary>
    public DateTimeOffset? RecheckAt { get; init; }

    /// <summary>Since when it is out of date; null while it holds.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    /// <summary>What the same findings decide since then; null while the advice holds.</summary>
    public Urgency? IfUnchanged { get; init; }

    /// <summary>When the recheck asked for counts as unanswered; null when nothing depends on it.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
}
