namespace ClinicalBot.Escalation;

/// <summary>What is done for the patient after an answer. Coded: a free text could name a patient.</summary>
public enum Milestone
{
    /// <summary>Examined by who came.</summary>
    Examined,

    /// <summary>An MRI was requested.</summary>
    MriRequested,

    /// <summary>The MRI was done.</summary>
    MriDone,

    /// <summary>The result was told.</summary>
    ResultTold,

    /// <summary>Decompression was discussed with a surgeon.</summary>
    DecompressionDiscussed,
}

/// <summary>A milestone that was reached.</summary>
/// <param name="What">Which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who said so.</param>
public sealed record ReachedMilestone(Milestone What, DateTimeOffset At, Actor By);

/// <summary>A milestone whose target has passed, and of which people were told.</summary>
/// <param name="What">Which.</param>
/// <param name="At">When the first were told.</param>
/// <param name="Told">Ids of everybody who was told.</param>
/// <param name="NextAt">When the next in line is told; null when no one is left.</param>
public sealed record OverdueMilestone(Milestone What, DateTimeOffset At, IReadOnlyList<string> Told, DateTimeOffset? NextAt);
