using ClinicalBot.Phrases.Scope;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>One finding a message can speak of.</summary>
/// <param name="Path">As in the API, e.g. "motor.hipFlexion".</param>
/// <param name="Topic">The question it belongs to.</param>
/// <param name="Get">What a reading says of it.</param>
/// <param name="Set">Puts what is made of it into a reading.</param>
/// <param name="Parts">What it is made of, where all parts must be well for the whole to be.</param>
internal sealed record FindingRow(string Path, Topic Topic, Func<Reading, Enum?> Get, Func<Reading, Outcome, Reading> Set, params IReadOnlyList<string> Parts);

/// <summary>The findings a message can speak of, one row each.</summary>
internal static class FindingTable
{
    /// <summary>All rows, in the order in which doubts about them are asked: what can raise the urgency most comes first.</summary>
    public static IReadOnlyList<FindingRow> Rows { get; } =
    [
        new("redFlags.progressiveMotorWeakness", Topic.RedFlags, r => r.ProgressiveMotorWeakness, (r, o) => r with { ProgressiveMotorWeakness = YesOrNo(o) }),
        new("redFlags.saddleAnesthesia", Topic.RedFlags, r => r.SaddleAnesthesia, (r, o) => r with { SaddleAnesthesia = YesOrNo(o) }),
        new("redFlags.bowelBladderDysfunction", Topic.RedFlags, r => r.BowelBladderDysfunction, (r, o) => r with { BowelBladderDysfunction = YesOrNo(o) },
            "bowel", "bladder"),
        new("redFlags.bilateralSymptoms", Topic.RedFlags, r => r.BilateralSymptoms, (r, o) => r with { BilateralSymptoms = YesOrNo(o) }),
        new("straightLegRaise", Topic.Motor, r => r.StraightLegRaise, (r, o) =>
            r with { StraightLegRaise = One(o, StraightLegRaise.Able, StraightLegRaise.Unable, StraightLegRaise.NotAssessed) }),
        new("motor.hipFlexion", Topic.Motor, r => r.HipFlexion, (r, o) => r with { HipFlexion = Power(o) }),
        new("motor.kneeExtension", Topic.Motor, r => r.KneeExtension, (r, o) => r with { KneeExtension = Power(o) }),
        new("motor.ankleDorsiflexion", Topic.Motor, r => r.AnkleDorsiflexion, (r, o) => r with { AnkleDorsiflexion = Power(o) }),
        new("motor.anklePlantarflexion", Topic.Motor, r => r.AnklePlantarflexion, (r, o) => r with { AnklePlantarflexion = Power(o) }),
        new("motor.toes", Topic.Motor, r => r.Toes, (r, o) => r with { Toes = Power(o) }),
        new("numbness", Topic.Sensation, r => r.Numbness, (r, o) => r with { Numbness = One(o, Numbness.Resolved, Numbness.Present, Numbness.NotGiven) },
            "touch", "pinprick", "temperature"),
        new("distribution", Topic.Sensation, r => r.Distribution, (r, o) =>
            r with { Distribution = One(o, Distribution.WithinBlockArea, Distribution.Unexpected, Distribution.NotAssessed) }),
        new("radicularSymptoms", Topic.Sensation, r => r.RadicularSymptoms, (r, o) => r with { RadicularSymptoms = YesOrNo(o) }),
        new("reflexes.knee", Topic.Sensation, r => r.KneeReflex, (r, o) => r with { KneeReflex = Tendon(o) }),
        new("reflexes.ankle", Topic.Sensation, r => r.AnkleReflex, (r, o) => r with { AnkleReflex = Tendon(o) }),
        new("context.anticoagulated", Topic.Context, r => r.Anticoagulated, (r, o) => r with { Anticoagulated = YesOrNo(o) }),
        new("context.contrastConfirmed", Topic.Context, r => r.ContrastConfirmed, (r, o) => r with { ContrastConfirmed = Done(o) }),
        new("context.aspirated", Topic.Context, r => r.Aspirated, (r, o) => r with { Aspirated = Done(o) }),
        new("context.sedatedWithMidazolam", Topic.Context, r => r.SedatedWithMidazolam, (r, o) => r with { SedatedWithMidazolam = Done(o) }),
    ];

    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["motor"] = [.. Rows.Select(r => r.Path).Where(p => p.StartsWith("motor.", StringComparison.Ordinal))],
        ["reflexes"] = [.. Rows.Select(r => r.Path).Where(p => p.StartsWith("reflexes.", StringComparison.Ordinal))],
        ["flags"] = [.. Rows.Where(r => r.Topic == Topic.RedFlags).SelectMany(r => r.Parts.Count > 0 ? r.Parts : [r.Path])],
    };

    /// <summary>The single findings or parts a path of the table of meanings stands for.</summary>
    public static IReadOnlyList<string> Expand(string path) => Groups.GetValueOrDefault(path) ?? [path];

    /// <summary>The findings or parts a question shows.</summary>
    public static IEnumerable<string> Shown(string topic) =>
        Rows.Where(r => string.Equals(r.Topic.ToString(), topic, StringComparison.OrdinalIgnoreCase) && r.Topic != Topic.Context).SelectMany(r =>
            r.Topic == Topic.RedFlags && r.Parts.Count > 0 ? r.Parts : [r.Path]);

    /// <summary>Whether a path stands for a whole group.</summary>
    public static bool IsGroup(string path) => Groups.ContainsKey(path);

    /// <summary>The group of a single finding or part: "motor", "reflexes", "flags"; null without one.</summary>
    public static string? GroupOf(string path) => Groups.FirstOrDefault(group => group.Value.Contains(path)).Key;

    private static YesNo? YesOrNo(Outcome outcome) => One(outcome, YesNo.No, YesNo.Yes, YesNo.Unknown);

    private static YesNo? Done(Outcome outcome) => One(outcome, YesNo.Yes, YesNo.No, YesNo.Unknown);

    private static Strength? Power(Outcome outcome) => One(outcome, Strength.Normal, Strength.Weak, Strength.NotAssessed);

    private static Reflex? Tendon(Outcome outcome) => One(outcome, Reflex.Normal, Reflex.Reduced, Reflex.NotAssessed);

    private static T? One<T>(Outcome outcome, T reassuring, T adverse, T unknown)
        where T : struct =>
        outcome switch { Outcome.Reassuring => reassuring, Outcome.Adverse => adverse, Outcome.Unknown => unknown, _ => null };
}
