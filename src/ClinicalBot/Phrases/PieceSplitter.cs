namespace ClinicalBot.Phrases;

/// <summary>
/// Cuts a piece that holds several findings with their own values and no punctuation: "DF 4/5 PF 5/5", "weak df normal pf". Subject first
/// pairs forward, value first pairs backward.
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

    private static readonly HashSet<Term> SelfValued = [Term.FootDrop, Term.KneeBuckles, Term.ReflexLoss, Term.Dermatomal, Term.WithinBlockArea, Term.Radicular];

    /// <summary>Adds the piece, or the pieces it splits into.</summary>
    public static void AddTo(List<Piece> pieces, Term joint, List<Lexeme> lexemes, bool isQuestion)
    {
        var start = 0;
        var subjectFirst = FirstIsSubject(lexemes);
        var (subject, value) = (false, false);
        for (var i = 0; i < lexemes.Count; i++)
        {
            var term = lexemes[i].Term;
            var isSubject = Subjects.Contains(term) || SelfValued.Contains(term);
            var isValue = Values.Contains(term) || SelfValued.Contains(term);
            var startsNext = subject && value && (subjectFirst ? isSubject && !Subjects.Contains(Previous(lexemes, i)) : isValue && !Values.Contains(Previous(lexemes, i)));
            if (startsNext && !Joined(lexemes, i))
            {
                var cut = Lead(lexemes, i, start);
                pieces.Add(new Piece(joint, lexemes[start..cut], isQuestion));
                (start, joint) = (cut, Term.Comma);
                (subject, value) = (false, false);
            }

            subject |= isSubject;
            value |= isValue;
        }

        pieces.Add(new Piece(joint, lexemes[start..], isQuestion));
    }

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
