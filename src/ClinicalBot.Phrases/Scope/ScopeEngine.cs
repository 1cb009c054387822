namespace ClinicalBot.Phrases.Scope;

/// <summary>The one scope engine: what a clause says of which finding, from its mentions, its cues and the decision table.</summary>
internal static class ScopeEngine
{
    /// <summary>The claims of one clause.</summary>
    /// <param name="clause">After the passes over its neighbors.</param>
    /// <param name="topic">The question that is open; null outside a dialog.</param>
    /// <param name="isVoid">What it says reassures of nothing: <see cref="VoidSentences"/>.</param>
    /// <param name="isAdvice">It stands behind what the patient was told to watch for.</param>
    public static IReadOnlyList<Claim> Read(Clause clause, Topic? topic, bool isVoid, bool isAdvice)
    {
        // "L4-S1 MBB, left leg numb": the levels are the block's, not where it is numb.
        var ofBlock = clause.Has(LastBlock) && !clause.Has(WhereNumb);
        IReadOnlyList<Lexeme> lexemes = [.. clause.Borrowed, .. clause.Lexemes.Where(l => !(ofBlock && l.Is(Level)))];
        var modifiers = Modifiers.Of(clause, isVoid, isAdvice);
        var mentions = Mentions.Of(lexemes, topic);
        var claims = mentions.SelectMany(mention => Cues(clause, lexemes, mention).SelectMany(cue => Claims(clause, mention, cue, modifiers))).ToList();
        claims.AddRange(BothLegs.Read(clause, lexemes, claims, topic, modifiers));
        claims.AddRange(Unread(clause, mentions, claims));
        return claims.FindAll(claim => claim.Outcome != Outcome.None && !(claim.Outcome == Outcome.Reassuring
            && (clause.Has(OtherLimb) || clause.Has(OtherOrWell) && claim.Path != FindingPaths.Bilateral)));
    }

    /// <summary>A red flag beside a word not understood, of which nothing was made: it is asked.</summary>
    private static IEnumerable<Claim> Unread(Clause clause, IReadOnlyList<Mention> mentions, List<Claim> claims) =>
        !clause.Has(UnknownWord) ? [] : mentions.SelectMany(m => m.Meaning.Paths).Distinct().Where(path => FindingTable.IsRedFlag(path)
            && !claims.Exists(c => c.Path == path && c.Outcome != Outcome.None)).Select(path => Claim.Of(clause, path, Outcome.Ask)).ToList();

    private static IEnumerable<CueKind> Cues(Clause clause, IReadOnlyList<Lexeme> lexemes, Mention mention)
    {
        var meaning = mention.Meaning;
        if (meaning.Is(lexemes.Has(Grade) ? Trait.NeverGraded : Trait.NeedsGrade))
        {
            return [];
        }

        if (lexemes.Has(Pluses) && (meaning.Is(Trait.PlusIsPositive) || meaning.Paths.Contains(FindingPaths.StraightLegRaise)))
        {
            // "numb ++" is very numb; "SLR ++" may be anything.
            return [meaning.Is(Trait.PlusIsOpen) ? CueKind.Other : CueKind.Positive];
        }

        var cues = ClauseCues.Of(lexemes, mention.First, mention.Last);
        // "normal except toes": what is named after "except" is the opposite of what was said before; "everything except saddle is no": what is said is
        // said of all the others.
        return clause.Link != Link.Except ? cues
            : !(cues is [CueKind.Absent or CueKind.NotPresent] && meaning.Is(Trait.AbsentIsBad))
                && cues.All(cue => cue is CueKind.AnsweredNo or CueKind.Good or CueKind.Negative or CueKind.NotPresent or CueKind.Absent) ? [CueKind.Doubtful]
            : cues is [CueKind.Bare] && meaning.Is(Trait.ExceptIsBad) ? [CueKind.Bad] : cues;
    }

    private static IEnumerable<Claim> Claims(Clause clause, Mention mention, CueKind cue, IReadOnlyList<string> modifiers)
    {
        var meaning = mention.Meaning;
        var plain = DecisionTable.Decide(cue, meaning.Polarity);
        var more = meaning.Paths.Contains(FindingPaths.Within) && clause.Lexemes.SkipWhile(l => !l.Is(Joint)).Has(Subject);
        var outcome = plain == Outcome.Reassuring && (meaning.Certainty == Certainty.Part || more) ? Outcome.Ask : plain;
        outcome = meaning.Certainty != Certainty.Maybe ? outcome : outcome is Outcome.Adverse or Outcome.Ask ? Outcome.Ask : Outcome.None;
        outcome = DecisionTable.Modify(outcome, modifiers, meaning.Polarity);

        // "bowels regular", "bladder cancer": what is said of the place is not understood.
        var isOpen = meaning.Is(Trait.IsPlace) && cue == CueKind.Bare && clause.Lexemes.SkipWhile(l => !l.Is(Element)).Has(NotUnderstood)
            || clause.Borrowed.Count > 0 && clause.Has(NotUnderstood, Aside);
        if (outcome == Outcome.Adverse && isOpen || clause.AskedList is not null && (outcome != Outcome.None || meaning.Is(Trait.IsHint)))
        {
            outcome = Outcome.Ask;
        }

        var claim = Claim.Of(clause, meaning.Paths[0], outcome) with
        {
            Side = Claim.SideOf(clause),
            Unspecific = meaning.Certainty == Certainty.Unspecific && outcome == Outcome.Adverse,
            Known = outcome == Outcome.Adverse && modifiers.Contains(Modifiers.Known),
            Past = (plain == Outcome.Reassuring || cue == CueKind.Able && meaning.Is(Trait.AbleOnce)) && modifiers.Contains(Modifiers.Past),
            General = meaning.Is(Trait.OfAll),
            Minor = outcome == Outcome.Ask && (FindingPaths.IsContext(meaning.Paths[0]) || clause.Has(BlockedBothSides) || modifiers.Any(Modifiers.IsOfLater)
                || meaning.Certainty == Certainty.Part && meaning.Paths[0] is FindingPaths.Bowel or FindingPaths.Bladder && plain == Outcome.Reassuring
                    && modifiers.Count == 0
                || meaning.Is(Trait.OnlySeen) && plain == Outcome.Ask && modifiers.Count == 0 && clause.AskedList is null
                    && clause.Lexemes.Of(Quality).Count < 2),
            Changed = modifiers.Contains(Modifiers.Changed),
            Plain = plain,
        };
        return meaning.Paths.Select(path => path == claim.Path ? claim : claim with { Path = path });
    }
}
