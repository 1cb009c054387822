using ClinicalBot.Phrases.Scope;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>Findings that are made of parts: bowel and bladder, the three modalities, where it is numb.</summary>
internal sealed partial class ReadingBuilder
{
    private Outcome SettleParts(Finding row)
    {
        var whole = _byPath[row.Path].ToList();
        var parts = row.Parts.Select(part => _byPath[part].ToList()).ToList();
        var all = whole.Concat(parts.SelectMany(p => p)).ToList();
        if (all.Exists(c => c.Outcome == Outcome.Adverse))
        {
            var contradicted = parts.Append(whole).Any(p => p.Exists(c => c is { Outcome: Outcome.Reassuring, General: false } && IsOfAffected(c))
                && p.Exists(c => c.Outcome == Outcome.Adverse))
                || row.Path == FindingPaths.Numbness && whole.Exists(c => c.Outcome == Outcome.Reassuring && IsOfAffected(c));
            if (contradicted)
            {
                _doubts.Add(Doubt(row.Path, DoubtKind.Contradiction, all.Find(c => c.Outcome == Outcome.Adverse)!));
            }

            return Outcome.Adverse;
        }

        var outcome = all.Count == 0 ? Outcome.None
            : whole.Count > 0 && Settle(row.Path, whole, isPart: true) is Outcome.Reassuring
                && !all.Exists(c => c.Outcome is Outcome.Ask or Outcome.Unknown) ? Outcome.Reassuring
            : all.Exists(c => c.Outcome == Outcome.Unknown) ? Outcome.Unknown
            : parts.TrueForAll(part => Settle(row.Path, part, isPart: true) == Outcome.Reassuring) && whole.TrueForAll(c => c.Outcome == Outcome.Reassuring
                || row.Path == FindingPaths.Numbness && c is { Outcome: Outcome.Ask, Plain: Outcome.Ask }) ? Outcome.Reassuring
            : Outcome.Ask;
        if (outcome == Outcome.Ask)
        {
            _doubts.Add(Doubt(row.Path, DoubtKind.Unclear, all.Find(c => c.Outcome == Outcome.Ask) ?? all[0]));
        }

        return outcome;
    }

    private Distribution? Where(Finding row)
    {
        var within = _byPath[FindingPaths.Within].ToList();
        var worst = _byPath[FindingPaths.Dermatomal].Concat(_byPath[FindingPaths.Unexpected]).ToList();
        var adverse = worst.Find(c => c.Outcome == Outcome.Adverse) ?? within.Find(c => c.Outcome == Outcome.Adverse);
        if (adverse is not null)
        {
            if (within.Exists(c => c.Outcome == Outcome.Reassuring))
            {
                _doubts.Add(Doubt(row.Path, DoubtKind.Contradiction, adverse));
            }

            return worst.Exists(c => c is { Outcome: Outcome.Adverse, Path: FindingPaths.Dermatomal }) ? Distribution.Dermatomal : Distribution.Unexpected;
        }

        return Settle(row.Path, [.. within, .. worst, .. _byPath[row.Path]]) switch
        {
            Outcome.Reassuring => Distribution.WithinBlockArea,
            Outcome.Unknown => Distribution.NotAssessed,
            _ => null,
        };
    }

    /// <summary>What is well on the other leg contradicts nothing.</summary>
    private bool IsOfAffected(Claim claim) => claim.Side == OnSide.Any || _affected is null || claim.Side == _affected;

    private Doubt Doubt(string path, DoubtKind kind, Claim claim) => new(path, kind, text.Typed(typed, claim.Start, claim.End));

    /// <summary>The side everything adverse is on; null when there is none, or both.</summary>
    private static OnSide? OneSide(IReadOnlyList<Claim> claims)
    {
        var sides = claims.Where(c => c.Outcome == Outcome.Adverse && c.Side != OnSide.Any).Select(c => c.Side).Distinct().ToList();
        return sides.Count == 1 ? sides[0] : null;
    }
}
