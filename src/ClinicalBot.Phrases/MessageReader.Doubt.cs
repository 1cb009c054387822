using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>What puts a sentence in doubt: words not understood, advice, doubt alone.</summary>
internal sealed partial class MessageReader
{
    private bool NextIsException(int clause) => clause + 1 < Clauses.Count && Clauses[clause + 1].Joint == "except";

    /// <summary>What is not understood voids what reassures in its own sentence; a sentence of doubt alone ("I think.", "Not.") voids the one before.</summary>
    private static bool[] VoidSentences(IReadOnlyList<Clause> clauses, string? topic)
    {
        var isVoid = new bool[clauses.Count == 0 ? 0 : clauses.Max(c => c.Sentence) + 1];
        foreach (var sentence in clauses.GroupBy(c => c.Sentence))
        {
            isVoid[sentence.Key] |= sentence.Any(c => IsNotUnderstood(c, topic)) || sentence.Any(c => c.Asked && sentence.Count() > 1);
            var speaks = sentence.Any(c => c.HasElement || c.Has(TermKind.Quantifier) || c.Has(TermKind.Whole) || c.Has(TermKind.Value)
                || c.Has(TermKind.Time) || c.Has(TermKind.Complaint));
            if (!speaks && sentence.Key > 0 && sentence.All(c => c.Part != "plan" && !c.Has(TermKind.Vital)
                && c.Lexemes.All(l => l.Form != "aside")) && sentence.Any(c =>
                c.Lexemes.Any(l => l is { Kind: TermKind.Modifier, Id: not ("asking" or "advice" or "only" or "slightly" or "known") }
                or { Kind: TermKind.Cue, Id: "deny" or "no" or "unable" })))
            {
                isVoid[sentence.Key - 1] = true;
            }
        }

        return isVoid;
    }

    private static bool IsNotUnderstood(Clause clause, string? topic)
    {
        // A figure beside nothing that could be graded or measured ("obs 0", "bed 9", "99/60") says nothing of a finding.
        var numbers = !clause.HasElement && !clause.Has(TermKind.Whole) && clause.Borrowed.Count == 0 || clause.Lexemes.Any(l => l.Form is "mrc" or "reflex")
            || clause.Has(TermKind.Quality, "scan", "residual") || clause.Has(TermKind.Act, "pee");
        return clause.Lexemes.Any(l => l.Kind == TermKind.Unknown && !(l.Form == "number" && numbers))
            || clause.Lexemes.All(l => l is { Kind: TermKind.Cue, Id: "deny" } or { Kind: TermKind.Filler }) && clause.Has(TermKind.Cue)
                && clause.Borrowed.Count == 0 && clause.Joint != "stop"
            || clause.Joint is "but" && !clause.HasElement && clause.Borrowed.Count == 0 && !clause.Has(TermKind.Whole) && !clause.Has(TermKind.Complaint)
                && !clause.Has(TermKind.Time)
            || !clause.HasElement && clause.Borrowed.Count == 0 && clause.Has(TermKind.Cue, "unable")
            || clause.Joint == "except" && !clause.HasElement && !clause.Has(TermKind.Value) && !clause.Has(TermKind.Time)
            || clause.Has(TermKind.Modifier, "soft")
            || IsDoubtAlone(clause)
            || (clause.Joint is "but" or "except" || clause.Has(TermKind.Cue, "deny", "unable")) && clause.HasElement && !clause.Has(TermKind.Whole)
                && !clause.Has(TermKind.Event) && ScopeEngine.Read(clause, topic, false, false).Count == 0 && !DeniesHarmless(clause);
    }
}
