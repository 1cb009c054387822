namespace ClinicalBot.Rules;

/// <summary>What is not known of an exam, as the property paths of a request.</summary>
internal static class Gaps
{
    /// <summary>Everything that was not given, not assessed or unknown. Distribution only while numb; circumstances never.</summary>
    public static IReadOnlyList<string> Missing(Assessment exam, Facts facts)
    {
        var gaps = new List<string>();
        Add(gaps, (facts & Facts.TimeUnknown) != Facts.None, "blockTime");
        Add(gaps, (facts & Facts.NumbnessNotGiven) != Facts.None, "numbness");
        Add(gaps, (facts & Facts.DistributionNotAssessed) != Facts.None, "distribution");
        Add(gaps, IsUnknown(exam.RadicularSymptoms), "radicularSymptoms");
        AddMovements(gaps, exam);
        Add(gaps, exam.Reflexes.Knee is not (Reflex.Normal or Reflex.Reduced), "reflexes.knee");
        Add(gaps, exam.Reflexes.Ankle is not (Reflex.Normal or Reflex.Reduced), "reflexes.ankle");
        AddFlags(gaps, exam, facts);
        return gaps;
    }

    /// <summary>The findings that keep the urgency incomplete, the straight-leg raise first.</summary>
    public static IReadOnlyList<string> Undecided(Assessment exam, Facts facts)
    {
        var gaps = new List<string>();
        AddMovements(gaps, exam);
        Add(gaps, (facts & Facts.DistributionNotAssessed) != Facts.None, "distribution");
        AddFlags(gaps, exam, facts);
        return gaps;
    }

    private static void AddMovements(List<string> gaps, Assessment exam)
    {
        Add(gaps, exam.StraightLegRaise is not (StraightLegRaise.Able or StraightLegRaise.Unable), "straightLegRaise");
        Add(gaps, IsUnknown(exam.Motor.HipFlexion), "motor.hipFlexion");
        Add(gaps, IsUnknown(exam.Motor.KneeExtension), "motor.kneeExtension");
        Add(gaps, IsUnknown(exam.Motor.AnkleDorsiflexion), "motor.ankleDorsiflexion");
        Add(gaps, IsUnknown(exam.Motor.AnklePlantarflexion), "motor.anklePlantarflexion");
        Add(gaps, IsUnknown(exam.Motor.Toes), "motor.toes");
    }

    private static void AddFlags(List<string> gaps, Assessment exam, Facts facts)
    {
        var flags = exam.RedFlags;
        var known = (facts & Facts.Worsened) != Facts.None;
        Add(gaps, !known && IsUnknown(flags.ProgressiveMotorWeakness), "redFlags.progressiveMotorWeakness");
        Add(gaps, IsUnknown(flags.SaddleAnesthesia), "redFlags.saddleAnesthesia");
        Add(gaps, IsUnknown(flags.BowelBladderDysfunction), "redFlags.bowelBladderDysfunction");
        Add(gaps, IsUnknown(flags.BilateralSymptoms), "redFlags.bilateralSymptoms");
    }

    private static bool IsUnknown(YesNo answer) => answer is not (YesNo.Yes or YesNo.No);

    private static bool IsUnknown(Strength strength) => strength is not (Strength.Normal or Strength.Weak);

    private static void Add(List<string> gaps, bool missing, string path)
    {
        if (missing)
        {
            gaps.Add(path);
        }
    }
}
