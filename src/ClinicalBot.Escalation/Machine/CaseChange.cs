namespace ClinicalBot.Escalation;

/// <summary>What an input made of a case.</summary>
/// <param name="Case">As it stands now.</param>
/// <param name="Events">What happened, in order; empty when nothing did.</param>
/// <param name="Effects">What is to be sent, in order.</param>
/// <param name="Answer">What the person acting is told.</param>
public sealed record CaseChange(Case Case, IReadOnlyList<CaseEvent> Events, IReadOnlyList<CaseEffect> Effects, PressAnswer Answer = PressAnswer.Done);

/// <summary>What became of a button.</summary>
public enum PressAnswer
{
    /// <summary>It counted.</summary>
    Done,

    /// <summary>The card was out of date: nothing changed.</summary>
    OutOfDate,

    /// <summary>It makes no sense as the case stands: nothing changed.</summary>
    NotNow,

    /// <summary>The case needs several roles, and it is not known for which of them the person answers: nothing changed.</summary>
    WhichRole,

    /// <summary>The case is over: nothing changed.</summary>
    Over,
}
