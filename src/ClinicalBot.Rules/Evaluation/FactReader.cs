namespace ClinicalBot.Rules;

/// <summary>Reads the facts of one exam. A value that is neither the reassuring nor the adverse one counts as not assessed.</summary>
internal static class FactReader
{
    internal static readonly TimeSpan FirstBoundary = TimeSpan.FromHours(4);
    internal static readonly TimeSpan SecondBoundary = TimeSpan.FromHours(24);

    /// <summary>The facts that decide the urgency.</summary>
    public static Facts Read(Assessment exam) =>
        Time(exam) | Sensation(exam) | Movement(exam) | Reflexes(exam.Reflexes) | Flags(exam.RedFlags);

    /// <summary>Time since the block, or null when it is unknown. A block after the exam cannot be, so its time is unknown.</summary>
    public static TimeSpan? Elapsed(Assessment exam) =>
        exam.BlockTime is { } block && block <= exam.AssessedAt ? exam.AssessedAt - block : null;

    private static Facts Time(Assessment exam)
    {
        if (Elapsed(exam) is not { } elapsed)
        {
            return Facts.TimeUnknown | Facts.From4h | Facts.From4hTo24h;
        }

        var band = elapsed < FirstBoundary ? Facts.Under4h
            : elapsed < SecondBoundary ? Facts.From4h | Facts.From4hTo24h
            : Facts.From4h | Facts.From24h;
        return elapsed == FirstBoundary || elapsed == SecondBoundary ? band | Facts.OnBoundary : band;
    }

    private static Facts Sensation(Assessment exam)
    {
        var radicular = exam.RadicularSymptoms == YesNo.Yes ? Facts.Radicular : Facts.None;
        if (exam.Numbness == Numbness.Resolved)
        {
            return radicular | Facts.Resolved;
        }

        var distribution = exam.Distribution switch
        {
            Distribution.WithinBlockArea => Facts.None,
            Distribution.Dermatomal => Facts.Dermatomal,
            Distribution.Unexpected => Facts.Unexpected,
            _ => Facts.DistributionNotAssessed,
        };
        return radicular | distribution | Facts.Present
            | (exam.Numbness == Numbness.Present ? Facts.None : Facts.NumbnessNotGiven);
    }

    private static Facts Movement(Assessment exam)
    {
        var raise = exam.StraightLegRaise switch
        {
            StraightLegRaise.Able => Facts.None,
            StraightLegRaise.Unable => Facts.SlrUnable,
            _ => Facts.SlrNotAssessed,
        };
        var motor = exam.Motor;
        return raise | Group(motor.HipFlexion) | Group(motor.KneeExtension) | Group(motor.AnkleDorsiflexion)
            | Group(motor.AnklePlantarflexion) | Group(motor.Toes);
    }

    private static Facts Group(Strength strength) => strength switch
    {
        Strength.Normal => Facts.None,
        Strength.Weak => Facts.Weak,
        _ => Facts.MotorNotAssessed,
    };

    private static Facts Reflexes(ReflexExam reflexes) =>
        reflexes.Knee == Reflex.Reduced || reflexes.Ankle == Reflex.Reduced ? Facts.ReflexReduced : Facts.None;

    private static Facts Flags(RedFlags flags) =>
        Flag(flags.ProgressiveMotorWeakness) | Flag(flags.SaddleAnesthesia) | Flag(flags.BowelBladderDysfunction)
        | Flag(flags.BilateralSymptoms);

    private static Facts Flag(YesNo answer) => answer switch
    {
        YesNo.No => Facts.None,
        YesNo.Yes => Facts.RedFlag,
        _ => Facts.RedFlagUnknown,
    };
}
