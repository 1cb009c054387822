using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>One thing a clause speaks of.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="First">Index of its head, the quality or act, in the clause.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record Mention(Meaning Meaning, int First, int Last);
