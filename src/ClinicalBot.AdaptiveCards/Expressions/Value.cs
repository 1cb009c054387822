using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>A value of the template language; the default is one that is missing.</summary>
/// <param name="Kind">What it is; undefined is missing, which JSON does not know.</param>
/// <param name="Element">What it is in the data, if it comes from there.</param>
/// <param name="Text">A text that does not come from the data.</param>
/// <param name="Number">A number, wherever it comes from.</param>
/// <param name="Failed">Whether the expression could not be evaluated; the kind is undefined then.</param>
internal readonly record struct Value(JsonValueKind Kind, JsonElement Element = default, string? Text = null, double Number = 0, bool Failed = false)
{
    public static Value Failure => new(JsonValueKind.Undefined, Failed: true);

    public bool IsNothing => Kind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>All but false and nothing: 0 and "" are true, unlike in JavaScript.</summary>
    public bool IsTrue => !IsNothing && Kind != JsonValueKind.False;

    public static Value Of(bool value) => new(value ? JsonValueKind.True : JsonValueKind.False);

    public static Value Of(string value) => new(JsonValueKind.String, Text: value);

    public static Value Of(int value) => new(JsonValueKind.Number, Number: value);

    public static Value From(JsonElement element) =>
        new(element.ValueKind, element, Number: element.ValueKind == JsonValueKind.Number ? element.GetDouble() : 0);

    /// <summary>
    /// As it stands in a text; null for what has no place there: nothing, lists, objects, and numbers so large or small that .NET and
    /// JavaScript write them differently.
    /// </summary>
    public string? AsText() => Kind switch
    {
        JsonValueKind.String => Text ?? Element.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number when Number == 0 => "0",
        JsonValueKind.Number when Math.Abs(Number) is >= 1e-4 and < 1e15 => Number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (Element.ValueKind != JsonValueKind.Undefined)
        {
            Element.WriteTo(writer);
        }
        else if (Kind == JsonValueKind.String)
        {
            writer.WriteStringValue(Text);
        }
        else
        {
            // A small number, true, false or nothing, which JSON writes as JavaScript does.
            writer.WriteRawValue(AsText() ?? "null", skipInputValidation: true);
        }
    }
}
