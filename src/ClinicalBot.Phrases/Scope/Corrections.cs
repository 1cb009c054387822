using ClinicalBot.Phrases.Clauses;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"Block area only. Correction: the whole L5 dermatome": what is said after a correction replaces what was said of the same before it.</summary>
internal static class Corrections
{
    /// <summary>Takes out the claims that a later correction replaces. A red flag stays: only "That's wrong" takes one back.</summary>
    public static void Apply(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        if (clauses.FirstOrDefault(c => c.Corrects) is not { Sentence: > 0 and var first })
        {
            return;
        }

        var said = claims.Where(c => c.Sentence >= first && c.Outcome is Outcome.Adverse or Outcome.Reassuring).Select(c => Key(c.Path))
            .ToHashSet(StringComparer.Ordinal);
        claims.RemoveAll(c => c.Sentence < first && said.Contains(Key(c.Path)) && !(c.Outcome == Outcome.Adverse && FindingPaths.IsOfFlags(c.Path)));
    }

    private static string Key(string path) =>
        path is FindingPaths.Within or FindingPaths.Unexpected or FindingPaths.Dermatomal ? FindingPaths.Distribution : path;
}
