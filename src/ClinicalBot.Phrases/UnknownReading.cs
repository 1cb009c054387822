using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>"Not sure", "skip", "?" or "not tested" as the whole answer: everything the open question shows is unknown, never reassuring.</summary>
internal static class UnknownReading
{
    /// <summary>Outside a dialog there is nothing it could be about.</summary>
    public static Reading For(Topic? topic) => topic switch
    {
        Topic.Time => new Reading { BlockTime = new BlockTimeReading.Unknown() },
        Topic.Motor => new Reading
        {
            StraightLegRaise = StraightLegRaise.NotAssessed,
            HipFlexion = Strength.NotAssessed,
            KneeExtension = Strength.NotAssessed,
            AnkleDorsiflexion = Strength.NotAssessed,
            AnklePlantarflexion = Strength.NotAssessed,
            Toes = Strength.NotAssessed,
        },
        Topic.Sensation => new Reading
        {
            Numbness = Numbness.NotGiven,
            Distribution = Distribution.NotAssessed,
            RadicularSymptoms = YesNo.Unknown,
            KneeReflex = Reflex.NotAssessed,
            AnkleReflex = Reflex.NotAssessed,
        },
        Topic.RedFlags => new Reading
        {
            ProgressiveMotorWeakness = YesNo.Unknown,
            SaddleAnesthesia = YesNo.Unknown,
            BowelBladderDysfunction = YesNo.Unknown,
            BilateralSymptoms = YesNo.Unknown,
        },
        Topic.Review => new Reading { Confirmation = YesNo.Unknown },
        _ => Reading.Nothing,
    };
}
