namespace ClinicalBot.Phrases.Scope;

/// <summary>What is said of a whole group at once.</summary>
/// <param name="Group">Motor, reflexes or flags.</param>
/// <param name="WithRaise">The straight-leg raise belongs to it as well.</param>
/// <param name="Outcome">What is made of each that was not named apart.</param>
/// <param name="Clause">Where it is said.</param>
internal sealed record WholeGroup(string Group, bool WithRaise, Outcome Outcome, Clause Clause)
{
    /// <summary>What it claims of all that was not named apart.</summary>
    public IEnumerable<Claim> Claims(IEnumerable<Claim> said)
    {
        var apart = said.Where(c => !(c.General || c.Unspecific) || c.Outcome is not (Outcome.Adverse or Outcome.Reassuring)
            || c is { Outcome: Outcome.Reassuring, Side: OnSide.Any }).Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        return FindingTable.Expand(Group).Concat(WithRaise ? [FindingPaths.StraightLegRaise] : []).Where(path => !apart.Contains(path))
            .Select(path => Claim.Of(Clause, path, Outcome) with { General = true }).ToList();
    }
}

/// <summary>"None" of what was shown, and "the rest normal" of what was not named.</summary>
internal static class Wholes
{
    /// <summary>The column of the decision table by which modifiers bear on a whole group.</summary>
    private const string Polarity = "function";

    private static readonly (string Group, WordSelector[] Words, string Polarity)[] Groups = [.. TableFile.Rows("groups.tsv").Select(row =>
        (row[0], WordSelector.ParseAll(row[1]), row[2]))];

    /// <summary>The whole statement of a clause, or null. "Before" is the group last spoken of; "void" that something in its sentence was not
    /// understood.</summary>
    public static WholeGroup? Read(Clause clause, Topic? topic, string? before, bool isVoid)
    {
        if (clause.Has(NoneAtAll) && !clause.HasElement)
        {
            return topic == Topic.RedFlags ? Of(FindingPaths.Flags, clause.Has(Deny) ? Outcome.Ask : Outcome.Reassuring) : null;
        }

        var named = Groups.FirstOrDefault(each => clause.Lexemes.Any(l => Array.Exists(each.Words, word => word.Takes(l.Term)))).Group;
        var group = named ?? before ?? topic switch { Topic.Motor => FindingPaths.Motor, Topic.RedFlags => FindingPaths.Flags, _ => null };
        if (!clause.Has(Rest) || group is null || !clause.Elements.AreAll(OfItself))
        {
            return null;
        }

        var cues = ClauseCues.Of(clause.Lexemes, -1, clause.Lexemes.Length);
        var polarity = Array.Find(Groups, each => each.Group == group).Polarity;
        return Of(group, cues is not [CueKind.Bare] ? cues.Max(cue => DecisionTable.Decide(cue, polarity))
            : clause.Has(NotKnown) ? Outcome.Unknown : clause.Has(None) ? Outcome.Reassuring : clause.Has(WeakQuality) ? Outcome.Adverse : Outcome.Ask);

        WholeGroup Of(string of, Outcome said)
        {
            var withRaise = topic == Topic.Motor && of == FindingPaths.Motor && said != Outcome.Adverse;
            return new WholeGroup(of, withRaise, DecisionTable.Modify(said, Modifiers.OfWhole(clause, isVoid), Polarity), clause);
        }
    }
}
