namespace ClinicalBot.Phrases;

/// <summary>Hears strength that falls, and what that does to what was said of strength (S32).</summary>
internal static class MotorDecline
{
    /// <summary>Full strength beside weakness that grows, or may, is asked again; so is "no weakness" beside a weak group.</summary>
    public static void DoubtStrength(ReadState state)
    {
        if (state.NoWeaknessSaid && MotorPhrase.Groups.Any(g => state.Claims.Judge(g) >= Verdict.Unclear))
        {
            state.Claims.Add(Finding.ProgressiveMotorWeakness, Claim.Unclear);
        }

        if (state.Claims.Judge(Finding.ProgressiveMotorWeakness) < Verdict.Unclear && !state.WeaknessInDoubt)
        {
            return;
        }

        foreach (var group in MotorPhrase.Groups)
        {
            if ((state.Claims[group] & Claim.AnyReassuring) != 0)
            {
                state.Claims.Add(group, Claim.Unclear);
            }
        }
    }

    /// <summary>"4/5 now 3/5", "from 5/5 to 4/5": one strength that fell, so it is asked whether the weakness grows.</summary>
    public static void Read(Piece piece, ReadState state)
    {
        var grades = piece.Lexemes.Where(l => l.Term is Term.GradeFull or Term.GradeWeak).ToList();
        if (grades.Count > 1 && grades[^1].Number < grades[0].Number && !piece.Has(Term.Left, Term.Right) && piece.Lexemes.Any(l => l.Text is "now" or "to" or "from" or ">"))
        {
            state.Claims.Add(Finding.ProgressiveMotorWeakness, Claim.Unclear);
        }
    }
}
