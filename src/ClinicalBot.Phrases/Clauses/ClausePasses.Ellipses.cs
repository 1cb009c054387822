namespace ClinicalBot.Phrases.Clauses;

/// <summary>Ellipses: what a clause leaves out because the one before named it.</summary>
internal static partial class ClausePasses
{
    /// <summary>"..., unable right" speaks of what the clause before spoke of.</summary>
    private static List<Clause> FillEllipses(List<Clause> clauses)
    {
        var filled = new List<Clause>();
        foreach (var clause in clauses)
        {
            var before = filled.Count > 0 && (filled[^1].IsWith(clause) || clause.Link == Link.Semicolon) ? filled[^1] : null;
            filled.Add(before is null ? clause : OfBoth(before, clause) ?? OfFailing(before, clause) ?? OfSameAct(before, clause)
                ?? NotBack(before, clause) ?? OfCourse(before, clause) ?? OfPlaces(before, clause) ?? OfReflexes(before, clause) ?? OfSaddle(before, clause)
                ?? OfAnything(before, clause));
        }

        return filled;
    }

    /// <summary>"both legs heavy and numb": numb are both.</summary>
    private static Clause? OfBoth(Clause before, Clause clause) =>
        before.Lexemes.First(BothOrOther) is { } of && clause.Link == Link.And && clause.HasElement && clause.Elements.AreAll(Adjective)
            && before.Has(Subject) && !clause.Has(Side, Cue) ? clause with { Lexemes = [of, .. before.Lexemes.Of(Subject), .. clause.Lexemes] } : null;

    /// <summary>"can't move the ankle or lift the leg": neither; behind "and" it is asked.</summary>
    private static Clause? OfFailing(Clause before, Clause clause) =>
        clause.Link is Link.Or or Link.And && before.Lexemes.First(Fails) is { } failing && before.Has(Act) && clause.Elements.FirstOrDefault()?.Is(Act) == true
            && !clause.Has(Cue, Value)
            ? clause with { Lexemes = [failing, .. clause.Lexemes], AskedList = clause.Link == Link.Or ? null : (before.Start, clause.End) } : null;

    /// <summary>"was lifting the leg at 8, now not lifting": of the same.</summary>
    private static Clause? OfSameAct(Clause before, Clause clause) =>
        clause.Link != Link.Semicolon && clause.Elements.ToList() is [var again] && again.Is(Act) && before.Elements.Any(e => e.Is(Act) && e.Id == again.Id)
            && before.Has(Subject) ? clause with { Borrowed = before.Lexemes.Of(Subject) } : null;

    /// <summary>"touch is back, cold not yet"</summary>
    private static Clause? NotBack(Clause before, Clause clause) =>
        before.Lexemes.First(Returns) is { } back && clause.HasElement && clause.Lexemes[^1].Is(NotYet)
            ? clause with { Lexemes = [.. clause.Lexemes[..^1], clause.Lexemes[^1].As(Made.Denial), back] } : null;

    /// <summary>"weakness started at six and has got steadily worse"</summary>
    private static Clause? OfCourse(Clause before, Clause clause) =>
        clause.Elements.ToList() is [var course] && course.Is(Course) && !clause.Has(Cue, Side)
            && Named(before).FindAll(e => Meanings.Composes(course, e)) is { Count: > 0 } worse ? clause with { Borrowed = worse } : null;

    /// <summary>"weakness of hip flexion, knee extension or toes", "radicular pain, down to the foot": bare places go on with the quality that was tied to a
    /// place.</summary>
    private static Clause? OfPlaces(Clause before, Clause clause)
    {
        var heads = IsBarePlace(clause) ? Named(before).Of(Quality) : [];
        if (heads.Count != 1)
        {
            return null;
        }

        var goesOn = heads[0].Is(NumbOrRadicular) && clause.Link == Link.Comma && clause.Has(Filler, DownLeg);
        var ties = clause.IsJoined && clause.Elements.All(e => Meanings.Composes(heads[0], e)) && (before.Borrowed.Count > 0
            || before.Lexemes.SkipWhile(l => l != heads[0]).Has(Tie) && before.Lexemes.Last(l => l.Is(Element)).Is(Subject));
        return goesOn || ties ? clause with { Borrowed = heads } : null;
    }

    /// <summary>"knee jerk absent, ankle normal": of the ankle the reflex is meant.</summary>
    private static Clause? OfReflexes(Clause before, Clause clause) =>
        clause.HasElement && clause.Has(Answered) && !clause.Has(Grade) && clause.Link != Link.Stop
            && Named(before).First(ReflexForm) is { } jerk && jerk.As(Made.ReflexOf) is var reflex
            && clause.Elements.All(e => e.Is(MuscleForm) && Meanings.Composes(reflex, e)) ? clause with { Borrowed = [reflex] } : null;

    /// <summary>"perianal touch intact, pinprick reduced", "no saddle numbness but tingling there": the place may still be meant.</summary>
    private static Clause? OfSaddle(Clause before, Clause clause) =>
        before.Has(Saddle) && before.Lexemes.Of(Saddle) is var saddle && before.Has(Quality) && !clause.Has(Quantifier)
            && clause.Link is not (Link.Semicolon or Link.Stop)
            && clause.Elements.ToList() is [var only] && only.Is(Quality) && saddle.Exists(e => Meanings.Composes(only, e))
            ? clause with { Borrowed = saddle, AskedList = (before.Start, clause.End) } : null;

    private static Clause OfAnything(Clause before, Clause clause)
    {
        var own = clause.Elements.ToList();
        var excepted = clause.Link == Link.Except && own.Count > 0 && own.AreAll(Subject);
        return !excepted && !IsElliptic(clause) ? clause : clause with
        {
            Borrowed = own.Count > 0 ? [.. Named(before).Where(head => head.Is(Quality, Act) && own.Exists(o => Meanings.Composes(head, o)
                || excepted && Meanings.ComposesAny(head)))]
                : clause.Has(Grade) ? Named(before).Of(Gradable) : Named(before),
        };
    }

    private static bool IsElliptic(Clause clause) =>
        clause.Link != Link.Stop && !clause.Has(Whole, TotalForm, OtherOrWell) && !clause.Elements.Any(Meanings.StandsAlone)
        && !(clause.Has(Quantifier) && clause.Lexemes.AreAll(Quantifier, Cue, Filler, Mark, Verb))
        && (clause.Has(Value, Predicate, NotKnown) || clause.Has(Deny) && (clause.Lexemes.Length > 1 || clause.Link == Link.But))
        && !clause.Lexemes.AreAll(FreeDenial, Filler);

    private static List<Lexeme> Named(Clause clause) => [.. clause.Elements, .. clause.Borrowed];
}
