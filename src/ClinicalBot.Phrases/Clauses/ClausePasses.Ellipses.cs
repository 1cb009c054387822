using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

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
            filled.Add(before is null ? clause : OfBoth(before, clause) ?? OfPlaces(before, clause) ?? OfReflexes(before, clause) ?? OfSaddle(before, clause)
                ?? OfAnything(before, clause));
        }

        return filled;
    }

    /// <summary>"both legs heavy and numb": numb are both.</summary>
    private static Clause? OfBoth(Clause before, Clause clause) =>
        before.Lexemes.First(BothOrOther) is { } of && clause.Link == Link.And && clause.HasElement && clause.Elements.AreAll(Adjective)
            && before.Has(Subject) && !clause.Has(Side, Cue) ? clause with { Lexemes = [of, .. before.Lexemes.Of(Subject), .. clause.Lexemes] } : null;

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
        before.Has(Saddle) && before.Lexemes.Of(Saddle) is var saddle && before.Has(Quality) && !clause.Has(Quantifier) && clause.Link is not (Link.Semicolon or Link.Stop)
            && clause.Elements.ToList() is [var only] && only.Is(Quality) && saddle.Exists(e => Meanings.Composes(only, e))
            ? clause with { Borrowed = saddle, AskedList = (before.Start, clause.End) } : null;

    private static Clause OfAnything(Clause before, Clause clause)
    {
        if (clause.Link != Link.Except && !IsElliptic(clause))
        {
            return clause;
        }

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
