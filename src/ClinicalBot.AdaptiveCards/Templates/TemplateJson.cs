using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Writes literals of a template without indentation.</summary>
[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TemplateJson : JsonSerializerContext;
