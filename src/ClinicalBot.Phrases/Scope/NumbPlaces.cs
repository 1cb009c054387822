using ClinicalBot.Phrases.Clauses;

namespace ClinicalBot.Phrases.Scope;

/// <summary>Where it is numb says that it is numb; "resolved except the big toe" is not resolved.</summary>
internal static class NumbPlaces
{
    /// <summary>Adds what follows about numbness from the places a message names.</summary>
    public static void Complete(List<Claim> claims, IReadOnlyList<Clause> clauses, Topic? topic)
    {
        DropSituation(claims, clauses);
        var place = claims.Find(c => c.Path is FindingPaths.Within or FindingPaths.Unexpected or FindingPaths.Dermatomal
            && (c.Outcome is Outcome.Reassuring or Outcome.Adverse || topic == Topic.Sensation));
        var found = place is null || claims.Exists(c => c.Path is FindingPaths.Numbness or FindingPaths.Touch or FindingPaths.Pinprick
            or FindingPaths.Temperature) ? [] : new List<Claim> { place with { Path = FindingPaths.Numbness, Outcome = Outcome.Adverse, Side = OnSide.Any,
                General = true } };
        foreach (var clause in clauses.Where(c => c.Link == Link.Except && c.HasElement && claims.Exists(n => n.Path == FindingPaths.Numbness
            && n.Outcome is Outcome.Reassuring or Outcome.Ask && n.Sentence == c.Sentence)))
        {
            found.Add(new Claim(FindingPaths.Numbness, Outcome.Adverse, clause.Start, clause.End) { Sentence = clause.Sentence, General = true });
            claims.RemoveAll(c => c.Path == FindingPaths.Numbness && c.Sentence == clause.Sentence && c.Outcome == Outcome.Reassuring);
        }

        claims.AddRange(found);
    }

    /// <summary>Why the call was made ("S: leg went numb") gives way to an exam that says it is gone ("A: numbness gone").</summary>
    private static void DropSituation(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        var parts = clauses.GroupBy(c => c.Sentence).ToDictionary(s => s.Key, s => s.First().Part);
        if (claims.Exists(c => c is { Path: FindingPaths.Numbness, Outcome: Outcome.Reassuring } && parts[c.Sentence] == Part.Assessment))
        {
            claims.RemoveAll(c => c is { Path: FindingPaths.Numbness, Outcome: Outcome.Adverse } && parts[c.Sentence] == Part.Situation);
        }
    }
}
