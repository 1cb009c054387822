using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.Assessments;

/// <summary>The shape of a request, for the OpenAPI document; <see cref="AssessmentReader"/> reads it. A test holds the two together.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
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

/// <summary>The five motor groups.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MotorRequest
{
    [JsonConverter(typeof(WireWordConverter<Strength>))]
    public Strength? HipFlexion { get; init; }

    [JsonConverter(typeof(WireWordConverter<Strength>))]
    public Strength? KneeExtension { get; init; }

    [JsonConverter(typeof(WireWordConverter<Strength>))]
    public Strength? AnkleDorsiflexion { get; init; }

    [JsonConverter(typeof(WireWordConverter<Strength>))]
    public Strength? AnklePlantarflexion { get; init; }

    [JsonConverter(typeof(WireWordConverter<Strength>))]
    public Strength? Toes { get; init; }
}

/// <summary>The two reflexes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReflexRequest
{
    [JsonConverter(typeof(WireWordConverter<Reflex>))]
    public Reflex? Knee { get; init; }

    [JsonConverter(typeof(WireWordConverter<Reflex>))]
    public Reflex? Ankle { get; init; }
}

/// <summary>The four red flags.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RedFlagsRequest
{
    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? ProgressiveMotorWeakness { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? SaddleAnesthesia { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? BowelBladderDysfunction { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? BilateralSymptoms { get; init; }
}

/// <summary>Circumstances of the block.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ContextRequest
{
    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? Anticoagulated { get; init; }

    public string? Agent { get; init; }

    [Range(0, 100)]
    public double? ConcentrationPercent { get; init; }

    [Range(0, double.MaxValue)]
    public double? VolumePerLevelMl { get; init; }

    public string? Side { get; init; }

    public string? Levels { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? ContrastConfirmed { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? Aspirated { get; init; }

    [JsonConverter(typeof(WireWordConverter<YesNo>))]
    public YesNo? SedatedWithMidazolam { get; init; }
}
