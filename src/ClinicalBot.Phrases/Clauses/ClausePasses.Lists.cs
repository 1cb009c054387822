namespace ClinicalBot.Phrases.Clauses;

/// <summary>Denials of a list: said once, before or behind the items they are of.</summary>
internal static partial class ClausePasses
{
    /// <summary>A denial at the head of a list: closed by "or" it denies each item; joined only by commas, slashes or "and", the items after the first are
    /// asked. The same holds backward for a denial that closes a list.</summary>
    private static Clause[] SpreadDenials(List<Clause> clauses)
    {
        var spread = clauses.Select((clause, i) => i == 0 ? clause : AfterDenial(clauses[i - 1], clause)).ToArray();
        for (var i = 1; i < spread.Length; i++)
        {
            // "watch for saddle numbness and incontinence": what is asked of the first is asked of each.
            if (IsItemAfter(spread, i) && spread[i - 1].Lexemes.First(AsksAhead) is { } asking)
            {
                spread[i] = spread[i] with { Lexemes = [asking, .. spread[i].Lexemes] };
            }
        }

        var end = 0;
        for (var i = 0; i < spread.Length; i++)
        {
            // The items of a list end where the list does: each is looked at once.
            end = Math.Max(end, i);
            while (end + 1 < spread.Length && IsItemAfter(spread, end + 1))
            {
                end++;
            }

            if (end > i && Denial(spread[i]) is { } deny)
            {
                // "no weakness of hip flexion, knee extension and toes" denies one thing of several places; "no new weakness, saddle numbness or retention"
                // does not say that there is none: all of it is asked.
                var closing = deny.Is(Cue) && spread[(i + 1)..(end + 1)].All(c => c.Borrowed.Count > 0 && c.Elements.AreAll(MuscleForm)) ? end
                    : deny.Is(Modifier) ? i
                    : Enumerable.Range(i + 1, end - i).LastOrDefault(k => spread[k].Link == Link.Or || spread[k].Has(Or), i);
                Spread(spread, i, closing, deny, null);
                Spread(spread, closing, end, deny, (spread[i].Start, spread[end].End));
                i = end;
            }
            else if (end + 1 < spread.Length && spread[end + 1].IsWith(spread[i]) && spread[end + 1].IsJoined && IsBareItem(spread[i])
                && ClosingDenial(spread[end + 1]) is { } last)
            {
                Spread(spread, i - 1, end, last, spread[end + 1].Link == Link.Or || last.Is(Whole) ? null : (spread[i].Start, spread[end + 1].End));
                i = end + 1;
            }
        }

        return spread;
    }

    /// <summary>"no saddle numbness bladder trouble": without a comma it is not clear whether the denial goes on.</summary>
    private static Clause AfterDenial(Clause before, Clause clause) =>
        clause.Link == Link.Run && clause.IsWith(before) && Denial(before) is not null && clause.HasElement && !clause.Has(Cue, Value, Pronoun)
            && !clause.Lexemes.First(Element)!.Is(NumbAdjective) ? clause with { AskedList = (before.Start, clause.End) } : clause;

    private static void Spread(Clause[] clauses, int head, int end, Lexeme deny, (int Start, int End)? list)
    {
        // "no loss of bowel or bladder control": the loss is denied of each.
        var loss = head >= 0 ? clauses[head].Lexemes.SkipWhile(l => l != deny).Skip(1).FirstOrDefault(l => !l.Is(Filler)) : null;
        for (var i = head + 1; i <= end; i++)
        {
            var shares = loss?.Is(Value) == true && !clauses[i].Has(NounOrAdjective, Value);
            clauses[i] = clauses[i] with { Lexemes = shares ? [deny, loss!, .. clauses[i].Lexemes] : [deny, .. clauses[i].Lexemes], AskedList = list };
        }
    }

    /// <summary>The denial a list hangs on: at the head, before the first thing named, and nothing said of it otherwise.</summary>
    private static Lexeme? Denial(Clause clause)
    {
        var first = clause.Lexemes.IndexOf(HeadOfList);
        return first >= 0 && clause.Lexemes[first].Is(Deny, NoNew) && IsNounPhrase(clause.Lexemes.Skip(first + 1)) ? clause.Lexemes[first] : null;
    }

    private static Lexeme? ClosingDenial(Clause clause) =>
        clause.Lexemes[^1] is var last && (last.Is(No) || last.Is(None) && clause.HasElement)
            && IsNounPhrase(clause.Lexemes.Take(clause.Lexemes.Length - 1).Where(l => !l.Is(Mark, Verb))) ? last : null;

    private static bool IsItemAfter(Clause[] clauses, int i) => clauses[i].IsWith(clauses[i - 1]) && clauses[i].IsJoined && IsBareItem(clauses[i]);

    private static bool IsBareItem(Clause clause) => clause.Has(Element, Complaint, Outside, Quantifier) && IsNounPhrase(clause.Lexemes)
        && !(clause.HasElement && clause.Borrowed.Count == 0 && clause.Elements.AreAll(MuscleForm, ReflexForm));

    /// <summary>Nouns, and adjectives before them; no verb, act, cue or predicate.</summary>
    private static bool IsNounPhrase(IEnumerable<Lexeme> lexemes)
    {
        var named = false;
        foreach (var lexeme in lexemes)
        {
            if (lexeme.Is(NoNoun) || lexeme.Is(Value) && (named || !lexeme.Is(BadOrAbsent)))
            {
                return false;
            }

            named |= lexeme.Is(Element, Complaint, Outside, Quantifier);
        }

        return true;
    }
}
