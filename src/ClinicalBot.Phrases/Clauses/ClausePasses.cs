using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>What clauses take over from their neighbors: answers, ellipses and lists. Each pass turns clauses into clauses.</summary>
internal static partial class ClausePasses
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
    private static Lexeme[] Joined(Clause asked, Clause answer)
    {
        var value = asked.Lexemes.ToList().FindIndex(l => l.Kind == TermKind.Value || l is { Kind: TermKind.Cue, Id: "able" or "unable" });
        var denial = answer.Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" } or { Kind: TermKind.Whole, Id: "none" });
        return value < 0 ? [.. asked.Lexemes, .. answer.Lexemes.Select(l => l is { Kind: TermKind.Cue, Id: "deny" } ? l with { Id = "no" } : l)]
            : denial is null ? asked.Lexemes
            : [.. asked.Lexemes.Take(value), denial with { Kind = TermKind.Cue, Id = "deny" }, .. asked.Lexemes.Skip(value)];
    }

    /// <summary>"..., unable right" speaks of what the clause before spoke of.</summary>
    public static IReadOnlyList<Clause> FillEllipses(IReadOnlyList<Clause> clauses, Func<Lexeme, Lexeme, bool> composes, Func<Lexeme, bool> standsAlone,
        Func<Lexeme, bool> composesAny)
    {
        var filled = new List<Clause>();
        foreach (var clause in clauses)
        {
            var before = filled.Count == 0 || filled[^1].Sentence != clause.Sentence
                && clause.Joint != "semicolon" ? null : filled[^1];
            if (before?.Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Quantifier, Id: "both" or "other" }) is { } of && clause.Joint == "and"
                && clause.HasElement && clause.Elements.All(e => e is { Kind: TermKind.Quality, Form: "adj" })
                    && before.Elements.Any(e => e.Kind == TermKind.Subject)
                && !clause.Has(TermKind.Side) && !clause.Has(TermKind.Cue))
            {
                // "both legs heavy and numb": numb are both.
                filled.Add(clause with { Lexemes = [of, .. before.Elements.Where(e => e.Kind == TermKind.Subject), .. clause.Lexemes] });
                continue;
            }

            if (before is not null && clause.Joint is "or" or "and" && before!.Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Cue, Id: "unable" or "hard" }
                or { Kind: TermKind.Cue, Id: "deny", Form: "adv" or "neither" }) is { } failing && before.Has(TermKind.Act)
                && clause.Elements.FirstOrDefault() is { Kind: TermKind.Act } && !clause.Has(TermKind.Cue) && !clause.Has(TermKind.Value))
            {
                // "can't move the ankle or lift the leg": neither; after "and" it is asked.
                filled.Add(clause with { Lexemes = [failing, .. clause.Lexemes], AskedList = clause.Joint == "or" ? null : (before.Start, clause.End) });
                continue;
            }

            if (before is not null && clause.Joint is not "semicolon" && clause.Elements.ToList() is [{ Kind: TermKind.Act } again]
                && before.Elements.Any(e => e.Kind == TermKind.Act && e.Id == again.Id) && before.Elements.Any(e => e.Kind == TermKind.Subject))
            {
                // "was lifting the leg at 8, now not lifting": of the same.
                filled.Add(clause with { Borrowed = [.. before.Elements.Where(e => e.Kind == TermKind.Subject)] });
                continue;
            }

            if (before?.Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Value, Id: "back" or "resolved" or "gone" }) is { } back && clause.HasElement
                && clause.Lexemes[^1].Form == "notYet")
            {
                // "touch is back, cold not yet"
                filled.Add(clause with { Lexemes = [.. clause.Lexemes[..^1], clause.Lexemes[^1] with { Kind = TermKind.Cue, Id = "deny" }, back] });
                continue;
            }

            if (before is not null && clause.Elements.ToList() is [{ Id: "worse" or "worsening" } course] && !clause.Has(TermKind.Cue) && !clause.Has(TermKind.Side)
                && before.Elements.Concat(before.Borrowed).Where(e => composes(course, e)).ToList() is { Count: > 0 } worse)
            {
                // "weakness started at six and has got steadily worse"
                filled.Add(clause with { Borrowed = worse });
                continue;
            }

            var excepted = clause.Joint == "except" && clause.Elements.Any() && clause.Elements.All(e => e.Kind == TermKind.Subject);
            if (before is not null && Continues(before, clause, composes))
            {
                filled.Add(clause with { Borrowed = [.. before.Elements.Concat(before.Borrowed).Where(e => e.Kind == TermKind.Quality)] });
                continue;
            }

            if (before?.Elements.Concat(before.Borrowed).FirstOrDefault(e => e.Form == "reflex") is { } jerk && clause.HasElement
                && HasValue(clause) && !clause.Lexemes.Any(l => l.Form == "grade") && clause.Joint != "stop"
                && jerk with { Kind = TermKind.Quality, Id = jerk.Form } is var reflex && clause.Elements.All(e => e.Form == "mrc" && composes(reflex, e)))
            {
                // "knee jerk absent, ankle normal": of the ankle the reflex is meant.
                filled.Add(clause with { Borrowed = [reflex] });
                continue;
            }

            if (before is not null && !clause.Has(TermKind.Quantifier) && before.Elements.Any(e => e.Id == "saddle") && before.Elements.Any(e =>
                e.Kind == TermKind.Quality) && clause.Joint != "semicolon" && clause.Elements.ToList() is [{ Kind: TermKind.Quality } only]
                && before.Elements.Where(e => e.Id == "saddle").Any(e => composes(only, e)) && clause.Joint != "stop")
            {
                // "perianal touch intact, pinprick reduced", "no saddle numbness but tingling there": the place may still be meant.
                filled.Add(clause with { Borrowed = [.. before.Elements.Where(e => e.Id == "saddle")], AskedList = (before.Start, clause.End) });
                continue;
            }

            filled.Add(before is null || !excepted && !IsElliptic(clause, standsAlone) ? clause
                : clause with { Borrowed = Borrow(before, clause, (head, own) => composes(head, own) || excepted && composesAny(head)) });
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
        for (var i = 1; i < spread.Length; i++)
        {
            // "watch for saddle numbness and incontinence": what is asked of the first is asked of each.
            if (spread[i].Sentence == spread[i - 1].Sentence && IsJoined(spread[i]) && IsBareItem(spread[i])
                && spread[i - 1].Lexemes.FirstOrDefault(l => l is { Kind: TermKind.Modifier, Id: "asking", Form: not "wh" }) is { } asking)
            {
                spread[i] = spread[i] with { Lexemes = [asking, .. spread[i].Lexemes] };
            }
        }

        var end = 0;
        for (var i = 0; i < spread.Length; i++)
        {
            // The items of a list end where the list does: each is looked at once.
            end = Math.Max(end, i);
            while (end + 1 < spread.Length && spread[end + 1].Sentence == spread[i].Sentence && IsJoined(spread[end + 1]) && IsBareItem(spread[end + 1]))
            {
                end++;
            }

            if (end > i && Denial(spread[i]) is { } deny)
            {
                if (deny.Kind == TermKind.Cue && Enumerable.Range(i + 1, end - i).All(k => spread[k].Borrowed.Count > 0
                    && spread[k].Elements.All(e => e.Form == "mrc")))
                {
                    // "no weakness of hip flexion, knee extension and toes" denies one thing of several places.
                    Spread(spread, i, end, deny, null);
                    i = end;
                    continue;
                }

                var closing = Enumerable.Range(i + 1, end - i).LastOrDefault(k => spread[k].Joint == "or" || spread[k].Has(TermKind.Joint, "or"), i);
                // "no new weakness, saddle numbness or retention" does not say that there is none: all of it is asked.
                closing = deny.Kind == TermKind.Modifier ? i : closing;
                Spread(spread, i, closing, deny, null);
                Spread(spread, closing, end, deny, (spread[i].Start, spread[end].End));
                i = end;
            }
            else if (IsBareItem(spread[i]) && end + 1 < spread.Length && spread[end + 1].Sentence == spread[i].Sentence && IsJoined(spread[end + 1])
                && ClosingDenial(spread[end + 1]) is { } last)
            {
                Spread(spread, i - 1, end, last, spread[end + 1].Joint == "or" || last.Kind == TermKind.Whole ? null : (spread[i].Start, spread[end + 1].End));
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
            // "sensation back to normal (light touch, pinprick)": what stands in brackets is of the same value.
            var inBrackets = shared[i].Joint == "open" && shared[i - 1].Lexemes.Count(l => l.Kind == TermKind.Value) == 1;
            if (shared[i].Sentence == shared[i - 1].Sentence && (IsJoined(shared[i]) || inBrackets) && IsBareFunction(shared[i], shared[i - 1])
                && LeadingValue(shared[i - 1], inBrackets) is { Count: > 0 } leading)
            {
                shared[i] = shared[i] with { Lexemes = [.. leading, .. shared[i].Lexemes] };
            }
        }

        return shared;
    }

    /// <summary>"reduced power and sensation", "5/5 hip flexion, knee extension": a value before its list.</summary>
    private static List<Lexeme> LeadingValue(Clause clause, bool anywhere)
    {
        var value = clause.Lexemes.ToList().FindIndex(l => l.Kind == TermKind.Value);
        var last = clause.Lexemes.ToList().FindLastIndex(Clause.IsElement);
        if (last < 0 && clause.Has(TermKind.Value, "resolved"))
        {
            // "all back to normal, LT PP temp"
            return [clause.Lexemes[value]];
        }

        var values = clause.Lexemes.Where(l => l.Kind == TermKind.Value).ToList();
        return value < 0 || last < value && !anywhere || values.Exists(v => v.Form != "grade" || v.Number != values[0].Number) && values.Count > 1
            || clause.AskedList is not null ? []
            : [.. clause.Lexemes.Where(l => l.Kind == TermKind.Value || l.Is(TermKind.Cue, "deny"))];
    }

    /// <summary>"normal bladder and bowel function": organs share the value of an organ.</summary>
    private static bool IsBareFunction(Clause clause, Clause before) =>
        clause.HasElement && clause.Lexemes.All(l => l.Kind is TermKind.Filler or TermKind.Side or TermKind.Joint || Clause.IsElement(l)
            && (l.Form is "mrc" or "fn" or "reflex" or "modality" || IsOrgan(l) && clause.Joint is "and" or "slash" && before.Elements.Any(IsOrgan)));

    private static bool IsOrgan(Lexeme lexeme) => lexeme is { Kind: TermKind.Subject, Form: "-" };
}
