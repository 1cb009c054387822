using System.Text.Json;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Equality of two JSON values as JavaScript sees them: numbers are doubles, the order of properties does not count.</summary>
internal static class JsonSame
{
    public static bool Are(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()) || left.GetDouble() == right.GetDouble(),
        (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength() &&
            left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Are(pair.First, pair.Second)),
        (JsonValueKind.Object, JsonValueKind.Object) => left.GetPropertyCount() == right.GetPropertyCount() &&
            left.EnumerateObject().All(property => right.TryGetProperty(property.Name, out var other) && Are(property.Value, other)),
        (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString(),
        _ => left.ValueKind == right.ValueKind,
    };
}
