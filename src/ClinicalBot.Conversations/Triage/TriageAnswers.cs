using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>What a triage knows so far, and how far its questions are.</summary>
internal sealed record TriageAnswers : Findings
{
    /// <summary>Short reference of the case, to be said over the phone.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The triage examines that case again; otherwise it is the beginning of one.</summary>
    public bool Reassesses { get; init; }

    /// <summary>How often an idle time made the exam begin anew.</summary>
    public int Exam { get; init; }

    /// <summary>What the exam before said, by path, to show beside each question.</summary>
    public IReadOnlyDictionary<string, string> Last { get; init; } = new Dictionary<string, string>();

    /// <summary>Last local-anesthetic injection.</summary>
    public DateTimeOffset? BlockTime { get; init; }

    /// <summary>The time was said to be unknown.</summary>
    public bool BlockTimeUnknown { get; init; }

    /// <summary>A time that was read and waits for a yes before it counts.</summary>
    public DateTimeOffset? BlockTimeCandidate { get; init; }

    /// <summary>The step the person chose to answer anew: there, a better value may replace a worse one.</summary>
    public Topic? Correcting { get; init; }

    /// <summary>The step whose partial answer was asked to be completed.</summary>
    public Topic? AskedForRest { get; init; }

    /// <summary>What was entered on a card and could not be taken, by input id: it is shown again, with the reason beside it. Null for nothing.</summary>
    public IReadOnlyDictionary<string, string>? Typed { get; init; }

    /// <summary>What must be asked back, the first one first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Steps that must be asked anew once nothing else is in doubt: something of them was mentioned without saying what.</summary>
    public IReadOnlyList<Topic> AskAnew { get; init; } = [];

    /// <summary>Red flags raised by the last emergency answer: "That's wrong" takes these back.</summary>
    public IReadOnlyList<string> LastRedFlags { get; init; } = [];

    /// <summary>True once anything at all was answered.</summary>
    [JsonIgnore]
    public bool HasAnything => BlockTime is not null || BlockTimeUnknown || FindingTable.All.Any(finding => finding.Known(this) is not null);

    /// <summary>True once a finding is adverse. Circumstances never are.</summary>
    [JsonIgnore]
    public bool HasAdverse => FindingTable.All.Any(finding => finding.Topic != Phrases.Topic.Context && finding.IsAdverse(this)
        && !(finding.Path == "distribution" && Numbness == Rules.Numbness.Resolved));

    /// <summary>The exam while it is still under way: an injection time that was not asked for yet counts as now.</summary>
    public Assessment SoFar(DateTimeOffset now) => (BlockTime is null && !BlockTimeUnknown ? this with { BlockTime = now } : this).At(now);

    /// <summary>The exam as the rules take it, at this moment.</summary>
    public Assessment At(DateTimeOffset now) => new()
    {
        BlockTime = Earlier(BlockTime, BlockTimeCandidate),
        AssessedAt = now,
        Numbness = Numbness ?? default,
        Distribution = Distribution ?? default,
        RadicularSymptoms = RadicularSymptoms ?? default,
        StraightLegRaise = StraightLegRaise ?? default,
        Motor = new(HipFlexion ?? default, KneeExtension ?? default, AnkleDorsiflexion ?? default, AnklePlantarflexion ?? default, Toes ?? default),
        Reflexes = new(KneeReflex ?? default, AnkleReflex ?? default),
        RedFlags = new(ProgressiveMotorWeakness ?? default, SaddleAnesthesia ?? default, BowelBladderDysfunction ?? default, BilateralSymptoms ?? default),
        Context = new()
        {
            Anticoagulated = Anticoagulated ?? default,
            ContrastConfirmed = ContrastConfirmed ?? default,
            Aspirated = Aspirated ?? default,
            SedatedWithMidazolam = SedatedWithMidazolam ?? default,
            Agent = Agent,
            ConcentrationPercent = ConcentrationPercent,
            VolumePerLevelMl = VolumePerLevelMl,
            Side = Side,
            Levels = Levels,
        },
    };

    /// <summary>Two times are in question: the earlier one counts until one is confirmed. One that waits for a yes does not count alone.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? known, DateTimeOffset? candidate) => candidate < known ? candidate : known;

    /// <summary>The beginning of another exam of the same case: time and circumstances, with the last values beside.</summary>
    public TriageAnswers ToReassess() => WithoutExam() with
    {
        Reassesses = true,
        Last = FindingTable.All.Where(finding => finding.Topic != Phrases.Topic.Context && finding.Known(this) is not null)
            .ToDictionary(finding => finding.Path, finding => finding.Known(this)!),
    };

    /// <summary>What may have changed during an idle time is forgotten: the exam and the flags. Time and circumstances stay.</summary>
    public TriageAnswers WithoutExam() => new()
    {
        Reference = Reference,
        Reassesses = Reassesses,
        Last = Last,
        BlockTime = BlockTime,
        BlockTimeUnknown = BlockTimeUnknown,
        Anticoagulated = Anticoagulated,
        ContrastConfirmed = ContrastConfirmed,
        Aspirated = Aspirated,
        SedatedWithMidazolam = SedatedWithMidazolam,
        Agent = Agent,
        ConcentrationPercent = ConcentrationPercent,
        VolumePerLevelMl = VolumePerLevelMl,
        Side = Side,
        Levels = Levels,
    };
}

/// <summary>Source-generated JSON of the answers.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TriageAnswers))]
internal sealed partial class TriageJson : JsonSerializerContext;
