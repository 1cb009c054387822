namespace ClinicalBot.Phrases;

/// <summary>Reads what the question about sensation shows out of a piece: numbness, its distribution, radicular symptoms and reflexes (S06, S10, S31, S46).</summary>
internal static class SensationPhrase
{
    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        if (piece.Joint == Term.Except && (state.Claims[Finding.Numbness] & Claim.AnyReassuring) != 0)
        {
            // "Resolved except the big toe" is present: partial counts.
            state.Claims.Add(Finding.Numbness, Claim.Adverse);
        }

        ReflexPhrase.Read(piece, state);
        ReadRadicular(piece, state);
        if (piece.Has(Term.Saddle, Term.SaddleMaybe, Term.BothMaybe))
        {
            // Numb saddle or back is another finding than a numb leg.
            return;
        }

        state.PlaceNamed |= state.Topic == Topic.Sensation && !state.InReflexes && !piece.Asserts(Term.Good) && piece.Has(Term.Foot, Term.Toes, Term.Knee, Term.Ankle, Term.Heel, Term.Plantarflexion, Term.HipFlexion, Term.Legs);
        DistributionPhrase.Read(piece, state);
        NumbnessPhrase.Read(piece, state);
    }

    private static void ReadRadicular(Piece piece, ReadState state)
    {
        var at = piece.IndexOf(Term.Radicular);
        if (at < 0)
        {
            return;
        }

        var denied = piece.IsNegated(at) || piece.Asserts(Term.Absent);
        state.Claim(
            piece,
            [Finding.RadicularSymptoms],
            piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown
            : piece.IsDoubtful || piece.Has(Term.Resolved) ? Claim.Unclear
            : denied ? piece.IsPlain(Term.Pain) ? Claim.Reassuring : Claim.Unclear
            : Claim.Adverse);
    }
}
