using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>What puts a sentence in doubt: words not understood, advice, doubt alone.</summary>
internal sealed partial class MessageReader
{
    private bool NextIsException(int clause) => clause + 1 < Clauses.Count && Clauses[clause + 1].Joint == "except";

    /// <summary>What is not understood voids what reassures: in its own clause where that clause speaks of something, else in its sentence; not at all
    /// where it stands in a remark about something else ("wife Zora visiting"). A sentence of doubt alone ("I think.", "Not.") voids the one before.</summary>
    private static Voids FindVoids(IReadOnlyList<Clause> clauses, string? topic)
    {
        var sentences = new bool[clauses.Count == 0 ? 0 : clauses.Max(c => c.Sentence) + 1];
        var wholes = new bool[sentences.Length];
        var single = new bool[clauses.Count];
        foreach (var sentence in clauses.GroupBy(c => c.Sentence))
        {
            // "Old foot drop, unchanged" tells of the foot drop.
            sentences[sentence.Key] |= sentence.Where((c, k) => !(k > 0 && c.Lexemes.All(l => l.Is(TermKind.Modifier, "unchanged"))
                && sentence.ElementAt(k - 1).Has(TermKind.Modifier, "known"))).Any(c => IsNotUnderstood(c, topic)) || sentence.Any(c => c.Asked && sentence.Count() > 1);
            var speaks = sentence.Any(c => c.HasElement || c.Has(TermKind.Quantifier) || c.Has(TermKind.Whole) || c.Has(TermKind.Value)
                || c.Has(TermKind.Time) || c.Has(TermKind.Complaint));
            if (!speaks && sentence.Key > 0 && sentence.All(c => c.Part != "plan" && !c.Has(TermKind.Vital)
                && c.Lexemes.All(l => l.Form != "aside")) && sentence.Any(c =>
                c.Lexemes.Any(l => l is { Kind: TermKind.Modifier, Id: not ("asking" or "advice" or "only" or "slightly" or "known") }
                or { Kind: TermKind.Cue, Id: "deny" or "no" or "unable" })))
            {
                sentences[sentence.Key - 1] = true;
            }
        }

        for (var i = 0; i < clauses.Count; i++)
        {
            if (HasUnknown(clauses[i]) && !IsRemark(clauses[i]))
            {
                wholes[clauses[i].Sentence] = true;
                single[i] = Predicates(clauses[i]) && ScopeEngine.Read(clauses[i], topic, false, false).Count > 0;
                sentences[clauses[i].Sentence] |= !single[i];
            }
        }

        return new Voids([.. clauses.Select((c, i) => single[i] || sentences[c.Sentence])], [.. clauses.Select(c => wholes[c.Sentence]
            || sentences[c.Sentence])]);
    }

    /// <summary>Which clauses are void, and in which a statement about all the rest is.</summary>
    private sealed record Voids(IReadOnlyList<bool> Clauses, IReadOnlyList<bool> Wholes);

    /// <summary>It says something that is understood of what it names: the word not understood is not all that is said of it ("ankle slowish").</summary>
    private static bool Predicates(Clause clause) => clause.HasElement && (clause.Has(TermKind.Value) || clause.Has(TermKind.Cue) || clause.Has(TermKind.Act)
        || clause.Elements.Any(e => e is { Kind: TermKind.Quality, Form: "adj" or "noun" or "good" }));

    /// <summary>Tells of people, drugs, meals and the like and of nothing that could be a finding, a denial or a doubt.</summary>
    private static bool IsRemark(Clause clause) => clause.Joint is not ("but" or "except") && clause.Borrowed.Count == 0
        && clause.Lexemes.All(l => l.Kind is TermKind.Unknown or TermKind.Filler or TermKind.Everyday or TermKind.Vital or TermKind.Complaint
            or TermKind.Agent or TermKind.Event or TermKind.Time or TermKind.Side or TermKind.Measure)
        && clause.Lexemes[0].Kind != TermKind.Unknown && clause.Lexemes.Any(l => l.Kind is TermKind.Everyday or TermKind.Vital or TermKind.Complaint or TermKind.Agent
            || l.Form is "aside" or "title" or "vital");

    private static bool HasUnknown(Clause clause)
    {
        // A figure beside nothing that could be graded or measured ("obs 0", "bed 9", "99/60") says nothing of a finding.
        var numbers = !clause.HasElement && !clause.Has(TermKind.Whole) && clause.Borrowed.Count == 0 || clause.Lexemes.Any(l => l.Form is "mrc" or "reflex")
            || clause.Has(TermKind.Quality, "scan", "residual") || clause.Has(TermKind.Act, "pee");
        return clause.Lexemes.Any(l => l.Kind == TermKind.Unknown && !(l.Form == "number" && numbers));
    }

    private static bool IsNotUnderstood(Clause clause, string? topic)
    {
        return clause.Lexemes.All(l => l is { Kind: TermKind.Cue, Id: "deny" } or { Kind: TermKind.Filler }) && clause.Has(TermKind.Cue)
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
