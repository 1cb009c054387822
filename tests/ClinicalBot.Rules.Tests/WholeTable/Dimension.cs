namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>One finding of the table: its values, and which of them reassure, are adverse or are unknown.</summary>
/// <param name="Name">Property path.</param>
/// <param name="Values">How many values it has.</param>
/// <param name="Reassuring">The reassuring value.</param>
/// <param name="Unknown">The unknown or not assessed value.</param>
/// <param name="Adverse">The adverse values.</param>
internal sealed record Dimension(string Name, int Values, int Reassuring, int Unknown, params int[] Adverse)
{
    /// <summary>From the slowest to the fastest. Time comes first: value 0 to 4 are ever later instants, 5 is unknown.</summary>
    public static readonly Dimension[] All =
    [
        new("blockTime", 6, 0, 5),
        new("numbness", 3, (int)Numbness.Resolved, (int)Numbness.NotGiven, (int)Numbness.Present),
        new("distribution", 4, (int)Distribution.WithinBlockArea, (int)Distribution.NotAssessed, (int)Distribution.Dermatomal, (int)Distribution.Unexpected),
        YesNoOf("radicularSymptoms"),
        new("straightLegRaise", 3, (int)StraightLegRaise.Able, (int)StraightLegRaise.NotAssessed, (int)StraightLegRaise.Unable),
        StrengthOf("motor.hipFlexion"),
        StrengthOf("motor.kneeExtension"),
        StrengthOf("motor.ankleDorsiflexion"),
        StrengthOf("motor.anklePlantarflexion"),
        StrengthOf("motor.toes"),
        new("reflexes.knee", 3, (int)Reflex.Normal, (int)Reflex.NotAssessed, (int)Reflex.Reduced),
        new("reflexes.ankle", 3, (int)Reflex.Normal, (int)Reflex.NotAssessed, (int)Reflex.Reduced),
        YesNoOf("redFlags.progressiveMotorWeakness"),
        YesNoOf("redFlags.saddleAnesthesia"),
        YesNoOf("redFlags.bowelBladderDysfunction"),
        YesNoOf("redFlags.bilateralSymptoms"),
    ];

    /// <summary>How far apart two neighbors in this dimension are.</summary>
    public int Stride => All.SkipWhile(dimension => dimension != this).Skip(1).Aggregate(1, (product, next) => product * next.Values);

    private static Dimension YesNoOf(string name) => new(name, 3, (int)YesNo.No, (int)YesNo.Unknown, (int)YesNo.Yes);

    private static Dimension StrengthOf(string name) => new(name, 3, (int)Strength.Normal, (int)Strength.NotAssessed, (int)Strength.Weak);
}
