using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Assessments;

/// <summary>The shape of a request, for the OpenAPI document; <see cref="AssessmentReader"/> reads it. A test holds the two together.</summary>
internal sealed record AssessmentRequest
{
    [Description("When the last local anesthetic was injected, with offset. Left out when unknown. At most 30 days before assessedAt.")]
    public DateTimeOffset? BlockTime { get; init; }

    [Description("When the patient was examined, with offset. Now when left out.")]
    public DateTimeOffset? AssessedAt { get; init; }

    [Description("present (any altered sensation) or resolved. Counts as present when left out.")]
    [RegularExpression("^(present|resolved)$")]
    public string? Numbness { get; init; }

    [JsonConverter(typeof(WireWordConverter<Distribution>))]
    public Distribution? Distribution { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? RadicularSymptoms { get; init; }

    [Description("Heel off the bed against gravity, the worse leg. Unable because of pain is unable.")]
    [JsonConverter(typeof(WireWordConverter<StraightLegRaise>))]
    public StraightLegRaise? StraightLegRaise { get; init; }

    [Description("The worse leg.")]
    public MotorRequest? Motor { get; init; }

    [Description("The worse leg.")]
    public ReflexRequest? Reflexes { get; init; }

    public RedFlagsRequest? RedFlags { get; init; }

    [Description("Circumstances of the block. They never change the urgency.")]
    public ContextRequest? Context { get; init; }

    [Description("Earlier assessments of the same case, oldest first. Without them the answer cannot know the case's history.")]
    [MaxLength(AssessmentReader.MostEarlier)]
    public IReadOnlyList<AssessmentRequest>? Earlier { get; init; }
}

internal sealed record MotorRequest(
    [property: JsonConverter(typeof(WireWordConverter<Strength>))] Strength? HipFlexion,
    [property: JsonConverter(typeof(WireWordConverter<Strength>))] Strength? KneeExtension,
    [property: JsonConverter(typeof(WireWordConverter<Strength>))] Strength? AnkleDorsiflexion,
    [property: JsonConverter(typeof(WireWordConverter<Strength>))] Strength? AnklePlantarflexion,
    [property: JsonConverter(typeof(WireWordConverter<Strength>))] Strength? Toes);

internal sealed record ReflexRequest(
    [property: JsonConverter(typeof(WireWordConverter<Reflex>))] Reflex? Knee,
    [property: JsonConverter(typeof(WireWordConverter<Reflex>))] Reflex? Ankle);

internal sealed record RedFlagsRequest(
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? ProgressiveMotorWeakness,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? SaddleAnesthesia,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? BowelBladderDysfunction,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? BilateralSymptoms);

internal sealed record ContextRequest(
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? Anticoagulated,
    string? Agent,
    [property: Range(0, 100)] double? ConcentrationPercent,
    [property: Range(0, double.MaxValue)] double? VolumePerLevelMl,
    string? Side,
    string? Levels,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? ContrastConfirmed,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? Aspirated,
    [property: JsonConverter(typeof(WireWordConverter<YesNo>))] YesNo? SedatedWithMidazolam);
