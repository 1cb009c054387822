namespace ClinicalBot.Phrases.Scope;

/// <summary>What is not understood voids what reassures: in its own clause where that clause speaks of something, else in its sentence; not at all where it
/// stands in a remark about something else ("lunch refused"). A sentence of doubt alone ("I think.", "Not.") voids the one before.</summary>
internal static class VoidSentences
{
    /// <summary>Clause by clause, whether it is void; and whether what it says of all the rest is: in the whole sentence of a word not understood.</summary>
    public static bool[] Of(IReadOnlyList<Clause> clauses, Topic? topic, out bool[] wholes)
    {
        var sentences = OfSentences(clauses, topic);
        var single = new bool[clauses.Count];
        var unknown = (bool[])sentences.Clone();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (HasUnknown(clauses[i]) && !IsRemark(clauses[i]))
            {
                unknown[clauses[i].Sentence] = true;
                single[i] = Predicates(clauses[i]) && ScopeEngine.Read(clauses[i], topic, false, false).Count > 0;
                sentences[clauses[i].Sentence] |= !single[i];
            }
        }

        wholes = [.. clauses.Select(c => unknown[c.Sentence] || sentences[c.Sentence])];
        return [.. clauses.Select((c, i) => single[i] || sentences[c.Sentence])];
    }

    private static bool[] OfSentences(IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var isVoid = new bool[clauses.Count == 0 ? 0 : clauses.Max(c => c.Sentence) + 1];
        foreach (var sentence in clauses.GroupBy(c => c.Sentence))
        {
            // "Old foot drop, unchanged" tells of the foot drop.
            isVoid[sentence.Key] |= sentence.Where((c, k) => !(k > 0 && c.Lexemes.AreAll(Unchanged) && sentence.ElementAt(k - 1).Has(KnownBefore)))
                .Any(c => IsNotUnderstood(c, topic)) || sentence.Any(c => c.Asked && sentence.Count() > 1);
            if (sentence.Key > 0 && sentence.All(c => c.Part != Part.Plan && !c.Has(SaysSomething)) && sentence.Any(c => c.Has(DoubtsBefore)))
            {
                isVoid[sentence.Key - 1] = true;
            }
        }

        return isVoid;
    }

    private static bool IsNotUnderstood(Clause clause, Topic? topic) => clause.Has(Soft)
            || !clause.Speaks && clause.Link != Link.Stop && clause.Has(Cue) && clause.Lexemes.AreAll(Deny, Filler)
            || clause.Link == Link.But && !clause.Speaks && !clause.Has(Whole, Complaint, Time)
            || !clause.Speaks && clause.Has(Unable)
            || clause.Link == Link.Except && !clause.Has(Element, Value, Time)
            // At the red flags "no worse" answers one of them.
            || !clause.Speaks && clause.Has(DoubtsAlone) && !(topic == Topic.RedFlags && clause.Lexemes.AreAll(NoNew, Filler, Verb))
                && !clause.Has(Value, Whole, Event, Time, Complaint) && !(clause.Has(RemarkSign) && clause.Lexemes.Of(Modifier).AreAll(Past))
            || (clause.Link is Link.But or Link.Except || clause.Has(Deny, Unable)) && clause.HasElement && !clause.Has(Whole, Event)
                && ScopeEngine.Read(clause, topic, false, false).Count == 0 && !DeniesHarmless(clause);

    /// <summary>It says something that is understood of what it names: the word not understood is not all that is said of it ("ankle slowish").</summary>
    private static bool Predicates(Clause clause) => clause.HasElement && clause.Has(Value, Cue, Act, NamedQuality);

    /// <summary>Tells of people, drugs, meals and the like and of nothing that could be a finding, a denial or a doubt.</summary>
    private static bool IsRemark(Clause clause) => clause.Link is not (Link.But or Link.Except) && clause.Borrowed.Count == 0
        && clause.Lexemes.AreAll(RemarkPart) && !clause.Lexemes[0].Is(Unknown) && clause.Has(RemarkSign);

    private static bool HasUnknown(Clause clause)
    {
        // A figure beside nothing that could be graded or measured ("obs 0", "bed 9", "99/60") says nothing of a finding.
        var numbers = !clause.Speaks && !clause.Has(Whole) || clause.Has(WordClass.Measured);
        return clause.Has(UnknownWord) || !numbers && clause.Has(Figure);
    }

    /// <summary>"no pain", "no catheter": what is denied is none of the findings.</summary>
    private static bool DeniesHarmless(Clause clause) => clause.Link is not (Link.But or Link.Except) && !clause.Elements.AreAll(LegWord)
        && clause.Elements.AreAll(LegWord, Harmless);
}
