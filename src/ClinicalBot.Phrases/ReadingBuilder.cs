using ClinicalBot.Phrases.Scope;

namespace ClinicalBot.Phrases;

/// <summary>Makes one reading of all claims: the worst value wins, a part that was not said leaves the whole open, one leg does not speak for both.</summary>
internal sealed partial class ReadingBuilder(IReadOnlyList<Claim> claims, FoldedText text, string typed, Topic? topic)
{
    private readonly List<Doubt> _doubts = [];
    private readonly ILookup<string, Claim> _byPath = ByPath(claims);

    /// <summary>Sentences that say which group is weak, or that the leg cannot be raised.</summary>
    private readonly HashSet<int> _located = [.. claims.Where(c => FindingTable.IsMotor(c.Path)
        && c is { Path: not FindingPaths.AnyMotor, Outcome: Outcome.Adverse, Unspecific: false }).Select(c => c.Sentence)];

    private readonly OnSide? _affected = OneSide(claims);

    /// <summary>Adds the findings and the doubts to what is known of the message already.</summary>
    public Reading Complete(Reading reading)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in FindingTable.GravestFirst)
        {
            if (row.Path == FindingPaths.Distribution)
            {
                reading = reading with { Distribution = Where(row) };
                continue;
            }

            var outcome = row.Parts.Count == 0 ? Settle(row.Path, _byPath[row.Path]) : SettleParts(row);
            reading = row.Set(reading, outcome);
            told.UnionWith(outcome is Outcome.Adverse or Outcome.Reassuring ? [row.Path] : Array.Empty<string>());
        }

        // "No red flags: no saddle numbness, ...": each is told.
        var flags = FindingTable.Of(Topic.RedFlags).All(row => told.Contains(row.Path));
        foreach (var (any, group) in new[] { (FindingPaths.AnyFlag, FindingPaths.RedFlags), (FindingPaths.AnyMotor, FindingPaths.Motor) })
        {
            var open = _byPath[any].Where(c => c.IsOpen && !(flags && any == FindingPaths.AnyFlag));
            _doubts.AddRange(open.Take(1).Select(claim => Doubt(group, DoubtKind.Unclear, claim)));
        }

        // Circumstances never change the urgency, and an unknown one counts as the worse: they are not worth a question of their own.
        _doubts.RemoveAll(d => topic != Topic.Context && FindingPaths.IsContext(d.Finding));
        reading = reading with { KnownEarlierDeficit = claims.Any(c => c.Known) };
        Gather(FindingPaths.Motor, FindingTable.Expand(FindingPaths.Motor));
        Gather(FindingPaths.RedFlags, [.. FindingTable.Of(Topic.RedFlags).Select(row => row.Path)]);
        return _doubts.Count == 0 ? reading : reading with { Doubts = [.. reading.Doubts, .. _doubts] };
    }

    /// <summary>The same words that leave all of a group in doubt are one doubt about the group.</summary>
    private void Gather(string group, IReadOnlyList<string> paths)
    {
        var unclear = _doubts.FindAll(d => d.Kind == DoubtKind.Unclear && paths.Contains(d.Finding));
        if (unclear.Count == paths.Count && unclear.TrueForAll(d => d.Quote == unclear[0].Quote))
        {
            var at = _doubts.IndexOf(unclear[0]);
            _doubts.RemoveAll(d => unclear.Contains(d) || d.Finding == group);
            _doubts.Insert(Math.Min(at, _doubts.Count), new Doubt(group, DoubtKind.Unclear, unclear[0].Quote));
        }
    }

    private Outcome Settle(string path, IEnumerable<Claim> said, bool isPart = false)
    {
        var about = said.ToList();
        if (about.Count == 0)
        {
            return Outcome.None;
        }

        // "Weak leg: DF 3/5, others 5/5": a weakness that is located leaves the groups named well as they are.
        var isLocated = about.Exists(well => well.Outcome == Outcome.Reassuring && _located.Contains(well.Sentence));
        var adverse = about.FindAll(c => c.Outcome == Outcome.Adverse && !(c.Unspecific && isLocated));
        if (adverse.Count > 0)
        {
            SettleAdverse(path, about, adverse);
            return Outcome.Adverse;
        }

        if (about.Exists(c => c.Outcome == Outcome.Unknown) && !about.Exists(c => c is { Outcome: Outcome.Ask, Plain: Outcome.Adverse }))
        {
            return Outcome.Unknown;
        }

        var asked = about.Find(c => c.Outcome == Outcome.Ask) ?? (IsWhole(about) ? null : about.Find(c => c.Outcome == Outcome.Reassuring)) ?? Voids(path);
        if (asked is not null && !isPart)
        {
            _doubts.Add(Doubt(path, DoubtKind.Unclear, asked));
        }

        return asked is not null ? Outcome.Ask : Outcome.Reassuring;
    }

    private void SettleAdverse(string path, List<Claim> about, List<Claim> adverse)
    {
        if (adverse.TrueForAll(c => c.Unspecific))
        {
            _doubts.Add(Doubt(path, DoubtKind.Unspecific, adverse[0]));
        }
        else if (about.Find(c => c.Outcome == Outcome.Reassuring && !c.General && c.Side == OnSide.Any) is not null
            && adverse.Exists(c => !c.General && c.Side == OnSide.Any))
        {
            _doubts.Add(Doubt(path, DoubtKind.Contradiction, adverse[0]));
        }
    }

    private static ILookup<string, Claim> ByPath(IReadOnlyList<Claim> claims)
    {
        var told = claims.Where(c => c is { Minor: false, Outcome: Outcome.Reassuring }).Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        return claims.Where(c => !c.Minor || !told.Contains(c.Path)).ToLookup(c => c.Path, StringComparer.Ordinal);
    }

    /// <summary>A patient who gets weaker, or whose leg gives way, has something wrong that "motor normal" does not show.</summary>
    private Claim? Voids(string path) => FindingTable.GroupOf(path) != FindingPaths.Motor
        && !(path == FindingPaths.StraightLegRaise && _byPath[path].All(c => c.General)) ? null
        : _byPath[FindingPaths.Progressive].FirstOrDefault(c => c.Outcome == Outcome.Adverse || c.Outcome == Outcome.Ask
            && (c.Plain == Outcome.Adverse || _byPath[path].Any(p => p.Sentence == c.Sentence)))
            ?? _byPath[FindingPaths.AnyMotor].FirstOrDefault(c => c.IsOpen);

    private bool IsWhole(List<Claim> about)
    {
        var sides = about.Where(c => c.Outcome == Outcome.Reassuring).Select(c => c.Side).ToHashSet();
        return sides.Contains(OnSide.Any) || sides.Count == 2 || _affected is { } affected && sides.Contains(affected);
    }
}
