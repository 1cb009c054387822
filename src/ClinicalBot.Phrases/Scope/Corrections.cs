using ClinicalBot.Phrases.Clauses;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"Block area only. Correction: the whole L5 dermatome": what is said after a correction replaces what was said of the same before it.</summary>
internal static class Corrections
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal) { "within", "unexpected", "dermatomal", "distribution" };

    /// <summary>Takes out the claims that a later correction replaces. A red flag stays: only "That's wrong" takes one back.</summary>
    public static void Apply(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        if (clauses.FirstOrDefault(c => c.Corrects) is not { } first || first.Sentence == 0)
        {
            return;
        }

        var said = claims.Where(c => c.Sentence >= first.Sentence && c.Outcome is Outcome.Adverse or Outcome.Reassuring).Select(c => Key(c.Path))
            .ToHashSet(StringComparer.Ordinal);
        claims.RemoveAll(c => c.Sentence < first.Sentence && said.Contains(Key(c.Path)) && !(c.Outcome == Outcome.Adverse && IsRedFlag(c.Path)));
    }

    private static string Key(string path) => Places.Contains(path) ? "distribution" : path;

    private static bool IsRedFlag(string path) => path is "bladder" or "bowel" || path.StartsWith("redFlags", StringComparison.Ordinal);
}
