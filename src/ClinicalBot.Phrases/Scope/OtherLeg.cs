using ClinicalBot.Phrases.Clauses;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"R leg normal", where what is wrong is on the left: not both legs. And what is wrong on the left and on the right: both.</summary>
internal static class OtherLeg
{
    /// <summary>The claims about both legs that follow from the sides of what a message says.</summary>
    public static IEnumerable<Claim> Read(IReadOnlyList<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        var ofLegs = claims.Where(c => c.Outcome == Outcome.Adverse && c.Side != OnSide.Any && !FindingPaths.IsOfFlags(c.Path)).ToList();
        var wrong = ofLegs.Select(c => c.Side).ToHashSet();
        if (wrong.Count == 2)
        {
            var last = ofLegs[^1];
            return [new Claim(FindingPaths.Bilateral, Outcome.Adverse, last.Start, last.End) { Sentence = last.Sentence, Plain = Outcome.Adverse }];
        }

        if (wrong.Count == 0)
        {
            wrong.UnionWith(clauses.Where(c => c.Has(LastBlock)).Select(Claim.SideOf).Where(side => side != OnSide.Any));
        }

        var well = claims.FirstOrDefault(c => c is { Path: FindingPaths.WellLeg, Outcome: Outcome.Reassuring, Side: not OnSide.Any });
        return well is not null && wrong.Count == 1 && !wrong.Contains(well.Side) ? [well with { Path = FindingPaths.Bilateral, Side = OnSide.Any }] : [];
    }
}
