using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Scope;

/// <summary>What is not understood voids what reassures in its own sentence; a sentence of doubt alone ("I think.", "Not.") voids the one before.</summary>
internal static class VoidSentences
{
    /// <summary>Sentence by sentence, whether it is void.</summary>
    public static bool[] Of(IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var isVoid = new bool[clauses.Count == 0 ? 0 : clauses.Max(c => c.Sentence) + 1];
        foreach (var sentence in clauses.GroupBy(c => c.Sentence))
        {
            isVoid[sentence.Key] |= sentence.Any(c => IsNotUnderstood(c, topic)) || sentence.Any(c => c.Asked && sentence.Count() > 1);
            if (sentence.Key > 0 && sentence.All(c => c.Part != Part.Plan && !c.Has(SaysSomething)) && sentence.Any(c => c.Has(DoubtsBefore)))
            {
                isVoid[sentence.Key - 1] = true;
            }
        }

        return isVoid;
    }

    private static bool IsNotUnderstood(Clause clause, Topic? topic)
    {
        // A figure beside nothing that could be graded or measured ("obs 0", "bed 9", "99/60") says nothing of a finding.
        var numbers = !clause.Speaks && !clause.Has(Whole) || clause.Has(Measured);
        return clause.Has(UnknownWord, Soft) || !numbers && clause.Has(Figure)
            || !clause.Speaks && clause.Link != Link.Stop && clause.Has(Cue) && clause.Lexemes.AreAll(Deny, Filler)
            || clause.Link == Link.But && !clause.Speaks && !clause.Has(Whole, Complaint, Time)
            || !clause.Speaks && clause.Has(Unable)
            || clause.Link == Link.Except && !clause.Has(Element, Value, Time)
            || !clause.Speaks && clause.Has(DoubtsAlone) && !clause.Has(Value, Whole, Event, Time, Complaint)
            || (clause.Link is Link.But or Link.Except || clause.Has(Deny, Unable)) && clause.HasElement && !clause.Has(Whole, Event)
                && ScopeEngine.Read(clause, topic, false, false).Count == 0 && !DeniesHarmless(clause);
    }

    /// <summary>"no pain", "no catheter": what is denied is none of the findings.</summary>
    private static bool DeniesHarmless(Clause clause) => clause.Link is not (Link.But or Link.Except) && !clause.Elements.AreAll(LegWord)
        && clause.Elements.AreAll(LegWord, Harmless);
}
