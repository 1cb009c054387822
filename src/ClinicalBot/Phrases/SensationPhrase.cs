namespace ClinicalBot.Phrases;

/// <summary>Reads numbness, its distribution, radicular symptoms and reflexes out of a piece (S06, S10, S31, S46).</summary>
internal static class SensationPhrase
{
    private static readonly Term[] Modalities = [Term.LightTouch, Term.Pinprick, Term.Temperature];

    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        if (piece.Joint == Term.Except && (state.Claims[Finding.Numbness] & Claim.AnyReassuring) != 0)
        {
            // "Resolved except the big toe" is present: partial counts.
            state.Claims.Add(Finding.Numbness, Claim.Adverse);
        }

        ReadReflexes(piece, state);
        ReadRadicular(piece, state);
        if (piece.Has(Term.Saddle, Term.SaddleMaybe, Term.BothMaybe))
        {
            // Numb saddle or back is another finding than a numb leg.
            return;
        }

        state.PlaceNamed |= state.Topic == Topic.Sensation && !state.InReflexes && !piece.Asserts(Term.Good) && piece.Has(Term.Foot, Term.Toes, Term.Knee, Term.Ankle, Term.Heel, Term.Plantarflexion, Term.HipFlexion, Term.Legs);
        ReadDistribution(piece, state);
        ReadNumbness(piece, state);
    }

    private static void ReadNumbness(Piece piece, ReadState state)
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
                : restored && piece.IsPlain(Term.Resolved, Term.Returned) && !HasPlace(piece) ? Claim.Reassuring
                : Claim.Unclear);
        }
        else if (piece.Has(Term.Resolved) && !piece.Has(Term.Weak, Term.Bad, Term.Trouble, Term.FootDrop, Term.Motor, Term.Reflexes, Term.Pain, Term.Radicular, Term.Bowel, Term.Bladder, Term.BowelBladder, Term.Both, Term.StraightLegRaise))
        {
            var reassuring = state.Topic == Topic.Sensation && !piece.Has(Term.Negation, Term.Unable, Term.Block) && piece.IsPlain(Term.Resolved) && !HasPlace(piece);
            state.Claim(piece, [Finding.Numbness], unknown ? Claim.Unknown : piece.Denies(Term.Resolved) || piece.Has(Term.Partial) ? Claim.Adverse : reassuring ? Claim.Reassuring : Claim.Unclear);
        }
        else if (state.Topic == Topic.Sensation && piece.Has(Term.Partial, Term.NoChange) && !piece.Has(Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.Radicular, Term.Pain))
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
        else if (piece.Asserts(Term.Bad, Term.Absent, Term.Weak, Term.Partial) || piece.Has(Term.Negation, Term.Unable))
        {
            state.Claim(piece, [Finding.Numbness], Claim.Adverse);
        }
        else
        {
            state.ModalitiesBack(piece, piece.Asserts(Term.Good, Term.Resolved, Term.Returned) && piece.IsPlain(Term.Resolved, Term.Returned) && !HasPlace(piece));
        }
    }

    private static void ReadDistribution(Piece piece, ReadState state)
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
            state.Claim(piece, [negated ? Finding.Unexpected : Finding.WithinBlockArea], negated ? Claim.Adverse : spoken && piece.IsPlain() ? Claim.Reassuring : Claim.Unclear);
        }

        if (state.Topic == Topic.Sensation && !piece.Has(Term.Numb) && (within >= 0 || adverse) && !piece.Has(Term.Pain, Term.Radicular))
        {
            // Where it is numb says that it is numb.
            state.Claims.Add(Finding.Numbness, Claim.Adverse);
        }
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

    private static void ReadReflexes(Piece piece, ReadState state)
    {
        var knee = piece.Has(Term.KneeReflex);
        var ankle = piece.Has(Term.AnkleReflex);
        var both = piece.Has(Term.Reflexes, Term.ReflexLoss);
        if (!knee && !ankle && !both && state.InReflexes && piece.Has(Term.Knee, Term.Ankle) && !piece.Has(Term.Weak, Term.KneeExtension, Term.Dorsiflexion))
        {
            knee = piece.Has(Term.Knee);
            ankle = piece.Has(Term.Ankle);
        }

        state.InReflexes = knee || ankle || both || state.InReflexes && !piece.Has(Term.Motor, Term.StraightLegRaise, Term.Numb);
        if (!knee && !ankle && !both)
        {
            return;
        }

        List<Finding> findings = [];
        if (knee || both && !ankle)
        {
            findings.Add(Finding.KneeReflex);
        }

        if (ankle || both && !knee)
        {
            findings.Add(Finding.AnkleReflex);
        }

        ClaimReflexes(piece, state, [.. findings], plain: !(both && piece.Has(Term.Knee, Term.Ankle)));
    }

    private static void ClaimReflexes(Piece piece, ReadState state, Finding[] findings, bool plain)
    {
        var claim = ReflexValue(piece, plain);
        if (claim == Claim.None && piece.Joint == Term.Except && state.LastWasReassuring)
        {
            claim = Claim.Adverse;
        }

        if (claim == Claim.None && state.WaitsForValue(piece, findings))
        {
            return;
        }

        state.Claim(piece, findings, claim == Claim.None ? Claim.Unclear : claim);
    }

    /// <summary>"Absent", "0", "1+" and "no ankle jerk" are reduced; "brisk", "3+" and "present" are neither normal nor reduced, so asked (S31).</summary>
    public static Claim ReflexValue(Piece piece, bool plain)
    {
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            return Claim.Unknown;
        }

        if (piece.IsDoubtful || piece.Count(Term.Negation) > 1)
        {
            return Claim.Unclear;
        }

        if (piece.Asserts(Term.Absent, Term.Bad, Term.Weak, Term.ReflexLow, Term.ReflexLoss, Term.Unable, Term.GradeWeak) || piece.Lexemes.Any(l => l.Text is "0" or "1"))
        {
            return piece.Asserts(Term.Good, Term.ReflexTwoPlus) ? Claim.Adverse | Claim.Reassuring : Claim.Adverse;
        }

        if (piece.Denies(Term.Good, Term.ReflexTwoPlus, Term.Present))
        {
            return Claim.Adverse;
        }

        if (piece.Has(Term.Good, Term.ReflexTwoPlus) || piece.Denies(Term.Bad, Term.Absent))
        {
            return plain && piece.IsPlain(Term.Good) ? Claim.Reassuring : Claim.Unclear;
        }

        if (piece.Has(Term.Negation))
        {
            return Claim.Adverse;
        }

        return piece.Has(Term.Present, Term.ReflexBrisk, Term.Able, Term.Yes, Term.Negative, Term.SlrSign, Term.Partial, Term.Resolved, Term.Returned, Term.GradeFull, Term.FullStrength) ? Claim.Unclear : Claim.None;
    }

    /// <summary>A named part of the leg: what is back there may not be back elsewhere.</summary>
    private static bool HasPlace(Piece piece) =>
        piece.Has(Term.Foot, Term.Toes, Term.Knee, Term.Ankle, Term.Heel, Term.WithinBlockArea, Term.OutsideBlockArea, Term.Plantarflexion, Term.HipFlexion, Term.Dermatomal, Term.Left, Term.Right);
}
