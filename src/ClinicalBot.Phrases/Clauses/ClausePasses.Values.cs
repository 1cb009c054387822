using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Values of a list: said once, before or behind the places they are of.</summary>
internal static partial class ClausePasses
{
    /// <summary>"saddle, bladder and bowel normal", "HF, KE, DF 5/5": places wait for the value that closes their list.</summary>
    private static Clause[] ShareValues(Clause[] clauses)
    {
        for (var i = clauses.Length - 1; i > 0; i--)
        {
            var (before, clause) = (clauses[i - 1], clauses[i]);
            if ((clause.Lexemes.First(Value, No) ?? clause.Lexemes.First(WeakAdjective)) is { } value && clause.IsWith(before) && clause.IsJoined
                && before.AskedList is null && IsBareList(before) && clause.Elements.AreAll(Subject, Modality, WeakAdjective) && clause.Has(Subject, Modality))
            {
                clauses[i - 1] = before with { Lexemes = [.. before.Lexemes, .. clause.Lexemes.Of(Deny), value] };
            }
        }

        for (var i = 1; i < clauses.Length; i++)
        {
            // "sensation back to normal (light touch, pinprick)": what stands in brackets is of the same value.
            var (before, clause) = (clauses[i - 1], clauses[i]);
            var inBrackets = clause.Link == Link.Open && before.Lexemes.Count(l => l.Is(Value)) == 1;
            if (clause.IsWith(before) && (clause.IsJoined || inBrackets) && IsBareFunction(clause, before))
            {
                clauses[i] = clause with { Lexemes = [.. LeadingValue(before, inBrackets), .. clause.Lexemes] };
            }
        }

        return clauses;
    }

    /// <summary>"reduced power and sensation", "5/5 hip flexion, knee extension": a value before its list.</summary>
    private static List<Lexeme> LeadingValue(Clause clause, bool anywhere)
    {
        var last = Array.FindLastIndex(clause.Lexemes, l => l.Is(Element));
        if (last < 0 && clause.Lexemes.First(Resolved) is { } resolved)
        {
            // "all back to normal, LT PP temp"
            return [resolved];
        }

        // "R 5/5 L 5/5 hip flexion, knee extension" is one value.
        var values = clause.Lexemes.Of(Value);
        return values.Count == 0 || values.Count > 1 && !values.TrueForAll(v => v.Is(Grade) && v.Number == values[0].Number)
            || last < clause.Lexemes.IndexOf(Value) && !anywhere || clause.AskedList is not null ? []
            : [.. clause.Lexemes.Where(l => l.Is(Value, Deny))];
    }

    /// <summary>"normal bladder and bowel function": organs share the value of an organ.</summary>
    private static bool IsBareFunction(Clause clause, Clause before) => clause.HasElement && clause.Lexemes.AreAll(Filler, Side, Joint, FunctionForm, Organ)
        && (!clause.Has(Organ) || clause.Link is Link.And or Link.Slash && before.Has(Organ));

    private static bool IsBareList(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Is(Subject, Filler, Side, Joint, Modality) || l.Is(Sense) && clause.Has(Modality));

    private static bool IsBarePlace(Clause clause) => clause.HasElement && clause.Lexemes.AreAll(Subject, Filler, Side, Joint);
}
