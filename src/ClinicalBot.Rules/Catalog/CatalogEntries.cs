namespace ClinicalBot.Rules;

/// <summary>A rule as people read it.</summary>
/// <param name="Id">camelCase id.</param>
/// <param name="Urgency">What it gives.</param>
/// <param name="Basis">Where it comes from when nothing makes it a local choice.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="When">The condition in words.</param>
/// <param name="Text">Why.</param>
/// <param name="LocalSafetyWhen">In words, when it is a local safety choice whatever its basis says; null when never.</param>
/// <param name="Added">A source that joins under a further condition; null when none does.</param>
public sealed record RuleEntry(
    string Id, Urgency Urgency, Basis Basis, IReadOnlyList<string> Sources, string When, string Text, string? LocalSafetyWhen,
    AddedSource? Added);

/// <summary>A source that joins the others under a further condition.</summary>
/// <param name="Source">Statement id.</param>
/// <param name="When">The further condition in words.</param>
public sealed record AddedSource(string Source, string When);

/// <summary>What kind of advice an entry is.</summary>
public enum AdviceKind : byte
{
    /// <summary>Something to do.</summary>
    Step,

    /// <summary>Something that must not happen yet.</summary>
    Hold,

    /// <summary>Something to think of.</summary>
    Consideration,
}

/// <summary>A step, hold or consideration as people read it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">camelCase id.</param>
/// <param name="Basis">Where it comes from when nothing makes it a local choice.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="When">The condition in words.</param>
/// <param name="Text">What it says; "{0}" stands for a clock time or for findings.</param>
/// <param name="LocalSafetyWhen">In words, when it is a local safety choice whatever its basis says; null when never.</param>
/// <param name="Added">A source that joins under a further condition; null when none does.</param>
public sealed record AdviceEntry(
    AdviceKind Kind, string Id, Basis Basis, IReadOnlyList<string> Sources, string When, string Text, string? LocalSafetyWhen,
    AddedSource? Added);

/// <summary>What a reference entry is about.</summary>
public enum ReferenceTopic : byte
{
    /// <summary>How sensation and movement come back.</summary>
    RecoverySequence,

    /// <summary>Why the leg may be numb.</summary>
    Causes,

    /// <summary>What to do differently next time.</summary>
    Prevention,

    /// <summary>What not to fall for.</summary>
    Pitfalls,

    /// <summary>What to examine, and what it shows.</summary>
    Findings,

    /// <summary>Which movement and reflex tests which nerve root.</summary>
    NerveRoots,

    /// <summary>What needs an urgent MRI.</summary>
    RedFlags,

    /// <summary>What changes at which hour.</summary>
    Thresholds,

    /// <summary>What to do.</summary>
    Steps,
}

/// <summary>An entry of the quick reference.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Id">camelCase id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What the source document says, in our words.</param>
/// <param name="Sources">Statement ids.</param>
public sealed record ReferenceEntry(
    ReferenceTopic Topic, string Id, string Title, string Text, IReadOnlyList<string> Sources);
