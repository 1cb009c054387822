using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>Every finding a triage asks for, one row each: what words, cards, answers and the JSON of a reading are made from.</summary>
public static class FindingTable
{
    /// <summary>All of them, in the order a person is asked.</summary>
    public static IReadOnlyList<Finding> All { get; } =
    [
        Finding.Of(FindingPaths.StraightLegRaise, Topic.Motor, f => f.StraightLegRaise, (f, v) => f with { StraightLegRaise = v },
            reassuring: StraightLegRaise.Able, adverse: StraightLegRaise.Unable, yes: StraightLegRaise.Able),
        Muscle("motor.hipFlexion", f => f.HipFlexion, (f, v) => f with { HipFlexion = v }),
        Muscle("motor.kneeExtension", f => f.KneeExtension, (f, v) => f with { KneeExtension = v }),
        Muscle("motor.ankleDorsiflexion", f => f.AnkleDorsiflexion, (f, v) => f with { AnkleDorsiflexion = v }),
        Muscle("motor.anklePlantarflexion", f => f.AnklePlantarflexion, (f, v) => f with { AnklePlantarflexion = v }),
        Muscle("motor.toes", f => f.Toes, (f, v) => f with { Toes = v }),
        Finding.Of(FindingPaths.Numbness, Topic.Sensation, f => f.Numbness, (f, v) => f with { Numbness = v },
            reassuring: Numbness.Resolved, adverse: Numbness.Present, yes: Numbness.Present, FindingPaths.Touch, FindingPaths.Pinprick,
            FindingPaths.Temperature),
        Finding.Of(FindingPaths.Distribution, Topic.Sensation, f => f.Distribution, (f, v) => f with { Distribution = v },
            reassuring: Distribution.WithinBlockArea, adverse: Distribution.Unexpected, yes: Distribution.WithinBlockArea),
        Flag("radicularSymptoms", Topic.Sensation, f => f.RadicularSymptoms, (f, v) => f with { RadicularSymptoms = v }),
        Tendon("reflexes.knee", f => f.KneeReflex, (f, v) => f with { KneeReflex = v }),
        Tendon("reflexes.ankle", f => f.AnkleReflex, (f, v) => f with { AnkleReflex = v }),
        Flag(FindingPaths.Progressive, Topic.RedFlags, f => f.ProgressiveMotorWeakness, (f, v) => f with { ProgressiveMotorWeakness = v }),
        Flag("redFlags.saddleAnesthesia", Topic.RedFlags, f => f.SaddleAnesthesia, (f, v) => f with { SaddleAnesthesia = v }),
        Flag("redFlags.bowelBladderDysfunction", Topic.RedFlags, f => f.BowelBladderDysfunction, (f, v) => f with { BowelBladderDysfunction = v },
            FindingPaths.Bowel, FindingPaths.Bladder),
        Flag(FindingPaths.Bilateral, Topic.RedFlags, f => f.BilateralSymptoms, (f, v) => f with { BilateralSymptoms = v }),
        Flag("context.anticoagulated", Topic.Context, f => f.Anticoagulated, (f, v) => f with { Anticoagulated = v }),
        Done("context.contrastConfirmed", f => f.ContrastConfirmed, (f, v) => f with { ContrastConfirmed = v }),
        Done("context.aspirated", f => f.Aspirated, (f, v) => f with { Aspirated = v }),
        Done("context.sedatedWithMidazolam", f => f.SedatedWithMidazolam, (f, v) => f with { SedatedWithMidazolam = v }),
    ];

    /// <summary>All of them, in the order in which doubts are asked: what can raise the urgency most comes first.</summary>
    public static IReadOnlyList<Finding> GravestFirst { get; } = [.. All.OrderBy(finding => !finding.IsRedFlag)];

    private static readonly Dictionary<string, Finding> ByPath = All.ToDictionary(finding => finding.Path, StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        [FindingPaths.Motor] = PathsOf(FindingPaths.Motor),
        [FindingPaths.Reflexes] = PathsOf(FindingPaths.Reflexes),
        [FindingPaths.Flags] = [.. Of(Topic.RedFlags).SelectMany(r => r.Parts.Count > 0 ? r.Parts : [r.Path])],
    };

    private static readonly Dictionary<string, string> GroupByPath = Groups.SelectMany(group => group.Value.Select(path => (path, group.Key)))
        .ToDictionary(pair => pair.path, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The finding with this path; null for none.</summary>
    public static Finding? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>The findings a step asks for.</summary>
    public static IEnumerable<Finding> Of(Topic topic) => All.Where(finding => finding.Topic == topic);

    /// <summary>The single findings or parts a path of the table of meanings stands for.</summary>
    internal static IReadOnlyList<string> Expand(string path) => Groups.TryGetValue(path, out var paths) ? paths : [path];

    /// <summary>The findings or parts a question shows.</summary>
    internal static IEnumerable<string> Shown(Topic topic) => GravestFirst.Where(r => r.Topic == topic && topic != Topic.Context)
        .SelectMany(r => r.IsRedFlag && r.Parts.Count > 0 ? r.Parts : [r.Path]);

    /// <summary>Whether a path stands for a whole group.</summary>
    internal static bool IsGroup(string path) => Groups.ContainsKey(path);

    /// <summary>Whether a single finding or part belongs to the four red flags.</summary>
    internal static bool IsRedFlag(string path) => GroupOf(path) == FindingPaths.Flags;

    /// <summary>Whether a path is of strength: a muscle group, the straight-leg raise, or any.</summary>
    internal static bool IsMotor(string path) => path is FindingPaths.StraightLegRaise or FindingPaths.AnyMotor || GroupOf(path) == FindingPaths.Motor;

    /// <summary>The group that is spoken of where a path of the table of meanings is; null for none.</summary>
    internal static string? GroupSpokenOf(string path) => IsGroup(path) ? path : IsMotor(path) ? FindingPaths.Motor : GroupOf(path);

    /// <summary>The group of a single finding or part: "motor", "reflexes", "flags"; null without one.</summary>
    internal static string? GroupOf(string path) => GroupByPath.GetValueOrDefault(path);

    private static string[] PathsOf(string group) => [.. All.Select(r => r.Path).Where(path => path.StartsWith(group + ".", StringComparison.Ordinal))];

    private static Finding Muscle(string path, Func<Findings, Strength?> get, Func<Findings, Strength?, Findings> with) =>
        Finding.Of(path, Topic.Motor, get, with, reassuring: Strength.Normal, adverse: Strength.Weak, yes: Strength.Weak);

    private static Finding Tendon(string path, Func<Findings, Reflex?> get, Func<Findings, Reflex?, Findings> with) =>
        Finding.Of(path, Topic.Sensation, get, with, reassuring: Reflex.Normal, adverse: Reflex.Reduced, yes: Reflex.Reduced);

    private static Finding Flag(
        string path, Topic topic, Func<Findings, YesNo?> get, Func<Findings, YesNo?, Findings> with, params IReadOnlyList<string> parts) =>
        Finding.Of(path, topic, get, with, reassuring: YesNo.No, adverse: YesNo.Yes, yes: YesNo.Yes, parts);

    /// <summary>What was done at the block, as it should be.</summary>
    private static Finding Done(string path, Func<Findings, YesNo?> get, Func<Findings, YesNo?, Findings> with) =>
        Finding.Of(path, Topic.Context, get, with, reassuring: YesNo.Yes, adverse: YesNo.No, yes: YesNo.Yes);
}
