using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Triage;

/// <summary>Every finding the triage asks for, in the order a person is asked: the one table that ties words, cards, answers and rules together.</summary>
internal static class TriageFindings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TriageFinding> All { get; } =
    [
        new TriageFinding<StraightLegRaise>("straightLegRaise", Topic.Motor,
            r => r.StraightLegRaise, (r, v) => r with { StraightLegRaise = v }, a => a.StraightLegRaise, (a, v) => a with { StraightLegRaise = v },
            yes: StraightLegRaise.Able, no: StraightLegRaise.Unable, reassuring: StraightLegRaise.Able),
        Muscle("motor.hipFlexion", Topic.Motor,
            r => r.HipFlexion, (r, v) => r with { HipFlexion = v }, a => a.HipFlexion, (a, v) => a with { HipFlexion = v }),
        Muscle("motor.kneeExtension", Topic.Motor,
            r => r.KneeExtension, (r, v) => r with { KneeExtension = v }, a => a.KneeExtension, (a, v) => a with { KneeExtension = v }),
        Muscle("motor.ankleDorsiflexion", Topic.Motor,
            r => r.AnkleDorsiflexion, (r, v) => r with { AnkleDorsiflexion = v }, a => a.AnkleDorsiflexion, (a, v) => a with { AnkleDorsiflexion = v }),
        Muscle("motor.anklePlantarflexion", Topic.Motor,
            r => r.AnklePlantarflexion, (r, v) => r with { AnklePlantarflexion = v }, a => a.AnklePlantarflexion, (a, v) => a with { AnklePlantarflexion = v }),
        Muscle("motor.toes", Topic.Motor,
            r => r.Toes, (r, v) => r with { Toes = v }, a => a.Toes, (a, v) => a with { Toes = v }),
        new TriageFinding<Numbness>("numbness", Topic.Sensation,
            r => r.Numbness, (r, v) => r with { Numbness = v }, a => a.Numbness, (a, v) => a with { Numbness = v },
            yes: Numbness.Present, no: Numbness.Resolved, reassuring: Numbness.Resolved),
        new TriageFinding<Distribution>("distribution", Topic.Sensation,
            r => r.Distribution, (r, v) => r with { Distribution = v }, a => a.Distribution, (a, v) => a with { Distribution = v },
            yes: Distribution.WithinBlockArea, no: Distribution.Unexpected, reassuring: Distribution.WithinBlockArea),
        Flag("radicularSymptoms", Topic.Sensation,
            r => r.RadicularSymptoms, (r, v) => r with { RadicularSymptoms = v }, a => a.RadicularSymptoms, (a, v) => a with { RadicularSymptoms = v }),
        new TriageFinding<Reflex>("reflexes.knee", Topic.Sensation,
            r => r.KneeReflex, (r, v) => r with { KneeReflex = v }, a => a.KneeReflex, (a, v) => a with { KneeReflex = v },
            yes: Reflex.Reduced, no: Reflex.Normal, reassuring: Reflex.Normal),
        new TriageFinding<Reflex>("reflexes.ankle", Topic.Sensation,
            r => r.AnkleReflex, (r, v) => r with { AnkleReflex = v }, a => a.AnkleReflex, (a, v) => a with { AnkleReflex = v },
            yes: Reflex.Reduced, no: Reflex.Normal, reassuring: Reflex.Normal),
        Flag("redFlags.progressiveMotorWeakness", Topic.RedFlags,
            r => r.ProgressiveMotorWeakness, (r, v) => r with { ProgressiveMotorWeakness = v }, a => a.ProgressiveMotorWeakness, (a, v) => a with { ProgressiveMotorWeakness = v }),
        Flag("redFlags.saddleAnesthesia", Topic.RedFlags,
            r => r.SaddleAnesthesia, (r, v) => r with { SaddleAnesthesia = v }, a => a.SaddleAnesthesia, (a, v) => a with { SaddleAnesthesia = v }),
        Flag("redFlags.bowelBladderDysfunction", Topic.RedFlags,
            r => r.BowelBladderDysfunction, (r, v) => r with { BowelBladderDysfunction = v }, a => a.BowelBladderDysfunction, (a, v) => a with { BowelBladderDysfunction = v }),
        Flag("redFlags.bilateralSymptoms", Topic.RedFlags,
            r => r.BilateralSymptoms, (r, v) => r with { BilateralSymptoms = v }, a => a.BilateralSymptoms, (a, v) => a with { BilateralSymptoms = v }),
        Flag("context.anticoagulated", Topic.Context,
            r => r.Anticoagulated, (r, v) => r with { Anticoagulated = v }, a => a.Anticoagulated, (a, v) => a with { Anticoagulated = v }),
        Flag("context.contrastConfirmed", Topic.Context,
            r => r.ContrastConfirmed, (r, v) => r with { ContrastConfirmed = v }, a => a.ContrastConfirmed, (a, v) => a with { ContrastConfirmed = v }),
        Flag("context.aspirated", Topic.Context,
            r => r.Aspirated, (r, v) => r with { Aspirated = v }, a => a.Aspirated, (a, v) => a with { Aspirated = v }),
        Flag("context.sedatedWithMidazolam", Topic.Context,
            r => r.SedatedWithMidazolam, (r, v) => r with { SedatedWithMidazolam = v }, a => a.SedatedWithMidazolam, (a, v) => a with { SedatedWithMidazolam = v }),
    ];

    /// <summary>The finding with this path; null for none.</summary>
    public static TriageFinding? Find(string path) => All.FirstOrDefault(finding => finding.Path == path);

    /// <summary>The findings a step asks for.</summary>
    public static IEnumerable<TriageFinding> Of(Topic topic) => All.Where(finding => finding.Topic == topic);

    /// <summary>True when a reading says anything a triage keeps or asks back.</summary>
    public static bool AnyIn(Reading reading) =>
        reading.BlockTime is not null || reading.Doubts.Count > 0 || reading.Agent is not null || reading.ConcentrationPercent is not null
        || reading.VolumePerLevelMl is not null || All.Any(finding => finding.IsHeard(reading));

    /// <summary>True when a reading says that a red flag is present.</summary>
    public static bool AnyRedFlagIn(Reading reading) => Of(Topic.RedFlags).Any(flag => flag.IsAdverse(flag.Take(new TriageAnswers(), reading)));

    private static TriageFinding<Strength> Muscle(
        string path, Topic topic,
        Func<Reading, Strength?> heard, Func<Reading, Strength?, Reading> say,
        Func<TriageAnswers, Strength?> value, Func<TriageAnswers, Strength?, TriageAnswers> with) =>
        new(path, topic, heard, say, value, with, yes: Strength.Weak, no: Strength.Normal, reassuring: Strength.Normal);

    private static TriageFinding<YesNo> Flag(
        string path, Topic topic,
        Func<Reading, YesNo?> heard, Func<Reading, YesNo?, Reading> say,
        Func<TriageAnswers, YesNo?> value, Func<TriageAnswers, YesNo?, TriageAnswers> with) =>
        new(path, topic, heard, say, value, with, yes: YesNo.Yes, no: YesNo.No, reassuring: YesNo.No);
}
