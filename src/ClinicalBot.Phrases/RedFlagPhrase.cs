namespace ClinicalBot.Phrases;

/// <summary>Reads the four red flags out of a piece, at any topic (S32). A mention is yes unless it is plainly denied, asked about or supposed.</summary>
internal static class RedFlagPhrase
{
    /// <summary>The four, bowel and bladder apart.</summary>
    public static readonly Finding[] All =
        [Finding.ProgressiveMotorWeakness, Finding.SaddleAnesthesia, Finding.Bowel, Finding.Bladder, Finding.BilateralSymptoms];

    private static readonly string[] Inabilities = ["cant ", "cannot ", "unable ", "lost "];

    /// <summary>Claims what the piece says.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        ReadFlag(piece, state, Term.Saddle, [Finding.SaddleAnesthesia]);
        ReadFlag(piece, state, Term.BowelBladder, [Finding.Bowel, Finding.Bladder]);
        ReadFlag(piece, state, Term.Bowel, [Finding.Bowel]);
        ReadFlag(piece, state, Term.Bladder, [Finding.Bladder]);
        ReadFlag(piece, state, Term.BladderFailure, [Finding.Bladder], isWhole: false);
        ReadFlag(piece, state, Term.BowelFailure, [Finding.Bowel], isWhole: false);
        ReadFlag(piece, state, Term.Progressive, [Finding.ProgressiveMotorWeakness]);
        ReadMaybe(piece, state);
        BilateralPhrase.Read(piece, state);
        ReadBesideSaddle(piece, state);
        if (piece.Denies(Term.Weak) && state.Topic == Topic.RedFlags && !piece.Asserts(Term.Weak) && !piece.Has(Term.Progressive))
        {
            // Who has no weakness has none that grows.
            state.NoWeaknessSaid = true;
            state.Claim(piece, [Finding.ProgressiveMotorWeakness], piece.IsPlain() && !piece.IsCorrected && !piece.Has(Term.Both, Term.Unable) ? Claim.Reassuring : Claim.Unclear);
        }
        else if (state.Topic == Topic.RedFlags && (piece.Has(Term.Weak) || piece.Asserts(Term.FootDrop, Term.KneeBuckles)) && !piece.Has(Term.Progressive, Term.ProgressiveMaybe, Term.Both))
        {
            state.Claim(piece, [Finding.ProgressiveMotorWeakness], piece.Has(Term.Unsure, Term.NotTested) ? Claim.Unknown : Claim.Unclear);
        }

        if (piece.Has(Term.RedFlags) && !piece.Has(Term.Saddle, Term.Bowel, Term.Bladder, Term.BowelBladder, Term.Progressive, Term.Both))
        {
            state.Claims.Doubt("redFlags", DoubtKind.Unclear);
        }
    }

    private static void ReadFlag(Piece piece, ReadState state, Term term, ReadOnlySpan<Finding> findings, bool isWhole = true)
    {
        for (var at = 0; at < piece.Lexemes.Count; at++)
        {
            if (piece.Lexemes[at].Term == term)
            {
                state.Claim(piece, findings, Judge(piece, state, at, isWhole));
            }
        }
    }

    private static Claim Judge(Piece piece, ReadState state, int at, bool isWhole)
    {
        if (piece.Has(Term.Unsure, Term.NotTested))
        {
            return Claim.Unknown;
        }

        if (piece.IsGone && IsHealthy(piece.Lexemes[at].Text) && piece.IsPlain(Term.Resolved) && !piece.Has(Term.Negation, Term.Trouble, Term.Bad))
        {
            return Claim.Adverse;
        }

        var resolved = piece.Has(Term.Resolved) && !(piece.Has(Term.Partial) && !piece.Has(Term.Negation));
        if (piece.RunsOn && !piece.IsDoubtful && Inabilities.Any(word => piece.Lexemes[at].Text.StartsWith(word, StringComparison.Ordinal)))
        {
            // "No headache can't pee": the denial was of something else.
            return Claim.Adverse;
        }

        var elsewhere = piece.Has(Term.SaddleMaybe, Term.BladderMaybe) && isWhole && !(piece.Lexemes[at].Term == Term.Saddle && piece.Asserts(Term.Numb, Term.Bad));
        if (piece.IsDoubtful || resolved || elsewhere || piece.Count(Term.Negation) > 1)
        {
            return Claim.Unclear;
        }

        if (IsAct(piece.Lexemes[at].Text) && NamesNoTrouble(piece))
        {
            // "Patient passed urine", "able to pee", "voiding without difficulty" name no trouble: asked.
            return Claim.Unclear;
        }

        if (piece.Has(Term.Present, Term.Able) && NamesNoTrouble(piece) && !NamesNumbness(piece.Lexemes[at].Text) && isWhole && piece.Lexemes[at].Term != Term.Progressive && (piece.Lexemes[at].Term != Term.Saddle || piece.Has(Term.Sensation)))
        {
            // "Saddle sensation present", "bladder working".
            return Claim.Unclear;
        }

        if (piece.Denies(Term.Good) && !piece.RunsOn && piece.IndexOf(Term.Good) > piece.IndexOf(Term.Negation) && piece.IndexOf(Term.Negation) >= 0)
        {
            return Claim.Adverse;
        }

        if (IsDenied(piece, at))
        {
            // "No saddle sensation" and "no bladder control" deny what ought to be there.
            var loss = piece.Has(Term.Sensation, Term.LightTouch, Term.Pinprick, Term.Temperature) || IsHealthy(piece.Lexemes[at].Text) || piece.Lexemes.Any(l => l.Text is "function" or "functions" or "control");
            if (isWhole && loss && !piece.Has(Term.Trouble, Term.Bad, Term.Numb, Term.Weak))
            {
                return piece.Lexemes[at].Text.Contains("urin", StringComparison.Ordinal) ? Claim.Unclear : Claim.Adverse;
            }

            return isWhole && piece.IsPlain(Term.Negative) && !piece.IsCorrected && !piece.Has(Term.Unable) ? Claim.Reassuring : Claim.Unclear;
        }

        if (piece.InQuestion && !NamesNumbness(piece.Lexemes[at].Text) && !piece.Asserts(Term.Numb, Term.BladderFailure, Term.BowelFailure, Term.Progressive))
        {
            return Claim.Unclear;
        }

        var worse = piece.Asserts(Term.Numb, Term.Bad, Term.Weak, Term.Trouble, Term.Unable, Term.BladderFailure, Term.BowelFailure);
        if (piece.Has(Term.Good, Term.FullStrength, Term.Continent) && !worse)
        {
            return isWhole && piece.IsPlain() && !piece.IsCorrected && !piece.Has(Term.FullStrength) ? Claim.Reassuring : Claim.Unclear;
        }

        if (piece.Has(Term.Absent) && !piece.Has(Term.Sensation) && !IsTone(piece.Lexemes[at].Text))
        {
            return Claim.Unclear;
        }

        if (state.Topic == Topic.Context && piece.Has(Term.Left, Term.Right) && piece.Lexemes[at].Term == Term.Both)
        {
            return Claim.Unclear;
        }

        // "No bowel, bladder trouble": the negation ended at the comma, yet the writer may mean both. Asked.
        return FollowsDenial(piece, state) && !piece.Asserts(Term.Numb, Term.Bad, Term.BladderFailure, Term.BowelFailure, Term.Yes) && piece.Lexemes[at].Term is not (Term.BladderFailure or Term.BowelFailure or Term.Progressive)
            && !piece.Lexemes[at].Text.Contains("numb", StringComparison.Ordinal) ? Claim.Unclear : Claim.Adverse;
    }

    private static bool NamesNoTrouble(Piece piece) =>
        !piece.Asserts(Term.Unable, Term.Bad, Term.Weak, Term.Trouble, Term.Numb, Term.Absent) && !piece.Has(Term.Good, Term.BladderHint) && !piece.Lexemes.Any(l => l.Text == "palpable") && (!piece.Has(Term.Negation) || piece.Denies(Term.Unable));

    private static bool IsAct(string text) =>
        text is "passed urine" or "passes urine" or "passing urine" or "pass urine" or "voided" or "voids" or "voiding" or "void" or "peed" or "pees" or "peeing" or "pee" or "urinated" or "urinates"
            or "urinating" or "urinate" or "urination";

    private static bool NamesNumbness(string text) => text.Contains("numb", StringComparison.Ordinal) || text.Contains("esthesia", StringComparison.Ordinal);

    private static bool IsTone(string text) => text.EndsWith("tone", StringComparison.Ordinal) || text.EndsWith("wink", StringComparison.Ordinal);

    private static bool IsHealthy(string text) =>
        IsTone(text) || text.Contains("control", StringComparison.Ordinal) || text.Contains("function", StringComparison.Ordinal) || text.Contains("urin", StringComparison.Ordinal)
        || text.Contains("void", StringComparison.Ordinal) || text.Contains("pee", StringComparison.Ordinal) || text.Contains("pass", StringComparison.Ordinal);

    private static bool IsDenied(Piece piece, int at)
    {
        if (piece.IsNegated(at))
        {
            return true;
        }

        // "saddle not numb": the negation comes between the place and what would be wrong there.
        for (var i = at + 1; i < piece.Lexemes.Count; i++)
        {
            switch (piece.Lexemes[i].Term)
            {
                case Term.Negation:
                    return Next(piece, i) is Term.Numb or Term.Trouble or Term.Bad;
                case Term.Filler or Term.Or or Term.Saddle or Term.Bowel or Term.Bladder or Term.BowelBladder:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static Term Next(Piece piece, int i)
    {
        do
        {
            i++;
        }
        while (i < piece.Lexemes.Count && piece.Lexemes[i].Term == Term.Filler);

        return i < piece.Lexemes.Count ? piece.Lexemes[i].Term : Term.Stop;
    }

    /// <summary>The negation before ended at the comma or "and", yet the writer may mean this too.</summary>
    public static bool FollowsDenial(Piece piece, ReadState state) => state.LastNegated && piece.Joint is (Term.Comma or Term.And);

    /// <summary>What may or may not be a red flag is only asked.</summary>
    private static void ReadMaybe(Piece piece, ReadState state)
    {
        if (piece.Has(Term.SaddleMaybe) && !(piece.IsNegated(piece.IndexOf(Term.SaddleMaybe)) && piece.IsPlain()))
        {
            state.Claim(piece, [Finding.SaddleAnesthesia], Claim.Unclear);
        }

        if (piece.Has(Term.BladderMaybe, Term.BladderHint, Term.Continent) && !piece.Has(Term.Bladder, Term.Bowel, Term.BowelBladder))
        {
            state.Claim(piece, [Finding.Bladder], Claim.Unclear);
        }

        if (piece.Has(Term.ProgressiveMaybe) && !piece.Has(Term.Progressive))
        {
            var weak = piece.Has(Term.Weak, Term.Motor, Term.FootDrop) || piece.Lexemes.Any(l => l.Text is "weaker" or "new weakness" or "more weak" or "more weakness");
            // What spreads at the question about sensation is the numbness.
            var unnamed = (state.Topic != Topic.Sensation || piece.Lexemes.Any(l => l.Text.Contains("worse", StringComparison.Ordinal))) && !piece.Has(Term.Pain, Term.Radicular, Term.Numb, Term.Reflexes, Term.KneeReflex, Term.AnkleReflex);
            if (weak || unnamed || state.Topic == Topic.RedFlags || piece.Has(Term.Leg, Term.Legs))
            {
                state.Claim(
                    piece,
                    [Finding.ProgressiveMotorWeakness],
                    piece.Has(Term.Unsure) ? Claim.Unknown
                    : IsDeniedWorsening(piece) ? Claim.Reassuring
                    : IsWeakerThanThen(piece) ? Claim.Adverse
                    : Claim.Unclear);
            }
        }
        else if (piece.Has(Term.NoChange) && (state.Topic == Topic.RedFlags || piece.Has(Term.Weak)) && !piece.Has(Term.Progressive, Term.Saddle, Term.Bowel, Term.Bladder, Term.BowelBladder, Term.Both))
        {
            state.Claim(piece, [Finding.ProgressiveMotorWeakness], Claim.Unclear);
        }
    }

    /// <summary>"Weaker than 2 hours ago", "weaker than this morning".</summary>
    private static bool IsWeakerThanThen(Piece piece)
    {
        var at = piece.IndexOf(Term.ProgressiveMaybe);
        return piece.Lexemes[at].Text == "weaker" && !piece.Has(Term.Negation) && !piece.IsDoubtful
            && piece.Lexemes.Skip(at + 1).Any(l => l.Text == "than") && piece.Lexemes.Skip(at + 1).Any(l => l.Term is Term.Time or Term.Past);
    }

    /// <summary>"Weakness not progressing", "no increasing weakness": named and denied.</summary>
    private static bool IsDeniedWorsening(Piece piece) =>
        piece.Has(Term.Weak, Term.Motor) && piece.Denies(Term.ProgressiveMaybe) && piece.IsPlain(Term.ProgressiveMaybe) && !piece.IsCorrected
        && piece.Lexemes.Any(l => l.Term == Term.ProgressiveMaybe && l.Text is not "new weakness" and not "not getting better");

    /// <summary>"Perianal light touch intact, pinprick reduced", "no saddle numbness but tingling there": the place may still be the saddle.</summary>
    private static void ReadBesideSaddle(Piece piece, ReadState state)
    {
        if (state.LastSaddle && piece.Joint != Term.Stop && !piece.Has(Term.Saddle, Term.Leg, Term.Legs, Term.Foot, Term.Toes, Term.Knee, Term.Ankle, Term.Both, Term.OtherLeg, Term.WithinBlockArea, Term.WholeLeg)
            && (piece.Asserts(Term.Numb) || piece.Has(Term.LightTouch, Term.Pinprick, Term.Temperature) && piece.Asserts(Term.Bad, Term.Absent, Term.Partial, Term.Unable) || piece.Has(Term.Negation) && piece.Has(Term.LightTouch, Term.Pinprick, Term.Temperature)))
        {
            state.Claims.Add(Finding.SaddleAnesthesia, Claim.Unclear);
        }
    }
}
