using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>What clauses take over from their neighbors: answers, ellipses and lists. Each pass turns clauses into clauses.</summary>
internal static class ClausePasses
{
    /// <summary>"saddle numbness (no)", "saddle? no." and "KJ normal? yes": an answer belongs to what was asked.</summary>
    public static IReadOnlyList<Clause> JoinAnswers(IReadOnlyList<Clause> clauses)
    {
        var joined = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (joined.Count > 0 && Answers(joined[^1], clause))
            {
                var asked = joined[^1];
                joined[^1] = asked with { Lexemes = Joined(asked, clause), Asked = clause.Asked };
            }
            else
            {
                joined.Add(clause);
            }
        }

        return joined;
    }

    /// <summary>"slr able? no" is not able; "slr able? yes" is able.</summary>
    private static IReadOnlyList<Lexeme> Joined(Clause asked, Clause answer)
    {
        var value = asked.Lexemes.ToList().FindIndex(l => l.Kind == TermKind.Value || l is { Kind: TermKind.Cue, Id: "able" or "unable" });
        var denial = answer.Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" } or { Kind: TermKind.Whole, Id: "none" });
        return value < 0 ? [.. asked.Lexemes, .. answer.Lexemes.Select(l => l is { Kind: TermKind.Cue, Id: "deny" } ? l with { Id = "no" } : l)]
            : denial is null ? asked.Lexemes
            : [.. asked.Lexemes.Take(value), denial with { Kind = TermKind.Cue, Id = "deny" }, .. asked.Lexemes.Skip(value)];
    }

    /// <summary>"..., unable right" speaks of what the clause before spoke of.</summary>
    public static IReadOnlyList<Clause> FillEllipses(IReadOnlyList<Clause> clauses, Func<Lexeme, Lexeme, bool> composes, Func<Lexeme, bool> standsAlone, Func<Lexeme, bool> composesAny)
    {
        var filled = new List<Clause>();
        foreach (var clause in clauses)
        {
            var before = filled.Count == 0 || filled[^1].Sentence != clause.Sentence && clause.Joint != "semicolon" ? null : filled[^1];
            var excepted = clause.Joint == "except" && clause.Elements.Any() && clause.Elements.All(e => e.Kind == TermKind.Subject);
            if (before is not null && Continues(before, clause, composes))
            {
                filled.Add(clause with { Borrowed = [.. before.Elements.Concat(before.Borrowed).Where(e => e.Kind == TermKind.Quality)] });
                continue;
            }

            if (before is not null && before.Elements.Any(e => e.Id == "saddle") && clause.Elements.ToList() is [{ Kind: TermKind.Quality } only] && before.Elements.Where(e => e.Id == "saddle").Any(e => composes(only, e)) && clause.Joint != "stop")
            {
                // "perianal touch intact, pinprick reduced", "no saddle numbness but tingling there": the place may still be meant.
                filled.Add(clause with { Borrowed = [.. before.Elements.Where(e => e.Id == "saddle")], AskedList = (before.Start, clause.End) });
                continue;
            }

            filled.Add(before is null || !excepted && !IsElliptic(clause, standsAlone) ? clause : clause with { Borrowed = Borrow(before, clause, (head, own) => composes(head, own) || excepted && composesAny(head)) });
        }

        return filled;
    }

    /// <summary>
    /// A denial at the head of a list: closed by "or" it denies each item; joined only by commas, slashes or "and", the items after the first are asked.
    /// The same holds backward for a denial that closes a list.
    /// </summary>
    public static IReadOnlyList<Clause> SpreadDenials(IReadOnlyList<Clause> clauses)
    {
        var spread = clauses.Select((clause, i) => i == 0 ? clause : AfterDenial(clauses[i - 1], clause)).ToArray();
        for (var i = 0; i < spread.Length; i++)
        {
            var end = i;
            while (end + 1 < spread.Length && spread[end + 1].Sentence == spread[i].Sentence && IsJoined(spread[end + 1]) && IsBareItem(spread[end + 1]))
            {
                end++;
            }

            if (end > i && Denial(spread[i]) is { } deny)
            {
                var closing = Enumerable.Range(i + 1, end - i).LastOrDefault(k => spread[k].Joint == "or" || spread[k].Has(TermKind.Joint, "or"), i);
                Spread(spread, i, closing, deny, null);
                Spread(spread, closing, end, deny, (spread[i].Start, spread[end].End));
                i = end;
            }
            else if (IsBareItem(spread[i]) && end + 1 < spread.Length && spread[end + 1].Sentence == spread[i].Sentence && IsJoined(spread[end + 1]) && ClosingDenial(spread[end + 1]) is { } last)
            {
                Spread(spread, i - 1, end, last, spread[end + 1].Joint == "or" ? null : (spread[i].Start, spread[end + 1].End));
                i = end + 1;
            }
        }

        return spread;
    }

    /// <summary>"saddle, bladder and bowel normal", "HF, KE, DF 5/5": places wait for the value that closes their list.</summary>
    public static IReadOnlyList<Clause> ShareValues(IReadOnlyList<Clause> clauses)
    {
        var shared = clauses.ToArray();
        for (var i = shared.Length - 1; i > 0; i--)
        {
            var value = shared[i].Lexemes.FirstOrDefault(l => l.Kind == TermKind.Value || l is { Kind: TermKind.Cue, Id: "no" });
            if (value is null || shared[i].Sentence != shared[i - 1].Sentence || !IsJoined(shared[i]) || shared[i - 1].AskedList is not null)
            {
                continue;
            }

            if (IsBareList(shared[i - 1]) && shared[i].Elements.All(e => e.Kind == TermKind.Subject || e.Form == "modality") && shared[i].HasElement)
            {
                var negation = shared[i].Lexemes.Where(l => l.Is(TermKind.Cue, "deny"));
                shared[i - 1] = shared[i - 1] with { Lexemes = [.. shared[i - 1].Lexemes, .. negation, value] };
            }
        }

        for (var i = 1; i < shared.Length; i++)
        {
            if (shared[i].Sentence == shared[i - 1].Sentence && IsJoined(shared[i]) && IsBareFunction(shared[i]) && LeadingValue(shared[i - 1]) is { Count: > 0 } leading)
            {
                shared[i] = shared[i] with { Lexemes = [.. leading, .. shared[i].Lexemes] };
            }
        }

        return shared;
    }

    /// <summary>"reduced power and sensation", "5/5 hip flexion, knee extension": a value before its list.</summary>
    private static List<Lexeme> LeadingValue(Clause clause)
    {
        var value = clause.Lexemes.ToList().FindIndex(l => l.Kind == TermKind.Value);
        var last = clause.Lexemes.ToList().FindLastIndex(Clause.IsElement);
        return value < 0 || last < value || clause.Lexemes.Count(l => l.Kind == TermKind.Value) > 1 || clause.AskedList is not null ? [] : [.. clause.Lexemes.Where(l => l.Kind == TermKind.Value || l.Is(TermKind.Cue, "deny"))];
    }

    private static bool IsBareFunction(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Filler or TermKind.Side or TermKind.Joint || Clause.IsElement(l) && l.Form is "mrc" or "fn" or "reflex" or "modality");

    /// <summary>"no saddle numbness bladder trouble": without a comma nobody can tell whether the denial goes on.</summary>
    private static Clause AfterDenial(Clause before, Clause clause) =>
        clause.Joint == "run" && clause.Sentence == before.Sentence && Denial(before) is not null && clause.HasElement && !clause.Has(TermKind.Cue) && !clause.Has(TermKind.Value)
            ? clause with { AskedList = (before.Start, clause.End) } : clause;

    private static void Spread(Clause[] clauses, int head, int end, Lexeme deny, (int Start, int End)? list)
    {
        // "no loss of bowel or bladder control": the loss is denied of each.
        var loss = head >= 0 ? clauses[head].Lexemes.SkipWhile(l => l != deny).Skip(1).FirstOrDefault(l => l.Kind != TermKind.Filler) is { Kind: TermKind.Value } value ? value : null : null;
        for (var i = head + 1; i <= end; i++)
        {
            var shares = loss is not null && !clauses[i].Lexemes.Any(l => l is { Kind: TermKind.Quality, Form: "noun" or "adj" } or { Kind: TermKind.Value });
            clauses[i] = clauses[i] with { Lexemes = shares ? [deny, loss!, .. clauses[i].Lexemes] : [deny, .. clauses[i].Lexemes], AskedList = list };
        }
    }

    private static bool Answers(Clause asked, Clause answer) =>
        answer.Lexemes.All(l => l.Kind is TermKind.Cue or TermKind.Value or TermKind.Filler or TermKind.Whole || l is { Kind: TermKind.Modifier, Id: "unknown" })
        && answer.Lexemes.Any(l => l is not { Kind: TermKind.Filler }) && asked.HasElement
        && (asked.Asked && answer.Sentence == asked.Sentence + 1 && (!HasValue(asked) || answer.Lexemes.Any(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" or "yes" })) || answer.Joint == "open" && !HasValue(asked))
        && (answer.Joint == "open" || answer.Lexemes.Count(l => l.Kind != TermKind.Filler) == 1);

    private static bool HasValue(Clause clause) => clause.Has(TermKind.Value) || clause.Has(TermKind.Cue, "no", "yes", "able", "unable");

    private static bool IsElliptic(Clause clause, Func<Lexeme, bool> standsAlone) =>
        clause.Joint != "stop" && !clause.Elements.Any(standsAlone) && !clause.Has(TermKind.Whole) && !clause.Has(TermKind.Quantifier, "other", "well") && !(clause.Has(TermKind.Quantifier) && clause.Lexemes.All(l => l.Kind is TermKind.Quantifier or TermKind.Cue or TermKind.Filler or TermKind.Mark or TermKind.Verb))
        && (clause.Has(TermKind.Value) || clause.Has(TermKind.Cue, "able", "unable", "hard", "yes", "no") || clause.Has(TermKind.Cue, "deny") && (clause.Lexemes.Count > 1 || clause.Joint == "but") || clause.Has(TermKind.Modifier, "unknown"))
        && !clause.Lexemes.All(l => l is { Kind: TermKind.Cue, Id: "deny", Form: not "adv" } or { Kind: TermKind.Filler });

    private static IReadOnlyList<Lexeme> Borrow(Clause before, Clause clause, Func<Lexeme, Lexeme, bool> composes)
    {
        var elements = before.Elements.Concat(before.Borrowed).ToList();
        var own = clause.Elements.ToList();
        var heads = elements.Where(e => e.Kind is TermKind.Quality or TermKind.Act).ToList();
        var graded = clause.Lexemes.Any(l => l.Form == "grade");
        return own.Count == 0 ? graded ? [.. elements.Where(e => e.Form is "mrc" or "reflex" or "level" || e.Id is "weak")] : elements : [.. heads.Where(head => own.Exists(o => composes(head, o)))];
    }

    /// <summary>"weakness of hip flexion, knee extension or toes": bare places go on with the quality that was tied to a place.</summary>
    private static bool Continues(Clause before, Clause clause, Func<Lexeme, Lexeme, bool> composes)
    {
        var heads = before.Elements.Concat(before.Borrowed).Where(e => e.Kind == TermKind.Quality).ToList();
        return IsJoined(clause) && clause.HasElement && IsBarePlace(clause) && heads.Count == 1 && clause.Elements.All(e => composes(heads[0], e))
            && (before.Borrowed.Count > 0 || before.Lexemes.SkipWhile(l => l != heads[0]).Any(l => l.Form == "tie") && before.Lexemes.Last(Clause.IsElement).Kind == TermKind.Subject);
    }

    private static bool IsJoined(Clause clause) => clause.Joint is "comma" or "and" or "or" or "slash" or "plus";

    /// <summary>The denial a list hangs on: at the head, before the first thing named, and nothing said of it otherwise.</summary>
    private static Lexeme? Denial(Clause clause)
    {
        var first = clause.Lexemes.FirstOrDefault(l => Clause.IsElement(l) || l.Kind is TermKind.Complaint or TermKind.Outside or TermKind.Value or TermKind.Unknown or TermKind.Cue);
        return first is { Kind: TermKind.Cue, Id: "deny" } && IsNounPhrase(clause.Lexemes.SkipWhile(l => l != first).Skip(1)) ? first : null;
    }

    private static Lexeme? ClosingDenial(Clause clause) =>
        clause.Lexemes[^1] is { Kind: TermKind.Cue, Id: "no" } last && IsNounPhrase(clause.Lexemes.Take(clause.Lexemes.Count - 1).Where(l => l.Kind is not (TermKind.Mark or TermKind.Verb))) ? last : null;

    private static bool IsBareItem(Clause clause) => clause.Lexemes.Any(l => Clause.IsElement(l) || l.Kind is TermKind.Complaint or TermKind.Outside or TermKind.Quantifier) && IsNounPhrase(clause.Lexemes);

    /// <summary>Nouns, and adjectives before them; no verb, act, cue or predicate.</summary>
    private static bool IsNounPhrase(IEnumerable<Lexeme> lexemes)
    {
        var named = false;
        foreach (var lexeme in lexemes)
        {
            switch (lexeme)
            {
                case { Kind: TermKind.Cue or TermKind.Act or TermKind.Verb or TermKind.Whole or TermKind.Event } or { Id: "became" } or { Kind: TermKind.Quality, Form: "adj" }:
                case { Kind: TermKind.Value } when named:
                case { Kind: TermKind.Modifier, Id: "past" or "unknown" or "asking" or "hedge" }:
                    return false;
                default:
                    named |= Clause.IsElement(lexeme) || lexeme.Kind is TermKind.Complaint or TermKind.Outside;
                    break;
            }
        }

        return true;
    }

    private static bool IsBareList(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Subject or TermKind.Filler or TermKind.Side or TermKind.Joint || l.Form == "modality");

    private static bool IsBarePlace(Clause clause) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Subject or TermKind.Filler or TermKind.Side or TermKind.Joint);
}
