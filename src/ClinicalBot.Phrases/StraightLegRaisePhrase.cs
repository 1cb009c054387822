namespace ClinicalBot.Phrases;

/// <summary>Reads the straight-leg raise out of a piece: the heel off the bed against gravity (S05).</summary>
internal static class StraightLegRaisePhrase
{
    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var named = piece.Has(Term.StraightLegRaise);
        var lift = piece.Has(Term.Heel) && (piece.Has(Term.Lift) || piece.Has(Term.Unable)) || piece.Has(Term.Lift) && NamesLeg(piece);
        if (!named && !lift || piece.Has(Term.HeelWalk, Term.Tiptoe))
        {
            return;
        }

        var active = piece.Lexemes.Any(l => l.Text is "active slr" or "active straight leg raise");
        Claim claim;
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            claim = Claim.Unknown;
        }
        else if (piece.IsDoubtful || piece.Count(Term.Negation) > 1 || piece.Has(Term.SlrSign, Term.Negative))
        {
            // A "positive" or "negative" test is about pain, not about the heel leaving the bed.
            claim = Claim.Unclear;
        }
        else if (MotorPhrase.CannotDo(piece) || piece.Asserts(Term.Bad, Term.Weak, Term.Absent, Term.GradeWeak) || piece.ClosingNegation >= 0 || piece.Denies(Term.Good, Term.FullStrength, Term.Present) && !piece.RunsOn)
        {
            claim = Claim.Adverse;
        }
        else if (named && piece.Count(Term.Negation) > 0)
        {
            claim = Claim.Unclear;
        }
        else if (piece.Has(Term.Good, Term.Able, Term.FullStrength, Term.Lift, Term.GradeFull, Term.Yes) || active && piece.Has(Term.Degrees))
        {
            claim = piece.IsPlain(active ? Term.Degrees : Term.Yes) && (named || piece.Has(Term.Heel)) ? Claim.Reassuring : Claim.Unclear;
        }
        else if (piece.Joint == Term.Except && state.LastWasReassuring)
        {
            claim = Claim.Adverse;
        }
        else
        {
            if (state.WaitsForValue(piece, [Finding.StraightLegRaise]))
            {
                return;
            }

            claim = Claim.Unclear;
        }

        state.Claim(piece, [Finding.StraightLegRaise], claim);
    }

    private static bool NamesLeg(Piece piece) =>
        piece.Has(Term.Leg, Term.Legs) || piece.Lexemes.Any(l => l.Term is Term.Both && l.Text.Contains("leg", StringComparison.Ordinal));
}
