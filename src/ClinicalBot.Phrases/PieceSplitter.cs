namespace ClinicalBot.Phrases;

/// <summary>
/// Cuts a piece that holds several findings with their own values and no punctuation: "DF 4/5 PF 5/5", "weak df normal pf", "no saddle no
/// bladder trouble", "saddle no bladder yes". Subject first pairs forward, value first pairs backward.
/// </summary>
internal static class PieceSplitter
{
    private static readonly HashSet<Term> Subjects =
    [
        Term.Motor, Term.HipFlexion, Term.KneeExtension, Term.Dorsiflexion, Term.Plantarflexion, Term.Toes, Term.StraightLegRaise, Term.Heel, Term.Reflexes,
        Term.KneeReflex, Term.AnkleReflex, Term.Sensation, Term.Saddle, Term.Bowel, Term.Bladder, Term.BowelBladder, Term.Contrast, Term.Tiptoe, Term.HeelWalk,
        Term.Progressive, Term.Knee, Term.Ankle,
    ];

    private static readonly HashSet<Term> Values =
    [
        Term.Good, Term.FullStrength, Term.Able, Term.Bad, Term.Weak, Term.Absent, Term.Unable, Term.GradeFull, Term.GradeWeak, Term.ReflexTwoPlus,
        Term.ReflexLow, Term.ReflexBrisk, Term.NotTested, Term.Present,
    ];

    private static readonly HashSet<Term> Well = [Term.Good, Term.FullStrength, Term.Able, Term.GradeFull, Term.ReflexTwoPlus, Term.Present];

    private static readonly HashSet<Term> SelfValued = [Term.FootDrop, Term.KneeBuckles, Term.ReflexLoss, Term.Dermatomal, Term.WithinBlockArea, Term.Radicular];

    /// <summary>What yes and no can be said of, each in turn.</summary>
    private static readonly HashSet<Term> Asked = [.. Subjects, .. SelfValued, Term.Both, Term.BladderFailure, Term.BowelFailure];

    /// <summary>Adds the piece, or the pieces it splits into.</summary>
    public static void AddTo(List<Piece> pieces, Term joint, List<Lexeme> lexemes, bool isQuestion)
    {
        if (AddAnswers(pieces, joint, lexemes, isQuestion))
        {
            return;
        }

        var start = 0;
        var subjectFirst = FirstIsSubject(lexemes);
        var (subject, value) = (false, false);
        for (var i = 0; i < lexemes.Count; i++)
        {
            var term = lexemes[i].Term;
            var isSubject = Subjects.Contains(term) || SelfValued.Contains(term);
            var isValue = Values.Contains(term) || SelfValued.Contains(term);
            var startsNext = subject && value && (subjectFirst ? isSubject && !Subjects.Contains(Previous(lexemes, i)) || EndsWithValueFirst(lexemes, i) : isValue && !Values.Contains(Previous(lexemes, i)));
            var denies = StartsDenial(lexemes, i, start, subject && value) || StartsYes(lexemes, i, start);
            if (denies || startsNext && !Joined(lexemes, i))
            {
                var cut = denies ? i : Lead(lexemes, i, start);
                pieces.Add(new Piece(joint, lexemes[start..cut], isQuestion));
                (start, joint) = (cut, Term.Comma);
                (subject, value) = (false, false);
            }

            subject |= isSubject;
            value |= isValue;
        }

        pieces.Add(new Piece(joint, lexemes[start..], isQuestion));
    }

    /// <summary>"Saddle no bladder yes": each finding with its own yes or no, and nothing else.</summary>
    private static bool AddAnswers(List<Piece> pieces, Term joint, List<Lexeme> lexemes, bool isQuestion)
    {
        var said = lexemes.Where(l => l.Term != Term.Filler).Select(l => l is { Term: Term.Unknown, Text: "n" } ? l with { Term = Term.Negation } : l).ToList();
        if (said.Count < 4 || said.Count % 2 != 0)
        {
            return false;
        }

        var pairs = said.Chunk(2).ToList();
        if (!pairs.TrueForAll(pair => Asked.Contains(pair[0].Term) && pair[1] is { Term: Term.Yes } or { Term: Term.Negation, Text: "no" or "n" }))
        {
            return false;
        }

        foreach (var pair in pairs)
        {
            pieces.Add(new Piece(joint, pair, isQuestion));
            joint = Term.Comma;
        }

        return true;
    }

    /// <summary>"SLR ok weak df": the last finding has its value before it.</summary>
    private static bool EndsWithValueFirst(List<Lexeme> lexemes, int i)
    {
        if (!Values.Contains(lexemes[i].Term) || Values.Contains(Previous(lexemes, i)) && Well.Contains(Previous(lexemes, i)) == Well.Contains(lexemes[i].Term))
        {
            return false;
        }

        var rest = lexemes.Skip(i + 1).Where(l => l.Term is not (Term.Filler or Term.Left or Term.Right or Term.Unknown)).ToList();
        return rest.Count == 1 && Subjects.Contains(rest[0].Term);
    }

    /// <summary>"No saddle no bladder trouble", "slr able no weakness": a denial of its own, not the negation of a negation.</summary>
    private static bool StartsDenial(List<Lexeme> lexemes, int i, int start, bool isComplete)
    {
        if (lexemes[i] is not { Term: Term.Negation, Text: "no" or "not" or "nil" or "denies" or "denied" } || i == start || i + 1 == lexemes.Count || Joined(lexemes, i))
        {
            return false;
        }

        if (lexemes[i + 1].Term is Term.Negation or Term.Unable or Term.Filler or Term.Maybe or Term.Unsure)
        {
            return false;
        }

        var before = lexemes[start..i].Where(l => l.Term != Term.Filler).ToList();
        return isComplete && lexemes[i].Text == "no"
            || before.Count > 1 && before[0].Term == Term.Negation && before.Count(l => l.Term == Term.Negation) == 1 && before[^1].Term is not (Term.Or or Term.Negation);
    }

    /// <summary>"No bowel yes saddle": the answers stand before the findings.</summary>
    private static bool StartsYes(List<Lexeme> lexemes, int i, int start) =>
        lexemes[i].Term == Term.Yes && i > start && lexemes[start].Term is Term.Negation or Term.Yes && i + 1 < lexemes.Count && Asked.Contains(lexemes[i + 1].Term);

    private static bool FirstIsSubject(List<Lexeme> lexemes)
    {
        foreach (var lexeme in lexemes)
        {
            if (Subjects.Contains(lexeme.Term) || SelfValued.Contains(lexeme.Term))
            {
                return true;
            }

            if (Values.Contains(lexeme.Term))
            {
                return false;
            }
        }

        return true;
    }

    private static Term Previous(List<Lexeme> lexemes, int i) => i > 0 ? lexemes[i - 1].Term : Term.Stop;

    /// <summary>After "or" or under one negation ("no bowel or bladder trouble") nothing is cut.</summary>
    private static bool Joined(List<Lexeme> lexemes, int i) => Previous(lexemes, i) == Term.Or;

    /// <summary>A negation, a side or an article in front goes with what follows.</summary>
    private static int Lead(List<Lexeme> lexemes, int i, int start)
    {
        while (i - 1 > start && lexemes[i - 1].Term is Term.Negation or Term.Filler or Term.Known or Term.Unsure or Term.Maybe or Term.Left or Term.Right or Term.Both or Term.Asking)
        {
            i--;
        }

        return i;
    }
}
