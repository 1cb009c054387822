namespace ClinicalBot.Phrases.Clauses;

/// <summary>What clauses take over from their neighbors: answers, ellipses, denials and values of a list. Each pass turns clauses into clauses.</summary>
internal static partial class ClausePasses
{
    /// <summary>All passes, in their order.</summary>
    public static IReadOnlyList<Clause> Pass(IReadOnlyList<Clause> clauses) => ShareValues(SpreadDenials(FillEllipses(JoinAnswers(clauses))));

    /// <summary>"saddle numbness (no)", "saddle? no." and "KJ normal? yes": an answer belongs to what was asked.</summary>
    private static List<Clause> JoinAnswers(IReadOnlyList<Clause> clauses)
    {
        var joined = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (joined.Count > 0 && Answers(joined[^1], clause))
            {
                joined[^1] = joined[^1] with { Lexemes = Joined(joined[^1], clause), Asked = clause.Asked };
            }
            else
            {
                joined.Add(clause);
            }
        }

        return joined;
    }

    private static bool Answers(Clause asked, Clause answer)
    {
        var (open, closed) = (answer.Link == Link.Open, asked.Has(Answered));
        var one = answer.Lexemes.Count(l => !l.Is(Filler)) == 1;
        return (asked.HasElement || open && asked.Has(Quantifier))
            && (open && !closed && answer.Lexemes.Length == 1 && answer.Has(Adjective) && asked.Elements.AreAll(Subject, MuscleForm)
                || answer.Lexemes.AreAll(AnswerPart) && !answer.Lexemes.AreAll(Filler) && (open && !closed
                    || (one || open) && asked.Asked && answer.Sentence == asked.Sentence + 1 && (!closed || answer.Has(DenyNoYes))));
    }

    /// <summary>"slr able? no" is not able; "slr able? yes" is able.</summary>
    private static Lexeme[] Joined(Clause asked, Clause answer)
    {
        var value = asked.Lexemes.IndexOf(ValueOrAbility);
        return value < 0 ? [.. asked.Lexemes, .. answer.Lexemes.Select(l => l.Is(Deny) ? l.As(Made.No) : l)]
            : answer.Lexemes.First(AnswersNo) is not { } denial ? asked.Lexemes
            : [.. asked.Lexemes.Take(value), denial.As(Made.Denial), .. asked.Lexemes.Skip(value)];
    }

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
