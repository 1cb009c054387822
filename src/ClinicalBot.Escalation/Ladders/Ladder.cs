using System.Text.Json.Serialization;

namespace ClinicalBot.Escalation;

/// <summary>Who is called, in which order, and how long each step waits. Frozen into a case when it starts.</summary>
/// <param name="Steps">At least one.</param>
/// <param name="Repeats">How often the whole ladder is climbed again before the requester is told that no one answers.</param>
/// <param name="FinalEvery">From then on the last step is repeated so often, and the requester told again, until a person has the case.</param>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps, int Repeats, TimeSpan FinalEvery)
{
    /// <summary>Roles of which each has to answer, or <see cref="Need.Any"/>; null in records of versions before 3, where one answer is enough.</summary>
    public IReadOnlyList<string>? Needs { get; init; }

    /// <summary>Within a step the same people are alerted again so often; null for never.</summary>
    public TimeSpan? AlertEvery { get; init; }

    /// <summary>Within a step the second medium is used after so long, at the latest when five sixths of the wait are over; null without one.</summary>
    public TimeSpan? SecondAfter { get; init; }

    /// <summary>Within what time after its start something should be done for the patient; null for none.</summary>
    public IReadOnlyList<MilestoneTarget>? Targets { get; init; }

    /// <summary>How long after a person was told that a target has passed the next in line is told.</summary>
    public TimeSpan OverdueAgain { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>Within what time something should be done for the patient, as the site set it.</summary>
/// <param name="What">What.</param>
/// <param name="Within">Counted from the start of the ladder.</param>
public sealed record MilestoneTarget(Milestone What, TimeSpan Within);

/// <summary>What a ladder needs.</summary>
public static class Need
{
    /// <summary>One answer of anyone called.</summary>
    public const string Any = "any";

    /// <summary>One answer is enough.</summary>
    public static IReadOnlyList<string> OneAnswer { get; } = [Any];
}

/// <summary>One step.</summary>
/// <param name="Targets">Called at once.</param>
/// <param name="Wait">How long to wait for an acknowledgment.</param>
public sealed record LadderStep(IReadOnlyList<LadderTarget> Targets, TimeSpan Wait);

/// <summary>Whom a step calls. Closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(Channel), "channel")]
[JsonDerivedType(typeof(Role), "role")]
public abstract record LadderTarget
{
    private LadderTarget()
    {
    }

    /// <summary>The escalation channel.</summary>
    public sealed record Channel : LadderTarget;

    /// <summary>The people who hold a role when the step fires.</summary>
    /// <param name="Name">e.g. "proceduralist".</param>
    /// <param name="Next">0 the person on call, 1 the next in line; with fewer people the last in line.</param>
    public sealed record Role(string Name, int Next = 0) : LadderTarget;
}
