using System.Text;
using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>A mention of one account: how the text spells it, and the name it gives.</summary>
internal sealed record Mention(string? Text, string? Name)
{
    private const string Opening = "<at";
    private const string Closing = "</at>";

    /// <summary>The mention in an entity; null when it is none of this account.</summary>
    public static Mention? Of(Entity entity, string accountId) =>
        entity is { Type: "mention", Properties: { } properties }
        && properties.TryGetValue("mentioned", out var mentioned)
        && mentioned.ValueKind == JsonValueKind.Object
        && StringOf(mentioned, "id") == accountId
            ? new Mention(
                properties.TryGetValue("text", out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } spelling
                    ? spelling : null,
                StringOf(mentioned, "name"))
            : null;

    /// <summary>The text without the tags, with or without attributes, that hold one of these names. One pass.</summary>
    public static string RemoveTags(string text, IEnumerable<string?> names)
    {
        if (!text.Contains(Opening, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var known = names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var kept = new StringBuilder(text.Length);
        var removed = false;
        var at = 0;
        while (text.IndexOf(Opening, at, StringComparison.OrdinalIgnoreCase) is var start && start >= 0
            && text.IndexOf(Closing, start, StringComparison.OrdinalIgnoreCase) is var end && end >= 0)
        {
            // An opening tag within is the one that this closing tag ends.
            start = text.LastIndexOf(Opening, end - 1, end - start, StringComparison.OrdinalIgnoreCase);
            var inside = text.IndexOf('>', start, end - start);
            var isBot = inside >= 0 && known.Contains(text[(inside + 1)..end].Trim());
            kept.Append(text, at, (isBot ? start : end + Closing.Length) - at);
            kept.Append(isBot ? " " : "");
            removed |= isBot;
            at = end + Closing.Length;
        }

        return removed ? kept.Append(text, at, text.Length - at).ToString().Trim() : text;
    }

    private static string? StringOf(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
