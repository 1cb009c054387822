using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Tests.Phrases;

/// <summary>The findings a reading gives their reassuring value.</summary>
internal static class Reassurance
{
    public static HashSet<string> Of(Reading reading)
    {
        (string Name, bool Reassures)[] all =
        [
            ("slr", reading.StraightLegRaise == StraightLegRaise.Able),
            ("hip", reading.HipFlexion == Strength.Normal),
            ("knee", reading.KneeExtension == Strength.Normal),
            ("df", reading.AnkleDorsiflexion == Strength.Normal),
            ("pf", reading.AnklePlantarflexion == Strength.Normal),
            ("toes", reading.Toes == Strength.Normal),
            ("numb", reading.Numbness == Numbness.Resolved),
            ("where", reading.Distribution == Distribution.WithinBlockArea),
            ("radicular", reading.RadicularSymptoms == YesNo.No),
            ("kj", reading.KneeReflex == Reflex.Normal),
            ("aj", reading.AnkleReflex == Reflex.Normal),
            ("progressive", reading.ProgressiveMotorWeakness == YesNo.No),
            ("saddle", reading.SaddleAnesthesia == YesNo.No),
            ("bb", reading.BowelBladderDysfunction == YesNo.No),
            ("bilateral", reading.BilateralSymptoms == YesNo.No),
            ("anticoagulated", reading.Anticoagulated == YesNo.No),
            ("contrast", reading.ContrastConfirmed == YesNo.Yes),
            ("aspirated", reading.Aspirated == YesNo.Yes),
        ];
        return [.. all.Where(f => f.Reassures).Select(f => f.Name)];
    }
}
