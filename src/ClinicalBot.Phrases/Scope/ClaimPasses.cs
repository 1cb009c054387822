namespace ClinicalBot.Phrases.Scope;

/// <summary>What claims make of each other: corrections, where it is numb, strength that was better before, and both legs.</summary>
internal static class ClaimPasses
{
    /// <summary>All passes, in their order.</summary>
    public static void Pass(List<Claim> claims, IReadOnlyList<Clause> clauses, Topic? topic)
    {
        Correct(claims, clauses);
        DropSituation(claims, clauses);
        AddNumbness(claims, clauses, topic);
        Carry(claims, clauses, c => c.Outcome == Outcome.Adverse);
        if (claims.Where(IsWrongWithALeg).Select(c => c.Side).Distinct().Count() == 1)
        {
            Carry(claims, clauses, _ => true);
        }

        claims.AddRange(Progress(claims, clauses) is { } progress ? [progress] : []);
        claims.AddRange(OtherLeg(claims, clauses, topic) is { } other ? [other] : []);
    }

    /// <summary>"Block area only. Correction: the whole L5 dermatome": what is said after a correction replaces what was said of the same before it. A red
    /// flag stays: only "That's wrong" takes one back.</summary>
    private static void Correct(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        var first = clauses.FirstOrDefault(c => c.Corrects)?.Sentence ?? 0;
        var said = claims.Where(c => c.Sentence >= first && c.Outcome is Outcome.Adverse or Outcome.Reassuring).Select(Key).ToHashSet(StringComparer.Ordinal);
        claims.RemoveAll(c => c.Sentence < first && said.Contains(Key(c)) && !(c.Outcome == Outcome.Adverse && FindingPaths.IsOfFlags(c.Path)));

        static string Key(Claim claim) => IsPlace(claim) ? FindingPaths.Distribution : claim.Path;
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

    /// <summary>Where it is numb says that it is numb; "resolved except the big toe" is not resolved.</summary>
    private static void AddNumbness(List<Claim> claims, IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var excepted = clauses.Where(c => c.Link == Link.Except && c.HasElement && claims.Exists(n => n.Path == FindingPaths.Numbness
            && n.Outcome is Outcome.Reassuring or Outcome.Ask && n.Sentence == c.Sentence)).ToList();
        if (!claims.Exists(c => c.Path is FindingPaths.Numbness or FindingPaths.Touch or FindingPaths.Pinprick or FindingPaths.Temperature)
            && claims.Find(c => IsPlace(c) && (c.Outcome is Outcome.Reassuring or Outcome.Adverse || topic == Topic.Sensation)) is { } place)
        {
            claims.Add(place with { Path = FindingPaths.Numbness, Outcome = Outcome.Adverse, Side = OnSide.Any, General = true });
        }

        claims.RemoveAll(n => n is { Path: FindingPaths.Numbness, Outcome: Outcome.Reassuring } && excepted.Exists(c => c.Sentence == n.Sentence));
        claims.AddRange(excepted.Select(clause => Claim.Of(clause, FindingPaths.Numbness, Outcome.Adverse) with { General = true }));
    }

    private static bool IsPlace(Claim claim) => claim.Path is FindingPaths.Within or FindingPaths.Unexpected or FindingPaths.Dermatomal;

    /// <summary>A power or straight-leg raise that is adverse beside a better one at an earlier time is progress; where it is only said to have changed, or
    /// was better before, that is asked.</summary>
    private static Claim? Progress(List<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        var motor = claims.FindAll(c => FindingTable.IsMotor(c.Path));
        if ((clauses.FirstOrDefault(Declines) ?? clauses.GroupBy(c => c.Sentence).Select(FallsWithTime).FirstOrDefault(c => c is not null)
            ?? clauses.FirstOrDefault(c => IsWorse(c) && motor.Exists(m => m.Sentence == c.Sentence - 1 && m.Outcome == Outcome.Adverse))) is { } worsened)
        {
            return Claim.Of(worsened, FindingPaths.Progressive, Outcome.Adverse);
        }

        var wasBetter = motor.Exists(c => c.Past);
        var worse = motor.Find(c => (c.Outcome == Outcome.Adverse || c is { Path: FindingPaths.AnyMotor, Plain: Outcome.Ask }) && (c.Changed || wasBetter));
        return worse is null || claims.Exists(c => c.Path == FindingPaths.Progressive) ? null
            : new Claim(FindingPaths.Progressive, Outcome.Ask, worse.Start, worse.End) { Sentence = worse.Sentence, Plain = Outcome.Ask };
    }

    /// <summary>"Hip flexion 3/5. Worse than when she arrived.": a sentence of its own right behind a weakness.</summary>
    private static bool IsWorse(Clause clause) => clause is { HasElement: true, Asked: false, Part: not (Part.Plan or Part.History) } && !clause.Has(Cue)
        && clause.Elements.AreAll(Course) && clause.Lexemes.Of(Modifier).AreAll(FallsOrWas);

    /// <summary>"2200 5/5, 0000 4/5, 0200 3/5", "was 4/5 at 8, now 2/5": one power at several times, the last of them lower. A power that was full may have
    /// been so before the block: then whether it progresses is asked.</summary>
    private static Clause? FallsWithTime(IEnumerable<Clause> sentence)
    {
        var timed = sentence.Where(c => c.Has(Grade) && c.Has(Time, FigureForm, Now, Past) && !c.Has(Side) && !c.Asked).ToList();
        return timed.Count > 1 && !(timed[0].Has(Past) && timed[0].Lexemes.Of(Grade)[^1].Number == Measures.FullPower)
            && timed[^1].Lexemes.Of(Grade)[^1].Number < timed[0].Lexemes.Of(Grade)[^1].Number
            && timed.Skip(1).All(c => !c.Elements.Has(MuscleForm, ReflexForm)
                || c.Elements.Select(e => e.Id).SequenceEqual(timed[0].Elements.Select(e => e.Id)))
            ? timed[^1] : null;
    }

    /// <summary>"5/5 -> 3/5", "from 4/5 to 3/5", "4/5 now 3/5", "4/5 at 20:00, 2/5 at 22:00".</summary>
    private static bool Declines(Clause clause) => clause.Lexemes.Of(Grade) is { Count: > 1 } grades && grades[^1].Number < grades[0].Number
        && !clause.Has(Side) && !clause.Asked && (clause.Has(Arrow, NowOrBecame, Changed) || clause.Lexemes.Of(Time).Count > 1);

    /// <summary>"Left leg: normal - full power, reflexes present", where it is the right that is numb: all it says without a side is of the left.</summary>
    private static void Carry(List<Claim> claims, IReadOnlyList<Clause> clauses, Func<Claim, bool> takes)
    {
        var side = OnSide.Any;
        foreach (var clause in clauses)
        {
            var begins = clause.Link == Link.Stop;
            side = begins && clause.Lexemes.FirstOrDefault(l => !l.Is(Filler))?.Is(Left, Right) == true && !clause.Has(LastBlock) ? Claim.SideOf(clause)
                : begins || clause.Has(Left, Right) || clause.Has(BothOrOther) ? OnSide.Any : side;
            var (start, end) = (clause.Start, clause.End);
            for (var i = 0; side != OnSide.Any && i < claims.Count; i++)
            {
                var claim = claims[i];
                claims[i] = claim.Start >= start && claim.Start < end && claim.Side == OnSide.Any && !FindingPaths.IsOfFlags(claim.Path)
                    && takes(claim) ? claim with { Side = side } : claim;
            }
        }
    }

    /// <summary>"R leg normal", where what is wrong is on the left: not both legs. And what is wrong on the left and on the right: both.</summary>
    private static Claim? OtherLeg(List<Claim> claims, IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var ofLegs = claims.FindAll(IsWrongWithALeg);
        var wrong = ofLegs.Select(c => c.Side).ToHashSet();
        if (wrong.Count == 2)
        {
            return new Claim(FindingPaths.Bilateral, Outcome.Adverse, ofLegs[^1].Start, ofLegs[^1].End)
                { Sentence = ofLegs[^1].Sentence, Plain = Outcome.Adverse };
        }

        if (wrong.Count == 0)
        {
            wrong.UnionWith(clauses.Where(c => c.Has(LastBlock)).Select(Claim.SideOf).Where(side => side != OnSide.Any));
        }

        var well = claims.Find(c => c is { Path: FindingPaths.WellLeg, Outcome: Outcome.Reassuring, Side: not OnSide.Any });
        // Asked whether it is both, "the left leg is not affected" says that it is not.
        return well is not null && !wrong.Contains(well.Side) && (wrong.Count == 1 || topic == Topic.RedFlags)
            ? well with { Path = FindingPaths.Bilateral, Side = OnSide.Any } : null;
    }

    private static bool IsWrongWithALeg(Claim claim) =>
        claim.Outcome == Outcome.Adverse && claim.Side != OnSide.Any && !FindingPaths.IsOfFlags(claim.Path);
}
