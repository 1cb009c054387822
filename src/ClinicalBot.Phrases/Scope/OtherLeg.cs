using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"R leg normal", where what is wrong is on the left: not both legs. And what is wrong on the left and on the right: both.</summary>
internal static class OtherLeg
{
    /// <summary>The claims about both legs that follow from the sides of what a message says.</summary>
    public static IEnumerable<Claim> Read(IReadOnlyList<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        var ofLegs = claims.Where(c => c.Outcome == Outcome.Adverse && c.Side != "-" && !c.Path.StartsWith("redFlags", StringComparison.Ordinal)
            && c.Path is not ("bladder" or "bowel")).ToList();
        var wrong = ofLegs.Select(c => c.Side).ToHashSet(StringComparer.Ordinal);
        if (wrong.Count == 2)
        {
            var last = ofLegs[^1];
            return [new Claim(BothLegs.Path, Outcome.Adverse, last.Start, last.End) { Sentence = last.Sentence, Plain = Outcome.Adverse }];
        }

        if (wrong.Count == 0)
        {
            wrong.UnionWith(clauses.Where(c => c.Has(TermKind.Event, "block", "mbb") && c.Has(TermKind.Side, "left") != c.Has(TermKind.Side,
                "right")).Select(c => c.Has(TermKind.Side, "left") ? "left" : "right"));
        }

        var well = claims.FirstOrDefault(c => c.Path == "leg.well" && c.Outcome == Outcome.Reassuring && c.Side != "-");
        return well is not null && wrong.Count == 1 && !wrong.Contains(well.Side) ? [well with { Path = BothLegs.Path, Side = "-" }] : [];
    }
}
