using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Api.Assessments;

/// <summary>How requests and answers are written, source-generated.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AssessmentRequest))]
[JsonSerializable(typeof(AssessmentAnswer))]
[JsonSerializable(typeof(RulesetAnswer))]
internal sealed partial class AssessmentJson : JsonSerializerContext;
