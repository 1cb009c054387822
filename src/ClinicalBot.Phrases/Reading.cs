using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>What one typed message says, finding by finding. Null means "not mentioned": nothing here is ever guessed. A contradiction holds the worst value
/// and asks; a mention that may or may not be a red flag is only asked.</summary>
public sealed record Reading : Findings
{
    /// <summary>A person or a subject this tool is not for.</summary>
    public OutsideTool? Outside { get; init; }

    /// <summary>The language of the message where it is none this reader reads, as a two-letter code, e.g. "es"; else null.</summary>
    public string? Language { get; init; }

    /// <summary>When the last injection was.</summary>
    public BlockTimeReading? BlockTime { get; init; }

    /// <summary>It corrects: what it names replaces what was said of it before, but for a red flag.</summary>
    public bool Corrects { get; init; }

    /// <summary>The context step is to be left as it is ("skip", "none", "nothing else").</summary>
    public bool ContextSkipped { get; init; }

    /// <summary>A plain yes or no to whatever was asked.</summary>
    public YesNo? Confirmation { get; init; }

    /// <summary>What must be asked back before it counts, in order; empty when the message was clear.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Words the vocabulary lacks, as typed: beside them nothing reassured.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>The message is longer than 5,000 characters: it was not read at all, and the sender must be told.</summary>
    public bool TooLong { get; init; }

    /// <summary>True when nothing at all was recognized.</summary>
    public bool IsEmpty => Doubts.Count == 0 && this with { Doubts = Nothing.Doubts, NotUnderstood = Nothing.NotUnderstood, Corrects = false } == Nothing;

    /// <summary>Nothing recognized.</summary>
    public static Reading Nothing { get; } = new();
}

/// <summary>Something said that must be asked back.</summary>
/// <param name="Finding">camelCase path as in the API, e.g. "redFlags.bilateralSymptoms", "straightLegRaise" or "blockTime"; "motor" and "redFlags"
/// when it is not said which.</param>
/// <param name="Kind">Why it is in doubt.</param>
/// <param name="Quote">The words that caused it, as typed; "" when no words of this message did. Doubts with the same words are one question.</param>
public sealed record Doubt(string Finding, DoubtKind Kind, string Quote = "");

/// <summary>Why something must be asked back.</summary>
public enum DoubtKind
{
    /// <summary>Both ways in one message; the worst counts meanwhile.</summary>
    Contradiction,

    /// <summary>May or may not be meant ("bilateral block", "what is saddle?", "no change"); nothing counts meanwhile.</summary>
    Unclear,

    /// <summary>Adverse without saying where ("weak leg", "can't lift the foot"); the worst counts meanwhile and the exact finding is asked.</summary>
    Unspecific,
}

/// <summary>What a message said about the time of the last injection. Closed.</summary>
public abstract record BlockTimeReading
{
    private BlockTimeReading()
    {
    }

    /// <summary>An instant.</summary>
    /// <param name="At">With the sender's offset at that instant.</param>
    /// <param name="NeedsConfirmation">A bare time or "since ...": echo it and ask before it counts.</param>
    public sealed record Known(DateTimeOffset At, bool NeedsConfirmation) : BlockTimeReading;

    /// <summary>The message says that it is not known.</summary>
    public sealed record Unknown : BlockTimeReading;

    /// <summary>Read, and impossible: in the future or more than 30 days ago.</summary>
    /// <param name="At">What was read.</param>
    /// <param name="InFuture">True for the future, false for too long ago.</param>
    public sealed record Refused(DateTimeOffset At, bool InFuture) : BlockTimeReading;
}

/// <summary>The steps of the triage, as topics a message can be about.</summary>
public enum Topic
{
    /// <summary>Time of the last injection.</summary>
    Time,

    /// <summary>Straight-leg raise and motor groups.</summary>
    Motor,

    /// <summary>Numbness, distribution, radicular symptoms, reflexes.</summary>
    Sensation,

    /// <summary>The four red flags.</summary>
    RedFlags,

    /// <summary>Circumstances of the block.</summary>
    Context,

    /// <summary>The summary to confirm.</summary>
    Review,
}

/// <summary>Whom or what this tool is not for.</summary>
public enum OutsideTool
{
    /// <summary>First-person symptoms: a patient writes.</summary>
    Patient,

    /// <summary>Seizure, breathing trouble, tingling round the mouth, metallic taste, arrest, dropping consciousness: call for help now.</summary>
    CallForHelp,

    /// <summary>Another procedure or another limb than the leg after a lumbar medial branch block.</summary>
    OtherProcedure,

    /// <summary>A language this reader does not read, named in <see cref="Reading.Language"/>.</summary>
    OtherLanguage,
}
