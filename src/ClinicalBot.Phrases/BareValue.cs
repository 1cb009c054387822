namespace ClinicalBot.Phrases;

/// <summary>Reads a value without a finding: "unable", "4/5", "normal".</summary>
internal static class BareValue
{
    /// <summary>What may stand beside "normal" and leave it about the whole exam.</summary>
    private static readonly TermSet WholeExam = new(Term.Good, Term.Filler, Term.Otherwise, Term.Yes, Term.Leg, Term.Legs, Term.Both, Term.Left, Term.Right);

    /// <summary>Said to begin with, or to agree, as often as of the exam.</summary>
    private static readonly HashSet<string> Interjections = ["ok", "okay", "good", "fine"];

    /// <summary>A value without a finding: of the finding before it, or of everything the open question shows.</summary>
    public static bool Read(Piece piece, ReadState state)
    {
        var values = piece.Has(Term.Good, Term.FullStrength, Term.GradeFull, Term.GradeWeak, Term.Bad, Term.Absent, Term.ReflexTwoPlus, Term.ReflexLow, Term.Able, Term.Unable);
        if (!values)
        {
            return false;
        }

        var otherwise = piece.Has(Term.Otherwise);
        if (state.Latest is [Finding.SaddleAnesthesia] && !otherwise && piece.Asserts(Term.Bad, Term.Absent) && !piece.IsDoubtful)
        {
            // "Perianal sensation intact but reduced on the left."
            state.Claim(piece, [Finding.SaddleAnesthesia], Claim.Adverse);
            return true;
        }

        if (state.MayInterject && piece.Has(Term.Good) && piece.Lexemes.All(l => l.Term == Term.Unknown || l.Term == Term.Good && Interjections.Contains(l.Text)))
        {
            // "Ok, slr able", "slr able, ok".
            return false;
        }

        var reflexes = state.Latest.Count > 0 && state.Latest.TrueForAll(f => f is Finding.KneeReflex or Finding.AnkleReflex);
        var motor = state.Latest.Count > 0 && state.Latest.TrueForAll(f => MotorPhrase.Groups.Contains(f));
        if (reflexes && !otherwise)
        {
            state.Claim(piece, [.. state.Latest], ReflexPhrase.Value(piece, plain: true));
            return true;
        }

        if (state.Latest is [Finding.StraightLegRaise] && !otherwise && piece.Has(Term.Unable, Term.Able, Term.Bad))
        {
            var unable = piece.Has(Term.Unable) || piece.Asserts(Term.Bad) || piece.Denies(Term.Able);
            state.Claim(piece, [Finding.StraightLegRaise], unable ? Claim.Adverse : piece.IsPlain() ? Claim.Reassuring : Claim.Unclear);
            return true;
        }

        if (motor && !otherwise)
        {
            MotorPhrase.ReadGroups(piece, state, [.. state.Latest], all: false);
            return true;
        }

        if (state.Topic != Topic.Motor || piece.Has(Term.Unknown))
        {
            return false;
        }

        if (piece.Asserts(Term.Unable))
        {
            state.Claim(piece, [Finding.StraightLegRaise], Claim.Adverse | Claim.Unspecific);
        }
        else if (piece.Has(Term.GradeFull, Term.GradeWeak, Term.Able))
        {
            // "3/5" may be a grade or a count of groups, "able" may be anything: asked.
            state.Claims.Doubt("motor", DoubtKind.Unclear);
        }
        else if (piece.Asserts(Term.Bad, Term.Absent) || piece.Denies(Term.Good, Term.FullStrength))
        {
            state.Claim(piece, MotorPhrase.Groups, Claim.Adverse | Claim.Unspecific);
        }
        else if (piece.Has(Term.Good))
        {
            ReadWholeExam(piece, state);
        }

        return true;
    }

    /// <summary>"Normal" covers the whole motor exam only where nothing else is named beside it or before it; "ankle ok" is the ankle.</summary>
    private static void ReadWholeExam(Piece piece, ReadState state)
    {
        if (piece.HasOnly(WholeExam))
        {
            var whole = piece.IsPlain(Term.Otherwise) && !state.WeaknessInDoubt && !MotorPhrase.IsPatientsWord(piece) && !state.Unheard && (state.Latest.Count == 0 || piece.Has(Term.Otherwise));
            state.Claim(piece, [Finding.StraightLegRaise, .. MotorPhrase.Groups], whole ? Claim.Reassuring : Claim.Unclear);
        }
        else
        {
            state.Claims.Doubt("motor", DoubtKind.Unclear);
        }
    }
}
