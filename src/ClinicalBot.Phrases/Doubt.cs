namespace ClinicalBot.Phrases;

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
