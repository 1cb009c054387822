namespace ClinicalBot.Phrases;

/// <summary>Reads where it is numb out of a piece (S06).</summary>
internal static class DistributionPhrase
{
    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var at = piece.IndexOf(Term.Dermatomal, Term.OutsideBlockArea, Term.WholeLeg, Term.WithinBlockArea, Term.Distribution);
        if (at < 0 || piece.Has(Term.Distribution) && piece.Has(Term.Levels))
        {
            if (piece.Has(Term.Levels) && !piece.Has(Term.Block) && piece.Has(Term.Distribution, Term.Numb))
            {
                // "L4 distribution" is a dermatome; "L4 numb" may be one.
                state.Claim(piece, [piece.Has(Term.Distribution) ? Finding.Dermatomal : Finding.WithinBlockArea], piece.Has(Term.Distribution) && !piece.IsDoubtful && !piece.Has(Term.Negation, Term.Unsure) ? Claim.Adverse : Claim.Unclear);
            }

            return;
        }

        var spoken = state.Topic == Topic.Sensation || piece.Has(Term.Numb, Term.Sensation) || (state.Claims[Finding.Numbness] & Claim.Adverse) != 0;
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            state.Claim(piece, [Finding.WithinBlockArea], Claim.Unknown);
            return;
        }

        if (piece.IsDoubtful || piece.Has(Term.Resolved) || piece.Asserts(Term.Good))
        {
            if (spoken && piece.IsDoubtful)
            {
                state.Claim(piece, [Finding.WithinBlockArea], Claim.Unclear);
            }

            return;
        }

        var adverse = false;
        foreach (var (term, finding) in new[] { (Term.Dermatomal, Finding.Dermatomal), (Term.OutsideBlockArea, Finding.Unexpected), (Term.WholeLeg, Finding.Unexpected) })
        {
            var index = piece.IndexOf(term);
            if (index < 0 || term == Term.WholeLeg && (!spoken || piece.Has(Term.Radicular, Term.Pain)))
            {
                continue;
            }

            adverse = true;
            state.Claim(piece, piece.IsNegated(index) ? [Finding.WithinBlockArea] : [finding], piece.IsNegated(index) ? Claim.Unclear : Claim.Adverse);
        }

        var within = piece.IndexOf(Term.WithinBlockArea);
        if (within >= 0)
        {
            var negated = piece.IsNegated(within);
            state.Claim(piece, [negated ? Finding.Unexpected : Finding.WithinBlockArea], negated ? Claim.Adverse : spoken && piece.IsPlain(Term.Limit) ? Claim.Reassuring : Claim.Unclear);
        }

        if (state.Topic == Topic.Sensation && !piece.Has(Term.Numb) && (within >= 0 || adverse) && !piece.Has(Term.Pain, Term.Radicular))
        {
            // Where it is numb says that it is numb.
            state.Claims.Add(Finding.Numbness, Claim.Adverse);
        }
    }
}
