using ClinicalBot.Phrases.Times;

namespace ClinicalBot.Phrases;

/// <summary>One understood (or not understood) stretch of the message.</summary>
/// <param name="Term">Its meaning.</param>
/// <param name="Text">As typed, normalized.</param>
internal sealed record Lexeme(Term Term, string Text)
{
    /// <summary>True when spelling was corrected to find it.</summary>
    public bool Corrected { get; init; }

    /// <summary>The amount of a measure.</summary>
    public decimal Number { get; init; }

    /// <summary>The name to keep, of drugs and levels.</summary>
    public string? Canonical { get; init; }

    /// <summary>For <see cref="Term.Time"/>.</summary>
    public TimeExpression? Time { get; init; }
}
