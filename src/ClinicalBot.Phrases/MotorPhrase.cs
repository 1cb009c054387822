namespace ClinicalBot.Phrases;

/// <summary>Reads the five motor groups out of a piece (S05, S07, S30).</summary>
internal static class MotorPhrase
{
    /// <summary>The five groups.</summary>
    public static readonly Finding[] Groups = [Finding.HipFlexion, Finding.KneeExtension, Finding.AnkleDorsiflexion, Finding.AnklePlantarflexion, Finding.Toes];

    /// <summary>Which word names which group.</summary>
    private static readonly (Term Term, Finding[] Groups)[] Names =
    [
        (Term.HipFlexion, [Finding.HipFlexion]),
        (Term.KneeExtension, [Finding.KneeExtension]),
        (Term.Dorsiflexion, [Finding.AnkleDorsiflexion]),
        (Term.Plantarflexion, [Finding.AnklePlantarflexion]),
        (Term.Toes, [Finding.Toes]),
        (Term.Motor, Groups),
    ];

    /// <summary>Findings a piece names; a value alone later in the message speaks of these.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        if (piece.Has(Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.ReflexLoss) || ReflexPhrase.NamesJoint(piece, state) || IsWhereItIsNumb(piece, state))
        {
            return;
        }

        MotorActionPhrase.Read(piece, state);
        StraightLegRaisePhrase.Read(piece, state);
        var named = new List<Finding>();
        foreach (var (term, groups) in Names)
        {
            if (piece.Has(term) && !(term == Term.Motor && named.Count > 0) && !IsHeelWords(piece, term))
            {
                named.AddRange(groups);
            }
        }

        if (named.Count > 0)
        {
            ReadGroups(piece, state, [.. named], piece.Has(Term.Motor) && named.Count == Groups.Length);
        }
        else
        {
            ReadUnnamed(piece, state);
        }

        if (piece.Has(Term.NeuroVascular))
        {
            // "NV intact" does not say that five groups were tested: it is asked, and counts for nothing meanwhile.
            state.Claims.Doubt(state.Topic == Topic.Sensation ? "numbness" : "motor", DoubtKind.Unclear);
        }

        if (piece.Has(Term.Heavy) && !piece.IsNegated(piece.IndexOf(Term.Heavy)))
        {
            state.Claims.Doubt("motor", DoubtKind.Unclear);
        }
    }

    /// <summary>A value for these groups; shared with a piece that has only the value.</summary>
    public static void ReadGroups(Piece piece, ReadState state, ReadOnlySpan<Finding> groups, bool all)
    {
        var claim = Value(piece, Claim.Adverse);
        if (claim == Claim.Adverse && all && !piece.Has(Term.Both) && groups.Length == Groups.Length)
        {
            claim |= Claim.Unspecific;
        }

        if (claim == Claim.None && piece.Joint == Term.Except && state.LastWasReassuring)
        {
            claim = Claim.Adverse;
        }

        if (claim == Claim.None && piece.Has(Term.Limit))
        {
            // "Motor normal for hip flexion only": the value before was of this alone.
            state.Claims.DoubtReassurance();
        }

        if (claim == Claim.None && state.WaitsForValue(piece, groups))
        {
            return;
        }

        MotorDecline.Read(piece, state);
        state.Claim(piece, groups, claim == Claim.None ? Claim.Unclear : claim);
    }

    /// <summary>Weakness, or a value, without the group it is about.</summary>
    private static void ReadUnnamed(Piece piece, ReadState state)
    {
        var doubtful = piece.IsDoubtful || piece.Has(Term.Unsure, Term.NotTested, Term.Resolved, Term.Progressive, Term.ProgressiveMaybe);
        if (piece.Asserts(Term.Weak, Term.Bad, Term.GradeWeak) && piece.Has(Term.Knee, Term.Ankle, Term.Foot) && !doubtful && !piece.Has(Term.Numb))
        {
            state.Claim(piece, piece.Has(Term.Knee) ? [Finding.KneeExtension] : [Finding.AnkleDorsiflexion, Finding.AnklePlantarflexion], piece.Has(Term.Knee) ? Claim.Adverse : Claim.Adverse | Claim.Unspecific);
        }
        else if (piece.Asserts(Term.Weak) && !piece.Has(Term.Progressive, Term.KneeBuckles, Term.FootDrop, Term.StraightLegRaise, Term.Heel, Term.HeelWalk, Term.Tiptoe))
        {
            if (doubtful || state.Topic == Topic.RedFlags && piece.Joint != Term.But && state.LastNegated && piece.Joint != Term.Stop)
            {
                state.Claims.Doubt("motor", DoubtKind.Unclear);
                state.WeaknessInDoubt = true;
            }
            else
            {
                state.Claim(piece, Groups, Claim.Adverse | Claim.Unspecific);
            }
        }
        else if (piece.Denies(Term.Weak) && piece.RunsOn)
        {
            // "No pain weak leg".
            state.Claims.Doubt("motor", DoubtKind.Unclear);
            state.WeaknessInDoubt = true;
        }
        else if (piece.Denies(Term.Weak) && state.Topic == Topic.Motor && !piece.Asserts(Term.Weak))
        {
            state.Claim(piece, Groups, piece.IsPlain() && !piece.Has(Term.Unable) && !IsPatientsWord(piece) ? Claim.Reassuring : Claim.Unclear);
        }
        else if (piece.Has(Term.Walk) && CannotDo(piece) && (!doubtful || piece.Has(Term.NoChange)) || piece.Has(Term.Walk) && piece.Has(Term.NoChange) && piece.Has(Term.Able))
        {
            // Who cannot walk has something wrong that the groups named so far may not show.
            state.Claims.Doubt("motor", DoubtKind.Unclear);
            state.Claims.DoubtReassurance();
        }
    }

    private static Claim Value(Piece piece, Claim adverse)
    {
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            return Claim.Unknown;
        }

        if (piece.IsGone && piece.IsPlain(Term.Resolved) && !piece.Has(Term.Negation, Term.Weak, Term.Bad, Term.Trouble, Term.Absent, Term.Numb, Term.Pain))
        {
            return adverse;
        }

        if (piece.IsDoubtful || piece.Count(Term.Negation) > 1 || piece.Has(Term.Resolved, Term.Returned))
        {
            return Claim.Unclear;
        }

        if (piece.Asserts(Term.Weak, Term.Bad, Term.Absent, Term.GradeWeak, Term.Numb) && !piece.Has(Term.Numb) || CannotDo(piece))
        {
            return piece.Has(Term.Good, Term.GradeFull, Term.FullStrength) ? adverse | Claim.Reassuring : adverse;
        }

        if (piece.Denies(Term.Good, Term.FullStrength, Term.GradeFull) && !piece.RunsOn)
        {
            return adverse;
        }

        if (piece.Has(Term.Good, Term.FullStrength, Term.GradeFull) || piece.Denies(Term.Weak, Term.Bad))
        {
            // "Normal without toes": a negation that denies nothing bad takes something away.
            var lessened = piece.Has(Term.Negation) && !piece.Denies(Term.Weak, Term.Bad, Term.Trouble, Term.Absent);
            return piece.IsPlain() && !lessened && !IsPatientsWord(piece) && !piece.Has(Term.Knee, Term.Ankle, Term.Foot, Term.Numb) ? Claim.Reassuring : Claim.Unclear;
        }

        if (piece.Has(Term.Negation) && !piece.Has(Term.Numb, Term.Pain, Term.Trouble))
        {
            return adverse;
        }

        return piece.Has(Term.Able, Term.Present, Term.Lift, Term.Partial, Term.Yes) ? Claim.Unclear : Claim.None;
    }

    /// <summary>"Denies weakness" is what the patient says, not an exam.</summary>
    public static bool IsPatientsWord(Piece piece) =>
        piece.Lexemes.Any(l => l.Term == Term.Negation && l.Text.StartsWith("den", StringComparison.Ordinal) || l.Text is "reports" or "reporting" or "says" or "states" or "feels" or "feel");

    /// <summary>"Can't", "not able", "doesn't lift".</summary>
    public static bool CannotDo(Piece piece) =>
        piece.Asserts(Term.Unable) || piece.RunsOn && piece.Has(Term.Unable) || piece.Denies(Term.Able, Term.Lift) && !piece.RunsOn && !piece.Has(Term.Weak, Term.Trouble);

    /// <summary>"toes" in "stand on toes" or "lift the heel off" names no group by itself.</summary>
    private static bool IsHeelWords(Piece piece, Term term) =>
        term == Term.Toes && piece.Has(Term.WholeLeg, Term.Numb) && piece.Lexemes.All(l => l.Term != Term.Toes || l.Text is "toe" or "toes" or "big toe" or "great toe" or "hallux");

    /// <summary>"Resolved except the toes" is about where it is numb; "resolved except a foot drop" is not.</summary>
    private static bool IsWhereItIsNumb(Piece piece, ReadState state) =>
        piece.Joint == Term.Except && state.Latest is [Finding.Numbness] && !piece.Has(Term.FootDrop, Term.KneeBuckles, Term.Weak, Term.GradeWeak, Term.Unable, Term.Motor, Term.StraightLegRaise);
}
