using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>A ladder being climbed.</summary>
public sealed record LadderRun
{
    /// <summary>For which urgency.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>As it was when it started.</summary>
    public required Ladder Ladder { get; init; }

    /// <summary>It started because a recheck was not answered.</summary>
    public bool NotReexamined { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How often the ladder was climbed to its end.</summary>
    public int Round { get; init; }

    /// <summary>Index of the last step fired; -1 before the first.</summary>
    public int Step { get; init; } = -1;

    /// <summary>When the next step fires; null while a person has the case.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until when the channel should have taken every call of the last step; null when nothing of it is still on its way.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>Why the next step fires then.</summary>
    public StepReason Because { get; init; }

    /// <summary>Every round is over: from here on the final step is repeated.</summary>
    public bool IsExhausted { get; init; }

    /// <summary>Calls of the last step fired.</summary>
    public IReadOnlyList<Call> Calls { get; init; } = [];

    /// <summary>The latest calls of the steps before.</summary>
    public IReadOnlyList<Call> EarlierCalls { get; init; } = [];

    /// <summary>Addresses of which the last that is known in this run is that a call did not reach them.</summary>
    public IReadOnlyList<string> Unreachable { get; init; } = [];

    /// <summary>A call of this run; null when it is none of it.</summary>
    internal Call? Find(string id) => Calls.Concat(EarlierCalls).FirstOrDefault(call => call.Id == id);
}

/// <summary>One call of one step.</summary>
/// <param name="Id">Unique within the case.</param>
/// <param name="Role">The role called; null for the channel.</param>
/// <param name="Person">Who held it when the step fired; null for the channel.</param>
/// <param name="State">What is known of its delivery.</param>
public sealed record Call(string Id, string? Role, ContactPerson? Person, CallState State = CallState.Sent)
{
    /// <summary>When the step fired; null in records of versions before 2.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whom it goes to, whatever the step: the person's id, or "channel".</summary>
    public string Address => Person?.Id ?? CallIds.Channel;
}

/// <summary>What is known of a call's delivery.</summary>
public enum CallState
{
    /// <summary>On its way.</summary>
    Sent,

    /// <summary>Taken by the channel.</summary>
    Delivered,

    /// <summary>Will never arrive.</summary>
    Refused,

    /// <summary>Did not reach the channel in time, and is still being sent.</summary>
    Unconfirmed,
}

/// <summary>Addresses that are no person.</summary>
public static class CallIds
{
    /// <summary>The escalation channel.</summary>
    public const string Channel = "channel";

    /// <summary>The requester.</summary>
    public const string Requester = "requester";
}
