namespace ClinicalBot.Phrases.Scope;

/// <summary>Which cues of a clause bear on a mention: values and abilities with the denials next to them, denials before it, denials behind it.</summary>
internal static class ClauseCues
{
    private static readonly (WordSelector[] Words, CueKind Plain, CueKind Denied)[] Table = [.. TableFile.Rows("cues.tsv").Select(row =>
        (WordSelector.ParseAll(row[1]), Enum.Parse<CueKind>(row[0], ignoreCase: true), Enum.Parse<CueKind>(row[2], ignoreCase: true)))];

    /// <summary>The rows of the decision table that apply to a mention.</summary>
    /// <param name="lexemes">Of the clause, its borrowed words first.</param>
    /// <param name="first">Index of the mention's first word.</param>
    /// <param name="last">Index of its last word.</param>
    public static IReadOnlyList<CueKind> Of(IReadOnlyList<Lexeme> lexemes, int first, int last)
    {
        var cues = new List<CueKind>();
        var used = new HashSet<int>();
        for (var i = 0; i < lexemes.Count; i++)
        {
            // "yes all normal", "✓ no radicular pain": what stands behind the mark is the answer. "saddle clear" is one, "clear weakness" is not.
            var opens = i == 0 && (lexemes[0].Is(Yes) && lexemes.Has(Value) || lexemes[0].Is(Tick) && lexemes.Has(Value, Deny));
            if (opens || lexemes[i].Is(Final) && lexemes.Skip(i + 1).Has(Element))
            {
                continue;
            }

            if (lexemes[i].Is(Says))
            {
                var (_, plain, denied) = Array.Find(Table, row => Array.Exists(row.Words, word => word.Takes(lexemes[i].Term)));
                var denial = DenialBefore(lexemes, i);
                used.Add(denial);
                cues.Add(denial >= 0 ? denied : plain);
            }
        }

        List<int> denials = lexemes.Has(Deny) ? [.. Enumerable.Range(0, lexemes.Count).Where(i => lexemes[i].Is(Deny) && !used.Contains(i))] : [];
        if (cues.Count > 0)
        {
            return denials.Count == 0 ? cues : denials.Count == 1 && cues is [CueKind.AnsweredNo] && first >= 0 ? [CueKind.Doubtful]
                : [.. cues.Where(cue => cue is CueKind.Bad or CueKind.Absent or CueKind.Unable), CueKind.Doubtful];
        }

        var ahead = denials.Count(i => i < last);
        return [(ahead, denials.Count - ahead) switch
        {
            (0, 0) => CueKind.Bare,
            (1, _) when RunsOn(lexemes, denials[0], first) || lexemes[denials[0]].Is(BareNo) && Predicates(lexemes, denials[0]) => CueKind.Doubtful,
            (1, 0) => CueKind.Denied,
            (0, 1) => CueKind.AnsweredNo,
            _ => CueKind.Doubtful,
        }];
    }

    /// <summary>"no chest pain saddle": what is denied is something else.</summary>
    private static bool RunsOn(IReadOnlyList<Lexeme> lexemes, int denial, int first) =>
        first > 0 && lexemes.Skip(denial + 1).Take(first - denial - 1).Has(Complaint, Outside, Agent, NounOrAdjective);

    /// <summary>"no both legs are weak": what follows is a statement of its own.</summary>
    private static bool Predicates(IReadOnlyList<Lexeme> lexemes, int denial)
    {
        var behind = lexemes.Skip(denial + 1).ToList();
        var verb = behind.IndexOf(Being);
        return verb > 0 && behind[..verb].Has(Subject, Quantifier) && behind[(verb + 1)..].Has(Adjective, Value);
    }

    /// <summary>The denial right before a value, or -1: only words without a meaning of their own may stand between.</summary>
    private static int DenialBefore(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var i = at - 1;
        while (i >= 0 && lexemes[i].Is(Filler, Verb, Side, Modifier, Quantifier))
        {
            i--;
        }

        // "neither bladder nor bowel affected": it reaches over what it names.
        return i < 0 || lexemes[i].Is(Deny) ? i : lexemes[i].Is(Value, Cue) ? -1 : lexemes.Take(i).ToList().FindLastIndex(l => l.Is(Neither));
    }
}
