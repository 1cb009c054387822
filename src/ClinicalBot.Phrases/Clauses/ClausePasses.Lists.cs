using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Lists: how a denial spreads over items, and what is a bare item.</summary>
internal static partial class ClausePasses
{
    /// <summary>"no saddle numbness bladder trouble": without a comma nobody can tell whether the denial goes on.</summary>
    private static Clause AfterDenial(Clause before, Clause clause) =>
        clause.Joint == "run" && clause.Sentence == before.Sentence && Denial(before) is not null && clause.HasElement && !clause.Has(TermKind.Cue)
            && !clause.Has(TermKind.Value) && clause.Elements.First() is not { Kind: TermKind.Quality, Id: "numb", Form: "adj" }
            ? clause with { AskedList = (before.Start, clause.End) } : clause;

    private static void Spread(Clause[] clauses, int head, int end, Lexeme deny, (int Start, int End)? list)
    {
        // "no loss of bowel or bladder control": the loss is denied of each.
        var loss = head >= 0 ? clauses[head].Lexemes.SkipWhile(l => l != deny).Skip(1).FirstOrDefault(l =>
            l.Kind != TermKind.Filler) is { Kind: TermKind.Value } value ? value : null : null;
        for (var i = head + 1; i <= end; i++)
        {
            var shares = loss is not null && !clauses[i].Lexemes.Any(l => l is { Kind: TermKind.Quality, Form: "noun" or "adj" } or { Kind: TermKind.Value });
            clauses[i] = clauses[i] with { Lexemes = shares ? [deny, loss!, .. clauses[i].Lexemes] : [deny, .. clauses[i].Lexemes], AskedList = list };
        }
    }

    private static bool Answers(Clause asked, Clause answer) =>
        answer.Joint == "open" && asked.HasElement && !HasValue(asked) && answer.Lexemes is [{ Kind: TermKind.Quality, Form: "adj" }]
        && asked.Elements.All(e => e.Kind == TermKind.Subject || e.Form == "mrc")
        || answer.Lexemes.All(l => l.Kind is TermKind.Cue or TermKind.Value or TermKind.Filler or TermKind.Whole
            || l is { Kind: TermKind.Modifier, Id: "unknown" })
        && answer.Lexemes.Any(l => l is not { Kind: TermKind.Filler }) && (asked.HasElement || answer.Joint == "open" && asked.Has(TermKind.Quantifier))
        && (asked.Asked && answer.Sentence == asked.Sentence + 1 && (!HasValue(asked)
            || answer.Lexemes.Any(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" or "yes" })) || answer.Joint == "open" && !HasValue(asked))
        && (answer.Joint == "open" || answer.Lexemes.Count(l => l.Kind != TermKind.Filler) == 1);

    private static bool HasValue(Clause clause) => clause.Has(TermKind.Value) || clause.Has(TermKind.Cue, "no", "yes", "able", "unable");

    private static bool IsElliptic(Clause clause, Func<Lexeme, bool> standsAlone) =>
        clause.Joint != "stop" && !clause.Lexemes.Any(l => l.Form == "total") && !clause.Elements.Any(standsAlone) && !clause.Has(TermKind.Whole)
            && !clause.Has(TermKind.Quantifier, "other", "well")
            && !(clause.Has(TermKind.Quantifier) && clause.Lexemes.All(l => l.Kind is TermKind.Quantifier or TermKind.Cue or TermKind.Filler
            or TermKind.Mark or TermKind.Verb))
        && (clause.Has(TermKind.Value) || clause.Has(TermKind.Cue, "able", "unable", "hard", "yes", "no") || clause.Has(TermKind.Cue, "deny")
            && (clause.Lexemes.Length > 1 || clause.Joint == "but") || clause.Has(TermKind.Modifier, "unknown"))
        && !clause.Lexemes.All(l => l is { Kind: TermKind.Cue, Id: "deny", Form: not "adv" } or { Kind: TermKind.Filler });

    private static IReadOnlyList<Lexeme> Borrow(Clause before, Clause clause, Func<Lexeme, Lexeme, bool> composes)
    {
        var elements = before.Elements.Concat(before.Borrowed).ToList();
        var own = clause.Elements.ToList();
        var heads = elements.Where(e => e.Kind is TermKind.Quality or TermKind.Act).ToList();
        var graded = clause.Lexemes.Any(l => l.Form == "grade");
        return own.Count == 0 ? graded ? [.. elements.Where(e => e.Form is "mrc" or "reflex" or "level" || e.Id is "weak")] : elements
            : [.. heads.Where(head => own.Exists(o => composes(head, o)))];
    }

    /// <summary>"weakness of hip flexion, knee extension or toes": bare places go on with the quality that was tied to a place.</summary>
    private static bool Continues(Clause before, Clause clause, Func<Lexeme, Lexeme, bool> composes)
    {
        var heads = before.Elements.Concat(before.Borrowed).Where(e => e.Kind == TermKind.Quality).ToList();
        if (heads is [{ Id: "radicular" or "numb" }] && clause.Joint == "comma" && IsBarePlace(clause)
            && clause.Lexemes.Any(l => l.Kind == TermKind.Filler || l.Id == "downleg"))
        {
            // "radicular pain, down to the foot" goes on with the pain.
            return true;
        }

        return IsJoined(clause) && clause.HasElement && IsBarePlace(clause) && heads.Count == 1 && clause.Elements.All(e => composes(heads[0], e))
            && (before.Borrowed.Count > 0 || before.Lexemes.SkipWhile(l => l != heads[0]).Any(l => l.Form == "tie")
                && before.Lexemes.Last(Clause.IsElement).Kind == TermKind.Subject);
    }

    private static bool IsJoined(Clause clause) => clause.Joint is "comma" or "and" or "or" or "slash" or "plus";

    /// <summary>The denial a list hangs on: at the head, before the first thing named, and nothing said of it otherwise.</summary>
    private static Lexeme? Denial(Clause clause)
    {
        var first = clause.Lexemes.FirstOrDefault(l => Clause.IsElement(l) || l.Kind is TermKind.Complaint or TermKind.Outside or TermKind.Value
            or TermKind.Unknown or TermKind.Cue || l.Is(TermKind.Modifier, "noNew"));
        return first is { Kind: TermKind.Cue, Id: "deny" } or { Kind: TermKind.Modifier, Id: "noNew" }
            && IsNounPhrase(clause.Lexemes.SkipWhile(l => l != first).Skip(1)) ? first : null;
    }

    private static Lexeme? ClosingDenial(Clause clause) =>
        clause.Lexemes[^1] is { Kind: TermKind.Cue, Id: "no" } or { Kind: TermKind.Whole, Id: "none" } && clause.Lexemes[^1] is var last
            && (last.Kind == TermKind.Cue || clause.HasElement)
            && IsNounPhrase(clause.Lexemes.Take(clause.Lexemes.Length - 1).Where(l => l.Kind is not (TermKind.Mark or TermKind.Verb))) ? last : null;

    private static bool IsBareItem(Clause clause) => clause.Lexemes.Any(l => Clause.IsElement(l) || l.Kind is TermKind.Complaint or TermKind.Outside
        or TermKind.Quantifier) && IsNounPhrase(clause.Lexemes) && !(clause.HasElement && clause.Borrowed.Count == 0
            && clause.Elements.All(e => e.Form is "mrc" or "reflex"));

    /// <summary>Nouns, and adjectives before them; no verb, act, cue or predicate.</summary>
    private static bool IsNounPhrase(IEnumerable<Lexeme> lexemes)
    {
        var named = false;
        foreach (var lexeme in lexemes)
        {
            switch (lexeme)
            {
                case { Kind: TermKind.Cue or TermKind.Act or TermKind.Verb or TermKind.Whole or TermKind.Event } or { Id: "became" }
                    or { Kind: TermKind.Quality, Form: "adj" or "good" }:
                case { Kind: TermKind.Value } when named || lexeme.Id is not ("bad" or "absent"):
                case { Kind: TermKind.Modifier, Id: "past" or "unknown" or "asking" or "hedge" }:
                    return false;
                default:
                    named |= Clause.IsElement(lexeme) || lexeme.Kind is TermKind.Complaint or TermKind.Outside or TermKind.Quantifier;
                    break;
            }
        }

        return true;
    }

    private static bool IsBareList(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Subject or TermKind.Filler or TermKind.Side or TermKind.Joint || l.Form == "modality"
            || l.Id == "sense" && clause.Lexemes.Any(m => m.Form == "modality"));

    private static bool IsBarePlace(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Subject or TermKind.Filler or TermKind.Side or TermKind.Joint);
}
