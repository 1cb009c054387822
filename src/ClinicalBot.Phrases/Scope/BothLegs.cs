namespace ClinicalBot.Phrases.Scope;

/// <summary>Whether what a clause says is of both legs.</summary>
internal static class BothLegs
{
    /// <summary>The claim about both legs that follows from a clause and what it says, if any.</summary>
    public static IEnumerable<Claim> Read(Clause clause, IReadOnlyList<Lexeme> lexemes, IReadOnlyList<Claim> claims, Topic? topic,
        IReadOnlyList<string> modifiers)
    {
        if (claims.Any(claim => claim.Path is FindingPaths.Bilateral or FindingPaths.Within))
        {
            return [];
        }

        var plain = DecisionTable.Modify(Decide(clause, lexemes, claims, topic), modifiers, Polarity);
        var outcome = clause.AskedList is null ? plain : Outcome.Ask;
        // Blocked on both sides: asked only where nothing is told of the legs.
        var ofBlock = outcome == Outcome.Ask && clause.Has(LastBlock) && clause.Elements.AreAll(Level);
        return plain == Outcome.None ? [] : [Claim.Of(clause, FindingPaths.Bilateral, outcome) with { Plain = plain, Minor = ofBlock }];
    }

    /// <summary>The column of the decision table it is read by.</summary>
    private const string Polarity = "topic";

    private static Outcome Decide(Clause clause, IReadOnlyList<Lexeme> lexemes, IReadOnlyList<Claim> claims, Topic? topic)
    {
        var sides = clause.Has(Left) && clause.Has(Right);
        var both = clause.Has(Both) || sides && clause.Has(And);
        // "Neither leg moves" is of both legs, "neither lifts the leg nor moves the foot" of one.
        var neither = lexemes.SkipWhile(l => !l.Is(Neither)).Skip(1).FirstOrDefault(l => l.Is(Element))?.Is(OneLeg) == true;
        var other = clause.Has(OtherLegs);
        var worst = claims.Where(claim => !FindingPaths.IsOfFlags(claim.Path) && !FindingPaths.IsContext(claim.Path)).Select(claim => claim.Plain)
            .DefaultIfEmpty(Outcome.None).Max();
        var (said, flags) = (claims.Where(c => c.Outcome != Outcome.None).ToList(), topic == Topic.RedFlags);
        return (both, other) switch
        {
            (true, _) when clause.Has(LastBlock) && !OfLegs(lexemes) => Outcome.Ask,
            _ when worst == Outcome.Adverse && (both || other || neither) => claims.Any(IsOfMoreThanJerks) || !clause.Has(Grade)
                ? Outcome.Adverse : Outcome.Ask,
            _ when worst == Outcome.Adverse && clause.Has(Side) && lexemes.Has(Added) => clause.Has(Now) ? Outcome.Adverse : Outcome.Ask,
            _ when neither && said.Count == 0 && (topic is null || flags) => Outcome.Ask,
            _ when sides && clause.Has(Worsens) => Outcome.Ask,
            _ when neither && flags && claims.Any(c => c.Plain == Outcome.Reassuring) => Outcome.Reassuring,
            (true, _) or (_, true) when worst == Outcome.Ask && !NamesFunctionsOnly(lexemes)
                && (flags || said.Exists(c => c.Outcome == Outcome.Ask && !c.Minor)) => Outcome.Ask,
            _ when worst == Outcome.Adverse && lexemes.Has(Plural) => Outcome.Ask,
            (true, _) when claims.Count == 0 && !clause.Has(Complaint) && !lexemes.Has(Aside, Act, OtherQuality) => OfBothAlone(clause, lexemes, flags),
            (_, true) when worst == Outcome.Reassuring || claims.Count == 0 && clause.Has(Good) => flags || topic is null ? Outcome.Reassuring : Outcome.None,
            (_, true) when flags && claims.Any(c => c.Plain == Outcome.Reassuring) => Outcome.Reassuring,
            (_, true) when claims.Count == 0 => lexemes.Has(DenyOrNo) ? Outcome.Reassuring : Outcome.Ask,
            (true, _) when flags && said.Count > 0 && said.TrueForAll(c => c.Plain == Outcome.Reassuring) && lexemes.Has(Denies) => Outcome.Reassuring,
            (true, _) when flags && worst == Outcome.Reassuring => lexemes.Has(Denies) ? Outcome.Reassuring : Outcome.Ask,
            _ => Outcome.None,
        };
    }

    private static Outcome OfBothAlone(Clause clause, IReadOnlyList<Lexeme> lexemes, bool flags)
    {
        var cues = ClauseCues.Of(lexemes, 0, lexemes.Count);
        if (cues.Any(cue => cue is CueKind.Resolved or CueKind.Back or CueKind.Able or CueKind.NotBad or CueKind.NotHard or CueKind.Present)
            || !flags && clause.Has(Unknown) && !clause.HasElement)
        {
            return Outcome.None;
        }

        var outcome = cues.Max(cue => DecisionTable.Decide(cue, Polarity));
        return outcome == Outcome.Reassuring && flags && !lexemes.Has(Denies) ? Outcome.Ask
            : outcome == Outcome.Adverse && (!flags || !clause.Has(WholeLegs) || clause.Has(Verb)) && cues is not [CueKind.AnsweredYes] ? Outcome.Ask
            : outcome == Outcome.Reassuring && !lexemes.Has(Denies) ? Outcome.None
            : outcome;
    }

    /// <summary>"1+ ankles bilaterally" is nothing new in many an old person.</summary>
    private static bool IsOfMoreThanJerks(Claim claim) => claim.Plain == Outcome.Adverse && FindingTable.GroupOf(claim.Path) != FindingPaths.Reflexes;

    /// <summary>"Bilateral leg numbness after the MBB" is of the legs, "leg numb after bilateral MBB" is of the block.</summary>
    private static bool OfLegs(IReadOnlyList<Lexeme> lexemes)
    {
        var told = lexemes.Where(l => !l.Is(Filler, Side, Verb)).ToList();
        var both = told.IndexOf(Both);
        return both >= 0 && both + 1 < told.Count && told[both + 1].Is(Element) && !told[both + 1].Is(Level);
    }

    /// <summary>"Reflexes present both sides" tells of nothing wrong.</summary>
    private static bool NamesFunctionsOnly(IReadOnlyList<Lexeme> lexemes) =>
        lexemes.Where(l => l.Is(Quality, Act)).AreAll(FunctionForm) && !lexemes.Has(UnlessPresent);
}
