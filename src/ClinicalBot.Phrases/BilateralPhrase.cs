namespace ClinicalBot.Phrases;

/// <summary>Reads symptoms in both legs out of a piece (S32).</summary>
internal static class BilateralPhrase
{
    private static readonly Term[] Adverse =
    [
        Term.Numb, Term.Weak, Term.Bad, Term.Unable, Term.GradeWeak, Term.ReflexLow, Term.ReflexLoss, Term.FootDrop, Term.KneeBuckles, Term.Absent,
        Term.Radicular, Term.Trouble, Term.Heavy, Term.Progressive,
    ];

    /// <summary>Both legs: only with something wrong in them. "Lifts both heels" is no symptom, "bilateral block" may or may not be one.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var at = piece.IndexOf(Term.Both);
        if (at < 0)
        {
            var plural = piece.Asserts(Adverse) && piece.Lexemes.Any(l => l.Term == Term.Legs || l.Text is "feet" or "knees" or "ankles" or "thighs" or "calves" or "soles" or "limbs");
            var added = piece.Has(Term.Left, Term.Right) && (piece.Lexemes[^1].Text is "too" or "as well" || piece.Lexemes.Any(l => l.Text == "spreading"));
            var paired = !piece.Has(Term.Negation) && piece.Lexemes.Any(l => l.Text is "paraparesis" or "paraplegia");
            var below = piece.Lexemes.Any(l => l.Term == Term.WholeLeg && l.Text.Contains("waist", StringComparison.Ordinal)) && piece.Asserts(Adverse);
            if (piece.Has(Term.BothMaybe) || plural || below || added || paired || piece.Has(Term.OtherLeg) && (piece.Asserts(Adverse) || !piece.Has(Term.Good, Term.Able, Term.Negation)))
            {
                state.Claim(piece, [Finding.BilateralSymptoms], Claim.Unclear);
            }

            return;
        }

        var text = piece.Lexemes[at].Text;
        var whole = text.Contains("symptom", StringComparison.Ordinal) || text.Contains("leg", StringComparison.Ordinal) && !text.Contains("either", StringComparison.Ordinal) && !text.Contains("each", StringComparison.Ordinal) || text.Contains("bilateral", StringComparison.Ordinal);
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            if (whole)
            {
                state.Claim(piece, [Finding.BilateralSymptoms], Claim.Unknown);
            }
        }
        else if (piece.IsDoubtful || piece.Has(Term.BothMaybe, Term.Block) || piece.Count(Term.Negation) > 1 && piece.Has(Adverse))
        {
            if (whole || piece.Has(Term.BothMaybe, Term.Block) || piece.Has(Adverse))
            {
                state.Claim(piece, [Finding.BilateralSymptoms], Claim.Unclear);
            }
        }
        else if (piece.Asserts(Adverse) && !piece.Has(Term.BowelBladder, Term.Bowel, Term.Bladder, Term.Saddle) || piece.Denies(Term.Able, Term.Lift, Term.Good, Term.FullStrength, Term.Reflexes, Term.KneeReflex, Term.AnkleReflex))
        {
            state.Claim(piece, [Finding.BilateralSymptoms], piece.Has(Term.Resolved) ? Claim.Unclear : Claim.Adverse);
        }
        else if (piece.IsNegated(at))
        {
            var named = text.Contains("symptom", StringComparison.Ordinal) || piece.Has(Term.Trouble) || state.Topic == Topic.RedFlags && whole && !piece.Has(Adverse);
            if (named || whole)
            {
                state.Claim(piece, [Finding.BilateralSymptoms], named && piece.IsPlain() && !piece.IsCorrected ? Claim.Reassuring : Claim.Unclear);
            }
        }
        else if (!piece.Has(Term.Good, Term.FullStrength, Term.Able, Term.Lift, Term.GradeFull, Term.ReflexTwoPlus, Term.Negation, Term.Present, Term.StraightLegRaise, Term.Reflexes, Term.Walk))
        {
            var sure = text.Contains("symptom", StringComparison.Ordinal) || text.Contains("affected", StringComparison.Ordinal) || text.Contains("involve", StringComparison.Ordinal)
                || (state.Topic == Topic.RedFlags || piece.Has(Term.Yes)) && whole;
            if (sure || whole || state.Topic is Topic.RedFlags or Topic.Context)
            {
                state.Claim(piece, [Finding.BilateralSymptoms], sure && !RedFlagPhrase.FollowsDenial(piece, state) && !piece.Has(Term.Resolved) ? Claim.Adverse : Claim.Unclear);
            }
        }
    }
}
