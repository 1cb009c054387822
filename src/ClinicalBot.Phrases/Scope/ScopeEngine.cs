using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>The one scope engine: what a clause says of which finding, from its mentions, its cues and the decision table.</summary>
internal static class ScopeEngine
{
    /// <summary>The claims of one clause.</summary>
    /// <param name="clause">After the passes over its neighbors.</param>
    /// <param name="topic">The question that is open; null outside a dialog.</param>
    /// <param name="isVoid">Something in its sentence was not understood.</param>
    /// <param name="isAdvice">It stands behind what the patient was told to watch for.</param>
    public static IReadOnlyList<Claim> Read(Clause clause, string? topic, bool isVoid, bool isAdvice)
    {
        var claims = new List<Claim>();
        // "L4-S1 MBB, left leg numb": the levels are the block's, not where it is numb.
        var ofBlock = clause.Has(TermKind.Event, "block", "mbb") && !clause.Has(TermKind.Quality, "dermatome", "distribution");
        IReadOnlyList<Lexeme> lexemes = [.. clause.Borrowed, .. clause.Lexemes.Where(l => !(ofBlock && l.Form == "level"))];
        var modifiers = Modifiers(clause, isVoid, isAdvice);
        foreach (var mention in Mentions.Of(lexemes, topic))
        {
            foreach (var cue in Cues(clause, lexemes, mention))
            {
                claims.AddRange(Claims(clause, mention, cue, modifiers));
            }
        }

        claims.AddRange(BothLegs.Read(clause, lexemes, claims, topic, modifiers));
        claims.AddRange(Unread(clause, lexemes, claims, topic));
        return [.. claims.Where(claim => claim.Outcome != Outcome.None && !IsOfOtherLeg(clause, claim)
            && !(claim.Outcome == Outcome.Reassuring && clause.Has(TermKind.Outside, "limb")))];
    }

    /// <summary>A red flag beside a word not understood, of which nothing was made: it is asked.</summary>
    private static List<Claim> Unread(Clause clause, IReadOnlyList<Lexeme> lexemes, List<Claim> claims, string? topic) =>
        !clause.Lexemes.Any(l => l is { Kind: TermKind.Unknown, Form: not "number" }) ? []
            : [.. Mentions.Of(lexemes, topic).SelectMany(m => m.Meaning.Paths).Distinct().Where(path => FindingTable.IsRedFlag(path)
                && !claims.Exists(c => c.Path == path && c.Outcome != Outcome.None)).Select(path =>
                new Claim(path, Outcome.Ask, clause.Start, clause.End) { Sentence = clause.Sentence, Plain = Outcome.Ask })];

    private static IEnumerable<string> Cues(Clause clause, IReadOnlyList<Lexeme> lexemes, Mention mention)
    {
        var cues = ClauseCues.Of(lexemes, mention.First, mention.Last);
        var graded = lexemes.Any(l => l.Form == "grade");
        if (mention.Meaning.Polarity == "graded" && !graded || mention.Meaning.Polarity is "whole" or "test" or "local" && graded)
        {
            return [];
        }

        if (lexemes.Any(l => l.Form == "plus") && (mention.Meaning.Polarity is "finding" or "altered" or "weakness" or "topic"
            || mention.Meaning.Paths.Contains("straightLegRaise")))
        {
            // "numb ++" is very numb; "SLR ++" may be anything.
            return mention.Meaning.Polarity is "function" or "jerk" ? ["other"] : ["positive"];
        }

        // "normal except toes": what is named after "except" is the opposite of what was said before.
        if (clause.Joint == "except" && cues.All(cue => cue is "answeredNo" or "good" or "negative" or "notPresent" or "absent")
            && !(cues is ["absent" or "notPresent"] && mention.Meaning.Polarity is "jerk" or "function" or "power" or "sense" or "act"))
        {
            // "everything except saddle is no": what is said is said of all the others.
            return ["doubtful"];
        }

        return clause.Joint == "except" && cues is ["bare"] && (mention.Meaning.Polarity is "power" or "function" or "jerk" or "sense" or "topic" or "act")
            ? ["bad"] : cues;
    }

    private static IEnumerable<Claim> Claims(Clause clause, Mention mention, string cue, IReadOnlyList<string> modifiers)
    {
        var plain = DecisionTable.Decide(cue, mention.Meaning.Polarity);
        var more = mention.Meaning.Paths.Contains("within") && clause.Lexemes.SkipWhile(l => l.Kind != TermKind.Joint).Any(l => l.Kind == TermKind.Subject);
        var outcome = plain == Outcome.Reassuring && (mention.Meaning.Strength == "part" || more) ? Outcome.Ask : plain;
        outcome = mention.Meaning.Strength != "maybe" ? outcome : outcome is Outcome.Adverse or Outcome.Ask ? Outcome.Ask : Outcome.None;
        outcome = modifiers.Aggregate(outcome, (current, modifier) => DecisionTable.Modify(current, modifier, mention.Meaning.Polarity));
        if (mention.Meaning.Polarity == "topic" && cue == "bare" && outcome == Outcome.Adverse && clause.Lexemes.SkipWhile(l =>
            !Clause.IsElement(l)).Any(l => l.Kind is TermKind.Unknown or TermKind.Everyday))
        {
            // "bowels regular", "bladder cancer": what is said of the place is not understood.
            outcome = Outcome.Ask;
        }

        if (clause.AskedList is not null && (outcome != Outcome.None || mention.Meaning.Polarity == "hint") || outcome == Outcome.Adverse
            && clause.Borrowed.Count > 0 && clause.Lexemes.Any(l => l.Kind is TermKind.Unknown or TermKind.Everyday || l.Form == "aside"))
        {
            outcome = Outcome.Ask;
        }

        var quote = clause.AskedList ?? (clause.Start, clause.End);
        foreach (var path in mention.Meaning.Paths)
        {
            yield return new Claim(path, outcome, quote.Start, quote.End)
            {
                Side = Side(clause),
                Unspecific = mention.Meaning.Strength == "unspecific" && outcome == Outcome.Adverse,
                Known = outcome == Outcome.Adverse && modifiers.Contains("known"),
                Past = (plain == Outcome.Reassuring || cue == "able" && mention.Meaning.Polarity is "sign" or "habit") && modifiers.Contains("past"),
                General = mention.Meaning.Polarity is "whole" or "test",
                Minor = outcome == Outcome.Ask && (FindingTable.Find(path)?.Topic == Topic.Context
                    || modifiers.Any(m => m is "plan" or "advice" or "asking")
                    || mention.Meaning.Strength == "part" && path is "bowel" or "bladder" && plain == Outcome.Reassuring && modifiers.Count == 0
                    || mention.Meaning.Polarity is "foot" or "sign" or "habit" && plain == Outcome.Ask && modifiers.Count == 0 && clause.AskedList is null
                    && clause.Lexemes.Count(l => l.Kind == TermKind.Quality) < 2),
                Changed = modifiers.Contains("changed"),
                Sentence = clause.Sentence,
                Plain = plain,
            };
        }
    }

    private static IReadOnlyList<string> Modifiers(Clause clause, bool isVoid, bool isAdvice)
    {
        var first = clause.Lexemes.FirstOrDefault(Clause.IsElement)?.Start ?? int.MaxValue;
        // "when" behind what is said ("numb when he stood up") or before who did something ("when we turned her") asks nothing, and reassures of
        // nothing ("able when awake").
        var modifiers = clause.Lexemes.Where(l => l.Kind == TermKind.Modifier).Select(l => l.Form == "wh" && (l.Start > first || TellsWhen(clause, l))
            ? "past" : l.Id).ToList();
        if (clause.Asked)
        {
            modifiers.Add("question");
        }

        if (clause.Lexemes.Any(l => l.Form == "said"))
        {
            modifiers.Add("said");
        }

        if (clause.Lexemes.Any(l => l.Form == "final" && clause.Elements.Any(e => e.Start > l.Start)))
        {
            modifiers.Add("slightly");
        }

        if (clause.Lexemes.Any(l => l.Form == "changing"))
        {
            modifiers.Add("changed");
        }

        if (clause.Lexemes.Any(l => l is { Kind: TermKind.Cue, Form: "past" }))
        {
            modifiers.Add("past");
        }

        if (clause.Lexemes.Any(l => l.Id is "degrees" or "percent"))
        {
            modifiers.Add("partial");
        }

        if (isVoid)
        {
            modifiers.Add("void");
        }

        if (clause.Lexemes.Any(l => l.Kind == TermKind.Time && !IsToday(l)) && !clause.Has(TermKind.Event, "block", "mbb"))
        {
            modifiers.Add("past");
        }

        if (isAdvice)
        {
            modifiers.Add("advice");
        }

        if (clause.Part is "plan" or "history")
        {
            modifiers.Add(clause.Part);
        }

        return modifiers;
    }

    private static bool TellsWhen(Clause clause, Lexeme wh) =>
        clause.Lexemes.SkipWhile(l => l != wh).Skip(1).FirstOrDefault() is { Kind: TermKind.Filler, Id: "pronoun" or "neutral" };

    /// <summary>"Today SLR able" is of now.</summary>
    private static bool IsToday(Lexeme lexeme) =>
        lexeme is TimeLexeme { Time: TimeExpression.Calendar { Clock: null, Day: Day.Relative { DaysBack: 0, Part: DayPart.None } } };

    private static string Side(Clause clause)
    {
        var (left, right) = (clause.Has(TermKind.Side, "left"), clause.Has(TermKind.Side, "right"));
        return left == right ? "-" : left ? "left" : "right";
    }

    /// <summary>That the other leg is well says nothing of this one.</summary>
    private static bool IsOfOtherLeg(Clause clause, Claim claim) =>
        claim.Outcome == Outcome.Reassuring && clause.Has(TermKind.Quantifier, "other", "well") && claim.Path != BothLegs.Path;
}
