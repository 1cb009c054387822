using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Which findings a reading makes better, and which worse.</summary>
internal static class Reassurance
{
    /// <summary>The findings a reading gives their reassuring value.</summary>
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

    /// <summary>The same by the paths of the API.</summary>
    public static IEnumerable<string> Paths(Reading reading) =>
        FindingTable.All.Where(row => row.IsReassuring(reading)).Select(row => row.Path);

    /// <summary>The findings a reading gives an adverse value.</summary>
    public static HashSet<string> AdverseOf(Reading reading)
    {
        (string Name, bool IsAdverse)[] all =
        [
            ("slr", reading.StraightLegRaise == StraightLegRaise.Unable),
            ("hip", reading.HipFlexion == Strength.Weak),
            ("knee", reading.KneeExtension == Strength.Weak),
            ("df", reading.AnkleDorsiflexion == Strength.Weak),
            ("pf", reading.AnklePlantarflexion == Strength.Weak),
            ("toes", reading.Toes == Strength.Weak),
            ("numb", reading.Numbness == Numbness.Present),
            ("where", reading.Distribution is Distribution.Dermatomal or Distribution.Unexpected),
            ("radicular", reading.RadicularSymptoms == YesNo.Yes),
            ("kj", reading.KneeReflex == Reflex.Reduced),
            ("aj", reading.AnkleReflex == Reflex.Reduced),
            ("progressive", reading.ProgressiveMotorWeakness == YesNo.Yes),
            ("saddle", reading.SaddleAnesthesia == YesNo.Yes),
            ("bb", reading.BowelBladderDysfunction == YesNo.Yes),
            ("bilateral", reading.BilateralSymptoms == YesNo.Yes),
        ];
        return [.. all.Where(f => f.IsAdverse).Select(f => f.Name)];
    }
}
