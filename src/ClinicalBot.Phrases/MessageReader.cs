namespace ClinicalBot.Phrases;

/// <summary>Hears one piece in the light of those before it.</summary>
internal static class MessageReader
{
    /// <summary>What may stand beside "none" and leave it a plain denial; "none tested" is none.</summary>
    private static readonly HashSet<string> Courtesy = ["the", "patient", "pt", "he", "she", "has", "thanks", "please", "now", "currently", "at present", "at all", "for", "in"];

    /// <summary>"No pain", "no fever" beside a finding says nothing against it.</summary>
    private static readonly TermSet Harmless = new(Term.Negation, Term.Pain, Term.Complaint, Term.Trouble, Term.Filler, Term.Or, Term.Leg);

    /// <summary>"I think", "probably", "it was": no reassurance anywhere in the message is taken at its word.</summary>
    public static bool DoubtsAll(Piece piece) => piece.Has(Term.Hedge) || piece.Has(Term.Past) && !piece.Has(Term.Block, Term.Time, Term.NegativeAspiration, Term.Aspirated, Term.Contrast);

    /// <summary>Claims what the piece says; a piece that says nothing puts earlier reassurance in doubt, unless it is mere courtesy.</summary>
    public static Reading ReadPiece(Piece piece, ReadState state, Reading reading)
    {
        if (piece.Joint is Term.Stop or Term.But)
        {
            state.LastNegated = false;
        }

        var claims = state.Claims;
        claims.HasException |= piece.Joint == Term.Except || piece.Has(Term.Otherwise);
        claims.Changed = false;
        claims.Settled = false;
        claims.Asked = piece.IsQuestion ? Asked.Here : piece.InQuestion ? Asked.Nearby : Asked.Not;
        if (!ReadWhole(piece, state))
        {
            MotorPhrase.Read(piece, state);
            SensationPhrase.Read(piece, state);
            RedFlagPhrase.Read(piece, state);
            reading = ContextPhrase.Read(piece, state, reading);
        }

        var spoke = claims.Changed || piece.Has(Term.Toxicity) || piece.Has(Term.Time) && reading.BlockTime is not null;
        if (!spoke && piece.Has(Term.Known) && MotorPhrase.Groups.Append(Finding.StraightLegRaise).Any(f => claims.Judge(f) >= Verdict.Adverse))
        {
            claims.KnownEarlierDeficit = true;
        }

        if (!spoke)
        {
            MotorDecline.Read(piece, state);
        }

        if (!spoke && !BareValue.Read(piece, state) && !ReadUnknownAlone(piece, state) && Undermines(piece))
        {
            claims.DoubtReassurance();
        }
        else if (spoke && !claims.Settled && piece.Has(Term.Unknown) && piece.Has(Term.Negation, Term.Unable))
        {
            // Something is denied, and nobody can tell what.
            claims.DoubtReassurance();
        }
        else if (piece.Joint is Term.But or Term.Except && !piece.IsPlain(Term.Time, Term.Known, Term.Unsure, Term.NotTested) && !claims.Changed)
        {
            claims.DoubtReassurance();
        }

        state.Unheard |= !claims.Changed && !piece.Lexemes.All(l => l.Term is Term.Filler or Term.Yes or Term.Time or Term.None or Term.Otherwise);
        state.LastSaddle = piece.Has(Term.Saddle) || state.LastSaddle && piece.Lexemes is [{ Term: Term.Negation }];
        state.LastNegated = piece.Has(Term.Negation) || state.LastNegated && piece.Joint is (Term.Comma or Term.And);
        state.LastWasReassuring = piece.Asserts(Term.Good, Term.FullStrength, Term.GradeFull, Term.ReflexTwoPlus, Term.Able) || piece.Denies(Term.Weak, Term.Bad, Term.Numb) || piece.Has(Term.None);
        return reading;
    }

    /// <summary>"None" denies all four flags only where all four are shown; "normal" alone covers what the motor question shows.</summary>
    private static bool ReadWhole(Piece piece, ReadState state)
    {
        var content = piece.Lexemes.Where(l => l.Term != Term.Filler).ToList();
        if (state.Topic != Topic.RedFlags || content.All(l => l.Term != Term.None))
        {
            return false;
        }

        if (!piece.IsQuestion && !state.Unheard && piece.Lexemes.All(l => l.Term is Term.None or Term.Otherwise || Courtesy.Contains(l.Text)))
        {
            foreach (var finding in RedFlagPhrase.All.Where(f => content.Count == 1 || state.Claims[f] == Claim.None))
            {
                state.Claims.Add(finding, Claim.Reassuring);
            }

            return true;
        }

        if (content[0].Term == Term.None)
        {
            // "None that I know of": it may be a denial of all four, so it is asked.
            state.Claims.Doubt("redFlags", DoubtKind.Unclear);
        }

        return false;
    }

    /// <summary>"Too sedated to try", "rest not tested": all that the question shows, or what has not been said of it, is unknown.</summary>
    private static bool ReadUnknownAlone(Piece piece, ReadState state)
    {
        Finding[] shown = state.Topic switch
        {
            Topic.Motor => [Finding.StraightLegRaise, .. MotorPhrase.Groups],
            Topic.Sensation => [Finding.Numbness, Finding.WithinBlockArea, Finding.RadicularSymptoms, Finding.KneeReflex, Finding.AnkleReflex],
            Topic.RedFlags => RedFlagPhrase.All,
            _ => [],
        };
        var open = Array.FindAll(shown, f => state.Claims[f] == Claim.None);
        if (!piece.Has(Term.Unsure, Term.NotTested) || open.Length < shown.Length && !piece.Has(Term.Otherwise))
        {
            return false;
        }

        state.Claims.Add(open, Claim.Unknown);
        return shown.Length > 0;
    }

    /// <summary>Words not understood, or a denial or doubt of nothing named: "…, not really", "… but asleep".</summary>
    private static bool Undermines(Piece piece)
    {
        if (piece.InQuestion || piece.Joint is Term.But or Term.Except)
        {
            return true;
        }

        if (piece.Denies(Term.Pain, Term.Complaint) && piece.HasOnly(Harmless) && piece.Count(Term.Negation) == 1)
        {
            return false;
        }

        return !piece.IsPlain() || piece.Has(Term.Unable, Term.Bad, Term.Absent, Term.Hedge, Term.GradeWeak)
            || piece.Has(Term.Negation) && piece.Lexemes.All(l => l.Term is Term.Negation or Term.Leg or Term.Foot or Term.Knee or Term.Ankle or Term.Heel or Term.Left or Term.Right or Term.Filler && l.Text.Length < 6);
    }
}
