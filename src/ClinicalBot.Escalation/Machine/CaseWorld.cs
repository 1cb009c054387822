using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>What a site set, and who can be called now.</summary>
public sealed record CaseWorld
{
    /// <summary>Who can be called.</summary>
    public ContactBook Contacts { get; init; } = ContactBook.Empty;

    /// <summary>There is an escalation channel.</summary>
    public bool HasChannel { get; init; }

    /// <summary>For urgent.</summary>
    public Ladder UrgentLadder { get; init; } = LadderDefaults.Urgent;

    /// <summary>For emergency.</summary>
    public Ladder EmergencyLadder { get; init; } = LadderDefaults.Emergency;

    /// <summary>How soon to look again. 30 minutes.</summary>
    public TimeSpan RecheckInterval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a recheck may stay unanswered before an urgent case escalates. 15 minutes.</summary>
    public TimeSpan RecheckGrace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a call, or a "phone now" to the requester, may be on its way before it counts as not delivered. 1 minute.</summary>
    public TimeSpan DeliveryGrace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a person who takes over has to be at the bedside. 15 minutes.</summary>
    public TimeSpan TakeOverEta { get; init; } = TimeSpan.FromMinutes(15);

    internal Ladder LadderFor(Urgency urgency) => urgency == Urgency.Emergency ? EmergencyLadder : UrgentLadder;
}
