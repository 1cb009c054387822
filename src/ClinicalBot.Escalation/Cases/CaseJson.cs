using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Escalation;

/// <summary>Source-generated JSON of cases and their events. Reads what earlier versions wrote: a property is only ever added.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseEvent))]
public sealed partial class CaseJson : JsonSerializerContext;
