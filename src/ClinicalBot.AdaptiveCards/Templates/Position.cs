using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Where in a template a value stands, and so what a host will do with its text.</summary>
/// <param name="Name">The property it belongs to; null in an array and at the root.</param>
/// <param name="Role">What a host does with a string here.</param>
/// <param name="Pointer">JSON pointer.</param>
/// <param name="InArray">Whether it is an item of an array.</param>
internal sealed record Position(string? Name, TextRole Role, string Pointer, bool InArray)
{
    /// <summary>For what closes an array or object.</summary>
    public static Position Closing { get; } = new(null, TextRole.Plain, "", false);

    public JsonEncodedText? Encoded =>
        Name is null ? null : JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>What data must not decide: which element stands here, and by which version of the schema.</summary>
    public bool Structural => Role != TextRole.Payload && Name is "type" or "version" or "$schema" or "verb";

    public Position Item(int index) =>
        new(null, Role, string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{index}"), InArray: true) { List = Name, Owner = Owner };

    public Position Property(JsonElement owner, string name) =>
        new(name, RoleOf(owner, name), $"{Pointer}/{Escape(name)}", InArray: false) { Owner = owner };

    /// <summary>The array property this object is an item of, e.g. "facts".</summary>
    private string? List { get; init; }

    /// <summary>The object that holds the property, also for the items of an array property.</summary>
    private JsonElement Owner { get; init; }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>
    /// Where hosts render markdown, by the JavaScript renderer, whose hosts are Teams and the local page. An unknown "text" is taken as markdown.
    /// </summary>
    private TextRole RoleOf(JsonElement owner, string name)
    {
        if (Role == TextRole.Payload)
        {
            return TextRole.Payload;
        }

        var type = owner.TryGetProperty("type", out var node) && node.ValueKind == JsonValueKind.String ? node.GetString()! : "";
        return (type, name) switch
        {
            (['A', 'c', 't', 'i', 'o', 'n', '.', ..], "data") => TextRole.Payload,
            ("TextRun", "text") => TextRole.DateText,
            (_, "text" or "errorMessage") => TextRole.Markdown,
            ("Input.Toggle", "title") => TextRole.Markdown,
            (_, "label") => TextRole.DateText,
            ("RichTextBlock", "inlines") => TextRole.DateText,
            (_, "title" or "value") when List == "facts" => TextRole.Markdown,
            (_, "title") when List == "choices" && !IsDropDown() => TextRole.Markdown,
            _ => TextRole.Plain,
        };
    }

    private bool IsDropDown() =>
        Owner.ValueKind == JsonValueKind.Object &&
        !(Owner.TryGetProperty("isMultiSelect", out var many) && many.ValueKind != JsonValueKind.False) &&
        !(Owner.TryGetProperty("style", out var style) && !(style.ValueEquals("compact") || style.ValueEquals("filtered")));
}
