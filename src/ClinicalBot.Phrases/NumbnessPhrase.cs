namespace ClinicalBot.Phrases;

/// <summary>Reads altered sensation out of a piece; only light touch, pinprick and temperature all back is resolved (S10).</summary>
internal static class NumbnessPhrase
{
    /// <summary>What may stand beside "resolved" and leave it about the numbness asked for.</summary>
    private static readonly TermSet Bare = new(Term.Resolved, Term.Returned, Term.Filler, Term.Leg, Term.Legs, Term.Both);

    private static readonly Term[] Modalities = [Term.LightTouch, Term.Pinprick, Term.Temperature];

    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var unknown = piece.Has(Term.Unsure, Term.NotTested);
        if (piece.Has(Term.Numb))
        {
            ReadNumb(piece, state, unknown);
        }
        else if (piece.Has(Modalities))
        {
            ReadModalities(piece, state, unknown);
        }
        else if (piece.Has(Term.Sensation))
        {
            var restored = piece.Asserts(Term.Good, Term.Resolved, Term.Returned, Term.FullStrength) || piece.Lexemes.Any(l => l.Term == Term.Sensation && l.Text == "full sensation");
            state.Claim(
                piece,
                [Finding.Numbness],
                unknown ? Claim.Unknown
                : piece.IsDoubtful ? Claim.Unclear
                : piece.Asserts(Term.Bad, Term.Weak, Term.Absent, Term.Partial) || piece.Denies(Term.Good, Term.Resolved, Term.Returned, Term.FullStrength) || piece.Has(Term.Negation) ? Claim.Adverse
                : piece.IsGone ? Claim.Adverse
                : restored && piece.IsPlain(Term.Resolved, Term.Returned) && !HasPlace(piece) ? Claim.Reassuring
                : Claim.Unclear);
        }
        else if (piece.Has(Term.Resolved) && !piece.Has(Term.Weak, Term.Bad, Term.Trouble, Term.FootDrop, Term.Motor, Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.Pain, Term.Radicular, Term.Bowel, Term.Bladder, Term.BowelBladder, Term.Both, Term.StraightLegRaise))
        {
            var reassuring = state.Topic == Topic.Sensation && !piece.Has(Term.Negation, Term.Unable, Term.Block) && piece.IsPlain(Term.Resolved) && piece.HasOnly(Bare);
            state.Claim(piece, [Finding.Numbness], unknown ? Claim.Unknown : piece.Denies(Term.Resolved) || piece.Has(Term.Partial) ? Claim.Adverse : reassuring ? Claim.Reassuring : Claim.Unclear);
        }
        else if (state.Topic == Topic.Sensation && piece.Has(Term.Partial, Term.NoChange) && !state.InReflexes && !piece.Has(Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.Radicular, Term.Pain))
        {
            // Partly back, improving, or unchanged: some sensation is still altered.
            state.Claim(piece, [Finding.Numbness], piece.Has(Term.Partial) && !piece.Has(Term.Negation) ? Claim.Adverse : Claim.Unclear);
        }
    }

    private static void ReadNumb(Piece piece, ReadState state, bool unknown)
    {
        var at = piece.IndexOf(Term.Numb);
        Claim claim;
        if (unknown)
        {
            claim = Claim.Unknown;
        }
        else if (piece.Has(Term.Asking, Term.Maybe) || piece.Has(Term.NoChange) && !piece.Has(Term.Partial))
        {
            claim = Claim.Unclear;
        }
        else if (piece.Denies(Term.Resolved, Term.Returned))
        {
            claim = Claim.Adverse;
        }
        else if (piece.Has(Term.Resolved))
        {
            claim = piece.Has(Term.Partial, Term.NoChange) ? Claim.Adverse
                : piece.IsPlain(Term.Resolved) && !HasPlace(piece) && !piece.Has(Term.Negation, Term.Unable) ? Claim.Reassuring
                : Claim.Unclear;
        }
        else
        {
            // "No numbness" is not yet light touch, pinprick and temperature all back (S10): asked.
            claim = piece.IsNegated(at) && !piece.Has(Term.NoChange, Term.Partial) && piece.Count(Term.Negation) < 2 ? Claim.Unclear : Claim.Adverse;
        }

        state.Claim(piece, [Finding.Numbness], claim);
    }

    private static void ReadModalities(Piece piece, ReadState state, bool unknown)
    {
        if (unknown)
        {
            state.Claim(piece, [Finding.Numbness], Claim.Unknown);
        }
        else if (piece.IsDoubtful)
        {
            state.Claim(piece, [Finding.Numbness], Claim.Unclear);
        }
        else if (piece.Asserts(Term.Bad, Term.Absent, Term.Weak, Term.Partial) || piece.Has(Term.Negation, Term.Unable) || piece.IsGone)
        {
            state.Claim(piece, [Finding.Numbness], Claim.Adverse);
        }
        else
        {
            state.ModalitiesBack(piece, piece.Asserts(Term.Good, Term.Resolved, Term.Returned) && piece.IsPlain(Term.Resolved, Term.Returned) && !HasPlace(piece));
        }
    }

    /// <summary>A named part of the leg: what is back there may not be back elsewhere.</summary>
    private static bool HasPlace(Piece piece) =>
        piece.Has(Term.Foot, Term.Toes, Term.Knee, Term.Ankle, Term.Heel, Term.WithinBlockArea, Term.OutsideBlockArea, Term.Plantarflexion, Term.HipFlexion, Term.Dermatomal, Term.Left, Term.Right);
}
