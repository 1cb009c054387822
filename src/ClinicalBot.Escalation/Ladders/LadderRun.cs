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

    /// <summary>Roles a person asked for besides those of the ladder; null for none.</summary>
    public IReadOnlyList<string>? Added { get; init; }

    /// <summary>Ids of the people who cannot come or handed the case back in this run; null for none.</summary>
    public IReadOnlyList<string>? StoodDown { get; init; }

    /// <summary>When the people of the last step are alerted again; null when they are not.</summary>
    public DateTimeOffset? AlertAt { get; init; }

    /// <summary>When the second medium is used for the people of the last step; null when it is not.</summary>
    public DateTimeOffset? SecondAt { get; init; }

    /// <summary>Everything of which each needs an answer: roles, or <see cref="Need.Any"/>.</summary>
    internal IReadOnlyList<string> Needs => [.. (Ladder.Needs ?? Need.OneAnswer).Concat(Added ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

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
    /// <summary>Other roles the person holds and was called for with the same call; null for none.</summary>
    public IReadOnlyList<string>? AlsoFor { get; init; }

    /// <summary>The person said that they cannot come, and no other person is left.</summary>
    public bool Despite { get; init; }

    /// <summary>The person is called outside their hours, and no other person is left.</summary>
    public bool OutsideHours { get; init; }

    /// <summary>What is known of the same call by the second medium; null when it was not used.</summary>
    public CallState? Second { get; init; }

    /// <summary>When the channel took it; null when it has not, and in records of versions before 3.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the second medium took it; null when it has not.</summary>
    public DateTimeOffset? SecondDeliveredAt { get; init; }

    /// <summary>The roles called; empty for the channel.</summary>
    internal IEnumerable<string> Roles => Role is null ? [] : (AlsoFor ?? []).Prepend(Role);

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

    /// <summary>Ends the id of a call by the second medium; before it stands the id of the call.</summary>
    public const string Second = "/second";

    /// <summary>The id of the same call by the second medium.</summary>
    public static string OfSecond(string call) => call + Second;
}
