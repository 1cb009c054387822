using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>One place where two readings of a body differ.</summary>
/// <param name="Path">Where, e.g. "value.at".</param>
/// <param name="Ours">What we read; null when nothing.</param>
/// <param name="Theirs">What the SDK read; null when nothing.</param>
internal sealed record Difference(string Path, JsonNode? Ours, JsonNode? Theirs)
{
    /// <summary>Every difference. Times are compared as times, numbers as numbers: 2.50 is 2.5.</summary>
    public static IEnumerable<Difference> Between(JsonNode? ours, JsonNode? theirs, string path = "") => (ours, theirs) switch
    {
        (JsonObject a, JsonObject b) => a.Select(p => p.Key).Union(b.Select(p => p.Key))
            .SelectMany(name => a.ContainsKey(name) == b.ContainsKey(name)
                ? Between(a[name], b[name], Join(path, name))
                : [new Difference(Join(path, name), a.ContainsKey(name) ? a[name] ?? "null" : null, b.ContainsKey(name) ? b[name] ?? "null" : null)]),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((item, at) => Between(item, b[at], $"{path}[{at}]")),
        _ => Same(ours, theirs) ? [] : [new Difference(path, ours, theirs)],
    };

    public override string ToString() => $"{Path}: ours {Ours?.ToJsonString() ?? "nothing"}, theirs {Theirs?.ToJsonString() ?? "nothing"}";

    private static bool Same(JsonNode? ours, JsonNode? theirs) =>
        JsonNode.DeepEquals(ours, theirs)
        || (ours?.GetValueKind(), theirs?.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => Number(ours!) == Number(theirs!),
            _ => false,
        };

    private static decimal? Number(JsonNode node) =>
        decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
