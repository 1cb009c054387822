using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>Every finding the triage asks for, in the order a person is asked: the one table that ties words, cards, answers and rules together.</summary>
internal static class TriageFindings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TriageFinding> All { get; } =
    [
        new TriageFinding<StraightLegRaise>("straightLegRaise", Topic.Motor,
            f => f.StraightLegRaise, (f, v) => f with { StraightLegRaise = v },
            yes: StraightLegRaise.Able, no: StraightLegRaise.Unable, reassuring: StraightLegRaise.Able),
        Muscle("motor.hipFlexion", Topic.Motor,
            f => f.HipFlexion, (f, v) => f with { HipFlexion = v }),
        Muscle("motor.kneeExtension", Topic.Motor,
            f => f.KneeExtension, (f, v) => f with { KneeExtension = v }),
        Muscle("motor.ankleDorsiflexion", Topic.Motor,
            f => f.AnkleDorsiflexion, (f, v) => f with { AnkleDorsiflexion = v }),
        Muscle("motor.anklePlantarflexion", Topic.Motor,
            f => f.AnklePlantarflexion, (f, v) => f with { AnklePlantarflexion = v }),
        Muscle("motor.toes", Topic.Motor,
            f => f.Toes, (f, v) => f with { Toes = v }),
        new TriageFinding<Numbness>("numbness", Topic.Sensation,
            f => f.Numbness, (f, v) => f with { Numbness = v },
            yes: Numbness.Present, no: Numbness.Resolved, reassuring: Numbness.Resolved),
        new TriageFinding<Distribution>("distribution", Topic.Sensation,
            f => f.Distribution, (f, v) => f with { Distribution = v },
            yes: Distribution.WithinBlockArea, no: Distribution.Unexpected, reassuring: Distribution.WithinBlockArea),
        Flag("radicularSymptoms", Topic.Sensation,
            f => f.RadicularSymptoms, (f, v) => f with { RadicularSymptoms = v }),
        new TriageFinding<Reflex>("reflexes.knee", Topic.Sensation,
            f => f.KneeReflex, (f, v) => f with { KneeReflex = v },
            yes: Reflex.Reduced, no: Reflex.Normal, reassuring: Reflex.Normal),
        new TriageFinding<Reflex>("reflexes.ankle", Topic.Sensation,
            f => f.AnkleReflex, (f, v) => f with { AnkleReflex = v },
            yes: Reflex.Reduced, no: Reflex.Normal, reassuring: Reflex.Normal),
        Flag("redFlags.progressiveMotorWeakness", Topic.RedFlags,
            f => f.ProgressiveMotorWeakness, (f, v) => f with { ProgressiveMotorWeakness = v }),
        Flag("redFlags.saddleAnesthesia", Topic.RedFlags,
            f => f.SaddleAnesthesia, (f, v) => f with { SaddleAnesthesia = v }),
        Flag("redFlags.bowelBladderDysfunction", Topic.RedFlags,
            f => f.BowelBladderDysfunction, (f, v) => f with { BowelBladderDysfunction = v }),
        Flag("redFlags.bilateralSymptoms", Topic.RedFlags,
            f => f.BilateralSymptoms, (f, v) => f with { BilateralSymptoms = v }),
        Flag("context.anticoagulated", Topic.Context,
            f => f.Anticoagulated, (f, v) => f with { Anticoagulated = v }),
        Flag("context.contrastConfirmed", Topic.Context,
            f => f.ContrastConfirmed, (f, v) => f with { ContrastConfirmed = v }),
        Flag("context.aspirated", Topic.Context,
            f => f.Aspirated, (f, v) => f with { Aspirated = v }),
        Flag("context.sedatedWithMidazolam", Topic.Context,
            f => f.SedatedWithMidazolam, (f, v) => f with { SedatedWithMidazolam = v }),
    ];

    /// <summary>The finding with this path; null for none.</summary>
    public static TriageFinding? Find(string path) => All.FirstOrDefault(finding => finding.Path == path);

    /// <summary>The findings a step asks for.</summary>
    public static IEnumerable<TriageFinding> Of(Topic topic) => All.Where(finding => finding.Topic == topic);

    /// <summary>True when a reading says anything a triage keeps or asks back.</summary>
    public static bool AnyIn(Reading reading) =>
        reading.BlockTime is not null || reading.Doubts.Any(doubt => !doubt.Finding.StartsWith("context.", StringComparison.Ordinal))
            || reading.Agent is not null || reading.ConcentrationPercent is not null
        || reading.VolumePerLevelMl is not null || All.Any(finding => finding.IsHeard(reading));

    /// <summary>True when a reading says that a red flag is present.</summary>
    public static bool AnyRedFlagIn(Reading reading) => Of(Topic.RedFlags).Any(flag => flag.IsAdverse(flag.Take(new TriageAnswers(), reading)));

    private static TriageFinding<Strength> Muscle(
        string path, Topic topic,
        Func<Findings, Strength?> value, Func<Findings, Strength?, Findings> with) =>
        new(path, topic, value, with, yes: Strength.Weak, no: Strength.Normal, reassuring: Strength.Normal);

    private static TriageFinding<YesNo> Flag(
        string path, Topic topic,
        Func<Findings, YesNo?> value, Func<Findings, YesNo?, Findings> with) =>
        new(path, topic, value, with, yes: YesNo.Yes, no: YesNo.No, reassuring: YesNo.No);
}
