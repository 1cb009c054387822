using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"R leg normal", where what is wrong is on the left: not both legs. And what is wrong on the left and on the right: both.</summary>
internal static class OtherLeg
{
    /// <summary>"Left leg: normal - full power, reflexes present", where it is the right that is numb: all it says without a side is of the left.</summary>
    public static void Carry(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        Carry(claims, clauses, c => c.Outcome == Outcome.Adverse);
        if (claims.Where(IsWrongWithALeg).Select(c => c.Side).Distinct().Count() == 1)
        {
            Carry(claims, clauses, _ => true);
        }
    }

    private static void Carry(List<Claim> claims, IReadOnlyList<Clause> clauses, Func<Claim, bool> takes)
    {
        var side = OnSide.Any;
        foreach (var clause in clauses)
        {
            var begins = clause.Link == Link.Stop;
            side = begins && clause.Lexemes.FirstOrDefault(l => !l.Is(Filler))?.Is(Left, Right) == true && !clause.Has(LastBlock) ? Claim.SideOf(clause)
                : begins || clause.Has(Left, Right) || clause.Has(BothOrOther) ? OnSide.Any : side;
            for (var i = 0; side != OnSide.Any && i < claims.Count; i++)
            {
                var claim = claims[i];
                claims[i] = claim.Start >= clause.Start && claim.Start < clause.End && claim.Side == OnSide.Any && !FindingPaths.IsOfFlags(claim.Path)
                    && takes(claim) ? claim with { Side = side } : claim;
            }
        }
    }

    /// <summary>The claims about both legs that follow from the sides of what a message says.</summary>
    public static IEnumerable<Claim> Read(IReadOnlyList<Claim> claims, IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var ofLegs = claims.Where(IsWrongWithALeg).ToList();
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
        // Asked whether it is both, "the left leg is not affected" says that it is not.
        return well is not null && !wrong.Contains(well.Side) && (wrong.Count == 1 || topic == Topic.RedFlags)
            ? [well with { Path = FindingPaths.Bilateral, Side = OnSide.Any }] : [];
    }

    private static bool IsWrongWithALeg(Claim claim) =>
        claim.Outcome == Outcome.Adverse && claim.Side != OnSide.Any && !FindingPaths.IsOfFlags(claim.Path);
}
