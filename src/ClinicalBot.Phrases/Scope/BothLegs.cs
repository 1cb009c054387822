using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>Whether what a clause says is of both legs.</summary>
internal static class BothLegs
{
    /// <summary>The finding.</summary>
    public const string Path = "redFlags.bilateralSymptoms";

    /// <summary>The claims about both legs that follow from a clause and what it says.</summary>
    public static IEnumerable<Claim> Read(Clause clause, IReadOnlyList<Lexeme> lexemes, IReadOnlyList<Claim> claims, string? topic,
        IReadOnlyList<string> modifiers)
    {
        if (claims.Any(claim => claim.Path == Path || claim.Path == "within"))
        {
            yield break;
        }

        var both = clause.Has(TermKind.Quantifier, "both") || clause.Has(TermKind.Side, "left") && clause.Has(TermKind.Side, "right")
            && clause.Lexemes.Any(l => l.Is(TermKind.Joint, "and"));
        var neither = lexemes.Any(l => l.Form == "neither") && lexemes.Any(l =>
            l is { Kind: TermKind.Subject, Id: "leg" or "foot" or "heel" or "knee" or "ankle" });
        var other = clause.Has(TermKind.Quantifier, "other", "well", "morethanone");
        var added = !other && clause.Has(TermKind.Side) && lexemes.Any(l => l.Id == "addition");
        var plural = lexemes.Any(l => l.Form == "plural");
        var ofLegs = claims.Where(claim => claim.Path is not ("bladder" or "bowel") && !claim.Path.StartsWith("redFlags", StringComparison.Ordinal)
            && !claim.Path.StartsWith("context", StringComparison.Ordinal)).ToList();
        var worst = ofLegs.Count == 0 ? Outcome.None : ofLegs.Max(claim => claim.Plain);
        var outcome = (both, other, plural) switch
        {
            (true, _, _) when clause.Has(TermKind.Event, "block", "mbb") && !OfLegs(lexemes) => Outcome.Ask,
            (true, _, _) or (_, true, _) when worst == Outcome.Adverse => Outcome.Adverse,
            _ when neither && worst == Outcome.Adverse => Outcome.Adverse,
            _ when added && worst == Outcome.Adverse => clause.Has(TermKind.Filler, "now") ? Outcome.Adverse : Outcome.Ask,
            _ when neither && claims.All(c => c.Outcome == Outcome.None) && topic is null or "redFlags" => Outcome.Ask,
            _ when clause.Has(TermKind.Side, "left") && clause.Has(TermKind.Side, "right")
                && clause.Has(TermKind.Quality, "worse", "worsening", "progress") => Outcome.Ask,
            _ when neither && topic == "redFlags" && claims.Any(c => c.Plain == Outcome.Reassuring) => Outcome.Reassuring,
            (true, _, _) or (_, true, _) when worst == Outcome.Ask && !NamesFunctionsOnly(lexemes)
                && (topic == "redFlags" || claims.Any(c => c.Outcome == Outcome.Ask && !c.Minor)) => Outcome.Ask,
            (_, _, true) when worst == Outcome.Adverse => Outcome.Ask,
            (true, _, _) when claims.Count == 0 && !clause.Has(TermKind.Complaint) && lexemes.All(l => l.Form != "aside")
                && lexemes.All(l => l.Kind is not TermKind.Act
                && (l.Kind is not TermKind.Quality || l.Id is "trouble")) => OfBothAlone(clause, lexemes, topic),
            (_, true, _) when worst == Outcome.Reassuring || claims.Count == 0 && clause.Has(TermKind.Value, "good") => topic is "redFlags" or null
                ? Outcome.Reassuring : Outcome.None,
            (_, true, _) when topic == "redFlags" && claims.Any(c => c.Plain == Outcome.Reassuring) => Outcome.Reassuring,
            (_, true, _) when claims.Count == 0 => lexemes.Any(l => l.Is(TermKind.Cue, "deny") || l.Is(TermKind.Cue, "no")) ? Outcome.Reassuring : Outcome.Ask,
            (true, _, _) when topic == "redFlags" && claims.Any(c => c.Outcome != Outcome.None)
                && claims.Where(c => c.Outcome != Outcome.None).All(c => c.Plain == Outcome.Reassuring) && Denies(lexemes) =>
                Outcome.Reassuring,
            (true, _, _) when worst == Outcome.Reassuring && topic == "redFlags" => Denies(lexemes) ? Outcome.Reassuring : Outcome.Ask,
            _ => Outcome.None,
        };
        outcome = modifiers.Aggregate(outcome, (current, modifier) => DecisionTable.Modify(current, modifier, "topic"));
        if (outcome != Outcome.None)
        {
            yield return new Claim(Path, clause.AskedList is null ? outcome : Outcome.Ask, clause.AskedList?.Start ?? clause.Start, clause.AskedList?.End
                ?? clause.End) { Sentence = clause.Sentence, Plain = outcome };
        }
    }

    private static Outcome OfBothAlone(Clause clause, IReadOnlyList<Lexeme> lexemes, string? topic)
    {
        var cues = ClauseCues.Of(lexemes, 0, lexemes.Count);
        if (cues.Any(cue => cue is "resolved" or "back" or "able" or "notBad" or "notHard" or "present"))
        {
            return Outcome.None;
        }

        var outcome = cues.Max(cue => DecisionTable.Decide(cue, "topic"));
        if (topic != "redFlags" && clause.Has(TermKind.Unknown) && !clause.HasElement)
        {
            return Outcome.None;
        }

        var names = clause.Lexemes.Any(l => l is { Kind: TermKind.Quantifier, Form: "whole" } or { Kind: TermKind.Subject, Id: "leg" or "legs" or "feet" });
        return outcome == Outcome.Adverse && (topic != "redFlags" || !names || clause.Has(TermKind.Verb)) && cues is not ["answeredYes"] ? Outcome.Ask
            : outcome == Outcome.Reassuring && !Denies(lexemes) ? Outcome.None
            : outcome;
    }

    /// <summary>"Bilateral leg numbness after the MBB" is of the legs, "leg numb after bilateral MBB" is of the block.</summary>
    private static bool OfLegs(IReadOnlyList<Lexeme> lexemes)
    {
        var told = lexemes.Where(l => l.Kind is not (TermKind.Filler or TermKind.Side or TermKind.Verb)).ToList();
        var both = told.FindIndex(l => l.Is(TermKind.Quantifier, "both"));
        return both >= 0 && both + 1 < told.Count && Clause.IsElement(told[both + 1]) && told[both + 1].Form != "level";
    }

    /// <summary>"Reflexes present both sides" tells of nothing wrong.</summary>
    private static bool NamesFunctionsOnly(IReadOnlyList<Lexeme> lexemes) => lexemes.Where(l => l.Kind is TermKind.Quality or TermKind.Act).All(l =>
        l.Form is "fn" or "mrc" or "reflex" or "modality") && !lexemes.Any(l => l.Kind is TermKind.Value or TermKind.Cue && l.Id is not "present");

    private static bool Denies(IReadOnlyList<Lexeme> lexemes) => lexemes.Any(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" or "negative" }
        or { Kind: TermKind.Whole });
}
