using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>Which cues of a clause bear on a mention: values and abilities with the denials next to them, denials before it, denials behind it.</summary>
internal static class ClauseCues
{
    /// <summary>The rows of the decision table that apply to a mention.</summary>
    /// <param name="lexemes">Of the clause, its borrowed words first.</param>
    /// <param name="first">Index of the mention's first word.</param>
    /// <param name="last">Index of its last word.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Lexeme> lexemes, int first, int last)
    {
        var cues = new List<string>();
        var used = new HashSet<int>();
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (i == 0 && lexemes[0].Is(TermKind.Cue, "yes") && lexemes.Any(l => l.Kind == TermKind.Value))
            {
                // "yes all normal": the value is the answer.
                continue;
            }

            if (lexemes[i].Form == "final" && lexemes.Skip(i + 1).Any(Clauses.Clause.IsElement))
            {
                // "saddle clear" is an answer, "clear weakness" is not.
                continue;
            }

            if (Value(lexemes[i]) is { } value)
            {
                var before = Denial(lexemes, i);
                used.Add(before);
                cues.Add(Negate(value, before >= 0));
            }
        }

        var denials = Enumerable.Range(0, lexemes.Count).Where(i => lexemes[i].Is(TermKind.Cue, "deny") && !used.Contains(i)).ToList();
        var ahead = denials.Count(i => i < last);
        var behind = denials.Count - ahead;
        if (cues.Count == 0)
        {
            var runsOn = ahead == 1 && first > 0 && lexemes.Skip(denials[0] + 1).Take(first - denials[0] - 1).Any(l =>
                l is { Kind: TermKind.Complaint or TermKind.Outside or TermKind.Agent } or { Kind: TermKind.Quality, Form: "noun" or "adj" });
            var interjected = ahead == 1 && lexemes[denials[0]].Form == "no" && Predicates(lexemes, denials[0]);
            return runsOn || interjected ? ["doubtful"]
                : [(ahead, behind) switch { (0, 0) => "bare", (1, 0) => "denied", (0, 1) => "answeredNo", _ => "doubtful" }];
        }

        return denials.Count == 0 ? cues : denials.Count == 1 && cues is ["answeredNo"] && first >= 0 ? ["doubtful"]
            : [.. cues.Where(cue => cue is "bad" or "absent" or "unable"), "doubtful"];
    }

    /// <summary>"no both legs are weak": what follows is a statement of its own.</summary>
    private static bool Predicates(IReadOnlyList<Lexeme> lexemes, int denial)
    {
        var verb = lexemes.ToList().FindIndex(denial, l => l.Is(TermKind.Verb, "be"));
        return verb > denial + 1 && lexemes.Skip(denial + 1).Take(verb - denial - 1).Any(l => l.Kind is TermKind.Subject or TermKind.Quantifier)
            && lexemes.Skip(verb + 1).Any(l => l is { Kind: TermKind.Quality, Form: "adj" } or { Kind: TermKind.Value });
    }

    private static string? Value(Lexeme lexeme) => lexeme switch
    {
        { Kind: TermKind.Value, Id: "brisk" or "sign" } => "other",
        { Kind: TermKind.Value } => lexeme.Id,
        { Kind: TermKind.Cue, Id: "able" or "unable" or "hard" or "ticked" or "negative" or "positive" or "minus" } => lexeme.Id,
        { Kind: TermKind.Cue, Id: "yes" } => "answeredYes",
        { Kind: TermKind.Cue, Id: "no" } or { Kind: TermKind.Whole, Id: "none" } => "answeredNo",
        _ => null,
    };

    private static string Negate(string value, bool negated) => !negated ? value
        : value switch
        {
            "able" => "unable",
            "unable" => "notUnable",
            "answeredYes" or "answeredNo" or "other" or "ticked" or "negative" or "positive" or "minus" => "doubtful",
            _ => "not" + char.ToUpperInvariant(value[0]) + value[1..],
        };

    /// <summary>The denial right before a value, or -1: only words without a meaning of their own may stand between.</summary>
    private static int Denial(IReadOnlyList<Lexeme> lexemes, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            switch (lexemes[i])
            {
                case { Kind: TermKind.Cue, Id: "deny" }:
                    return i;
                case { Kind: TermKind.Filler or TermKind.Verb or TermKind.Side or TermKind.Modifier or TermKind.Quantifier }:
                    continue;
                case { Kind: TermKind.Value or TermKind.Cue }:
                    return -1;
                default:
                    // "neither bladder nor bowel affected": it reaches over what it names.
                    return lexemes.Take(i).ToList().FindLastIndex(l => l.Form == "neither");
            }
        }

        return -1;
    }
}
