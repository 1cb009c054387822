namespace ClinicalBot.Rules.Tests;

/// <summary>Exams that tests start from.</summary>
internal static class Exams
{
    public static readonly DateTimeOffset Block = new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);

    /// <summary>Numb within the block area, everything else examined and normal.</summary>
    public static Assessment Numb(double hours) => Numb(TimeSpan.FromHours(hours));

    /// <summary>Numb within the block area, everything else examined and normal.</summary>
    public static Assessment Numb(TimeSpan? elapsed) => new()
    {
        BlockTime = elapsed is null ? null : Block,
        AssessedAt = Block + (elapsed ?? TimeSpan.FromHours(2)),
        Numbness = Numbness.Present,
        Distribution = Distribution.WithinBlockArea,
        RadicularSymptoms = YesNo.No,
        StraightLegRaise = StraightLegRaise.Able,
        Motor = MotorExam.All(Strength.Normal),
        Reflexes = new ReflexExam(Reflex.Normal, Reflex.Normal),
        RedFlags = RedFlags.All(YesNo.No),
        Context = BlockInfo,
    };

    /// <summary>Everything back to normal.</summary>
    public static Assessment Resolved(double hours) => Numb(hours) with { Numbness = Numbness.Resolved };

    /// <summary>Nothing about the block calls for a consideration.</summary>
    public static BlockContext BlockInfo { get; } = new()
    {
        Anticoagulated = YesNo.No,
        ContrastConfirmed = YesNo.Yes,
        Aspirated = YesNo.Yes,
        SedatedWithMidazolam = YesNo.No,
        Agent = "lidocaine",
        ConcentrationPercent = 1,
        VolumePerLevelMl = 0.25m,
    };
}
