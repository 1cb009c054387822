namespace ClinicalBot.Phrases;

/// <summary>Reads the circumstances of the block (S14, S15, S17, S18, S35, S47). They never change urgency, so a doubt costs one question.</summary>
internal static class ContextPhrase
{
    /// <summary>Claims what the piece says and fills the free values.</summary>
    public static Reading Read(Piece piece, ReadState state, Reading reading)
    {
        ReadAnticoagulation(piece, state);
        ReadDone(piece, state, Term.Contrast, Finding.ContrastConfirmed);
        ReadAspiration(piece, state);
        if (piece.Has(Term.Midazolam))
        {
            ReadDone(piece, state, Term.Midazolam, Finding.SedatedWithMidazolam);
        }
        else if (piece.Has(Term.Sedation))
        {
            state.Claim(piece, [Finding.SedatedWithMidazolam], piece.Has(Term.Unsure) ? Claim.Unknown : piece.Denies(Term.Sedation) && piece.IsPlain() ? Claim.Adverse : Claim.Unclear);
        }

        return ReadValues(piece, state, reading);
    }

    private static void ReadAnticoagulation(Piece piece, ReadState state)
    {
        var at = piece.IndexOf(Term.AnticoagulantClass, Term.Anticoagulant);
        if (at < 0)
        {
            if (piece.Has(Term.Antiplatelet) && !piece.IsNegated(piece.IndexOf(Term.Antiplatelet)))
            {
                state.Claim(piece, [Finding.Anticoagulated], Claim.Unclear);
            }

            return;
        }

        var named = piece.Has(Term.Anticoagulant);
        state.Claim(
            piece,
            [Finding.Anticoagulated],
            piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown
            : piece.IsDoubtful || piece.Has(Term.Stopped, Term.Lift, Term.Past) ? Claim.Unclear
            // "Not on apixaban" leaves every other anticoagulant open.
            : piece.IsNegated(at) || piece.Asserts(Term.Absent) ? named || !piece.IsPlain() || piece.IsCorrected ? Claim.Unclear : Claim.Reassuring
            : Claim.Adverse);
    }

    /// <summary>For contrast and midazolam: done, not done, or asked.</summary>
    private static void ReadDone(Piece piece, ReadState state, Term term, Finding finding)
    {
        var at = piece.IndexOf(term);
        if (at < 0)
        {
            return;
        }

        var text = piece.Lexemes[at].Text;
        var done = term == Term.Midazolam || text != "contrast" && text != "dye" || piece.Has(Term.Yes, Term.Good, Term.Able) || piece.Lexemes.Any(l => l.Text is "used" or "given");
        state.Claim(
            piece,
            [finding],
            piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown
            : piece.IsNegated(at) ? Claim.Adverse
            : !done || piece.IsDoubtful || !piece.IsPlain(Term.Time, Term.Past, Term.Volume, Term.Dose, Term.Negative) ? Claim.Unclear
            : Claim.Reassuring);
    }

    private static void ReadAspiration(Piece piece, ReadState state)
    {
        if (piece.Has(Term.NegativeAspiration))
        {
            state.Claim(piece, [Finding.Aspirated], piece.Has(Term.Unsure) ? Claim.Unknown : piece.IsPlain(Term.Past) && !piece.Has(Term.Negation) ? Claim.Reassuring : Claim.Unclear);
            return;
        }

        var at = piece.IndexOf(Term.Aspirated);
        if (at >= 0)
        {
            state.Claim(
                piece,
                [Finding.Aspirated],
                piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown
                : piece.IsDoubtful || piece.Has(Term.SlrSign) || !piece.IsPlain(Term.Past) ? Claim.Unclear
                : piece.IsNegated(at) ? Claim.Adverse
                : Claim.Reassuring);
        }
    }

    private static Reading ReadValues(Piece piece, ReadState state, Reading reading)
    {
        foreach (var lexeme in piece.Lexemes)
        {
            switch (lexeme.Term)
            {
                case Term.Agent when !piece.IsNegated(piece.IndexOf(Term.Agent)) && !piece.IsDoubtful && !piece.IsQuestion:
                    if (reading.Agent is not null && reading.Agent != lexeme.Canonical)
                    {
                        state.Claims.Doubt("context.agent", DoubtKind.Unclear);
                    }

                    reading = reading with { Agent = lexeme.Canonical };
                    break;
                case Term.Concentration when lexeme.Number > 100:
                    state.Claims.Doubt("context.concentrationPercent", DoubtKind.Unclear);
                    break;
                case Term.Concentration when piece.Has(Term.Agent) || state.Topic == Topic.Context:
                    reading = reading with { ConcentrationPercent = Math.Max(lexeme.Number, reading.ConcentrationPercent ?? 0) };
                    break;
                case Term.Volume when piece.Has(Term.Total):
                    state.Claims.Doubt("context.volumePerLevelMl", DoubtKind.Unclear);
                    break;
                case Term.Volume when (piece.Has(Term.Agent) || state.Topic == Topic.Context) && !piece.Has(Term.Contrast, Term.Midazolam, Term.Bladder, Term.BladderMaybe):
                    reading = reading with { VolumePerLevelMl = Math.Max(lexeme.Number, reading.VolumePerLevelMl ?? 0) };
                    break;
                case Term.Levels when state.Topic == Topic.Context || piece.Has(Term.Block):
                    reading = reading with { Levels = reading.Levels is null ? lexeme.Canonical : reading.Levels + ", " + lexeme.Canonical };
                    break;
            }

            state.Claims.Changed |= lexeme.Term is Term.Agent or Term.Concentration or Term.Volume or Term.Levels or Term.Antiplatelet or Term.Block;
        }

        return reading with { Side = ReadSide(piece, state) ?? reading.Side };
    }

    private static string? ReadSide(Piece piece, ReadState state)
    {
        var ofBlock = piece.Has(Term.Block, Term.BothMaybe) || state.Topic == Topic.Context && !piece.Has(Term.Numb, Term.Weak, Term.Bad, Term.Motor, Term.Legs, Term.Leg, Term.Trouble);
        if (!ofBlock || piece.IsDoubtful || piece.IsQuestion || piece.Has(Term.Negation, Term.Numb, Term.Weak))
        {
            return null;
        }

        var (left, right) = (piece.Has(Term.Left), piece.Has(Term.Right));
        return piece.Has(Term.BothMaybe, Term.Both) || left && right ? "both" : left ? "left" : right ? "right" : null;
    }
}
