namespace ClinicalBot.Phrases;

/// <summary>Reads the knee and ankle reflex out of a piece (S31).</summary>
internal static class ReflexPhrase
{
    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var knee = piece.Has(Term.KneeReflex);
        var ankle = piece.Has(Term.AnkleReflex);
        var both = piece.Has(Term.Reflexes, Term.ReflexLoss);
        if (!knee && !ankle && !both && NamesJoint(piece, state))
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

        ClaimValue(piece, state, [.. findings], plain: !(both && piece.Has(Term.Knee, Term.Ankle)));
    }

    private static void ClaimValue(Piece piece, ReadState state, Finding[] findings, bool plain)
    {
        var claim = Value(piece, plain);
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
    public static Claim Value(Piece piece, bool plain)
    {
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            return Claim.Unknown;
        }

        if (piece.IsDoubtful || piece.Count(Term.Negation) > 1)
        {
            return Claim.Unclear;
        }

        if (piece.IsGone && !piece.Has(Term.Negation, Term.Bad, Term.Trouble, Term.ReflexLoss))
        {
            return Claim.Adverse;
        }

        if (piece.Asserts(Term.Absent, Term.Bad, Term.Weak, Term.ReflexLow, Term.ReflexLoss, Term.Unable, Term.GradeWeak) || piece.Lexemes.Any(l => l.Text is "0" or "1"))
        {
            return piece.Asserts(Term.Good, Term.ReflexTwoPlus) ? Claim.Adverse | Claim.Reassuring : Claim.Adverse;
        }

        if (piece.Denies(Term.Good, Term.ReflexTwoPlus, Term.Present) && !piece.RunsOn)
        {
            return Claim.Adverse;
        }

        if (piece.Has(Term.Good, Term.ReflexTwoPlus) || piece.Denies(Term.Bad, Term.Absent))
        {
            return plain && piece.IsPlain(Term.Good) ? Claim.Reassuring : Claim.Unclear;
        }

        if (piece.Has(Term.Negation))
        {
            // "Reflexes symmetric no zqx" denies something else.
            return !piece.Has(Term.Trouble) && piece.Denies(Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.Knee, Term.Ankle) ? Claim.Adverse : Claim.Unclear;
        }

        return piece.Has(Term.Present, Term.ReflexBrisk, Term.Able, Term.Yes, Term.Negative, Term.SlrSign, Term.Partial, Term.Resolved, Term.Returned, Term.GradeFull, Term.FullStrength) ? Claim.Unclear : Claim.None;
    }

    /// <summary>After a reflex, "knee" and "ankle" mean reflexes.</summary>
    public static bool NamesJoint(Piece piece, ReadState state) =>
        state.InReflexes && piece.Has(Term.Knee, Term.Ankle) && !piece.Has(Term.Weak, Term.KneeExtension, Term.Dorsiflexion, Term.Plantarflexion, Term.Motor, Term.GradeFull, Term.GradeWeak);
}
