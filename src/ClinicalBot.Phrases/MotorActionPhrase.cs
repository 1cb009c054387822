namespace ClinicalBot.Phrases;

/// <summary>Reads what a leg does or fails to do out of a piece: foot drop, a knee that buckles, tiptoe and heel walking (S05, S07).</summary>
internal static class MotorActionPhrase
{
    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        ReadAction(piece, state, Term.FootDrop, [Finding.AnkleDorsiflexion], saidAlone: true);
        ReadAction(piece, state, Term.KneeBuckles, [Finding.KneeExtension], saidAlone: true);
        ReadAction(piece, state, Term.Tiptoe, [Finding.AnklePlantarflexion], saidAlone: false);
        ReadAction(piece, state, Term.HeelWalk, [Finding.AnkleDorsiflexion], saidAlone: false);
        var foot = piece.IndexOf(Term.Foot);
        if (foot >= 0 && piece.Has(Term.Lift) && !piece.Has(Term.Heel))
        {
            // Foot drop or no straight-leg raise: the worst sensible one counts, the other is asked.
            if (MotorPhrase.CannotDo(piece) && !piece.IsDoubtful)
            {
                state.Claim(piece, [Finding.AnkleDorsiflexion], Claim.Adverse | Claim.Unspecific);
            }

            state.Claim(piece, [Finding.StraightLegRaise], Claim.Unclear);
        }
    }

    /// <summary>"No foot drop" or "stands on tiptoe" says less than full strength: only asked.</summary>
    private static void ReadAction(Piece piece, ReadState state, Term term, ReadOnlySpan<Finding> findings, bool saidAlone)
    {
        var at = piece.IndexOf(term);
        if (at < 0)
        {
            return;
        }

        var adverse = saidAlone ? !piece.IsNegated(at) : MotorPhrase.CannotDo(piece) || piece.Asserts(Term.Bad, Term.Weak);
        state.Claim(
            piece,
            findings,
            piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown
            : piece.IsDoubtful || piece.Has(Term.Resolved) || !adverse ? Claim.Unclear
            : Claim.Adverse);
    }
}
