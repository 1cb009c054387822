using System.Text.Json.Nodes;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>What a Teams client posts, shape by shape: the bodies in Wire/incoming.json.</summary>
internal static class Shapes
{
    public static IReadOnlyDictionary<string, JsonObject> All { get; } = JsonNode
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Wire", "incoming.json")))!.AsObject()
        .ToDictionary(shape => shape.Key, shape => shape.Value!.AsObject());
}
