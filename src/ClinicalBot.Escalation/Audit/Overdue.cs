namespace ClinicalBot.Escalation;

/// <summary>Something that did not happen in time.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When it should have.</param>
public sealed record Overdue(OverdueKind Kind, DateTimeOffset DueAt);

/// <summary>What did not happen in time.</summary>
public enum OverdueKind
{
    /// <summary>The case has no escalation, or one of a lower urgency than its own.</summary>
    NotEscalated,

    /// <summary>A step of the ladder.</summary>
    StepNotFired,

    /// <summary>The end of a promised time of arrival.</summary>
    EtaNotLapsed,

    /// <summary>The second medium, for a step no one answered.</summary>
    SecondNotSent,

    /// <summary>That a target for a milestone has passed.</summary>
    MilestoneNotTold,

    /// <summary>The end of the advice.</summary>
    AdviceNotExpired,

    /// <summary>The escalation of an unanswered recheck.</summary>
    RecheckNotEscalated,

    /// <summary>Another look at the straight-leg raise.</summary>
    RecheckNotAsked,

    /// <summary>Nothing is known of a call, and the ladder did not go on without it.</summary>
    DeliveryNotWatched,

    /// <summary>A "phone now" that did not reach the requester: a person has to.</summary>
    RequesterNotTold,

    /// <summary>Something is due later than any wait could make it.</summary>
    DueTooFar,

    /// <summary>Nothing as far as is known, but an event says that it happened later than now.</summary>
    EventInFuture,

    /// <summary>Everything, as far as anybody can tell: the record cannot be read.</summary>
    RecordUnreadable,
}
