using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClinicalBot.Stories;

/// <summary>The words of a card before anything on it is opened: texts, labels and titles of buttons.</summary>
internal static partial class WordsOnCards
{
    /// <summary>What a card may say at three in the morning.</summary>
    public const int Most = 90;

    /// <summary>Every word that is on view.</summary>
    public static IReadOnlyList<string> Of(JsonElement card) =>
        [.. OnView(card).SelectMany(text => Word().Matches(text).Select(match => match.Value))];

    private static IEnumerable<string> OnView(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(OnView),
        JsonValueKind.Object when element.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False => [],
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("data" or "card" or "fallback" or "selectAction"))
            .SelectMany(property =>
            property.Value.ValueKind != JsonValueKind.String ? OnView(property.Value)
            : property.Name is "text" or "title" or "label" ? [property.Value.GetString()!]
            : []),
        _ => [],
    };

    [GeneratedRegex(@"[\p{L}\p{N}]\S*")]
    private static partial Regex Word();
}
