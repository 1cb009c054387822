using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

internal enum ValueKind
{
    /// <summary>Not there. JSON has no such value; the template language does.</summary>
    Undefined,
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,

    /// <summary>The expression could not be evaluated.</summary>
    Error,

    /// <summary>An error too: what cannot be ordered was compared. Where || forgives errors it is false, and others are undefined.</summary>
    FailedComparison,
}

/// <summary>A value of the template language: one of the data, or a computed string, number or boolean.</summary>
internal readonly record struct Value(ValueKind Kind, JsonElement Element, string? Text, double Double)
{
    public static Value Undefined => default;

    public static Value Error => new(ValueKind.Error, default, null, 0);

    public static Value FailedComparison => new(ValueKind.FailedComparison, default, null, 0);

    public static Value Of(bool value) => new(value ? ValueKind.True : ValueKind.False, default, null, 0);

    public static Value Of(string value) => new(ValueKind.String, default, value, 0);

    public static Value Of(double value) => new(ValueKind.Number, default, null, value);

    public static Value From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => new(ValueKind.Null, element, null, 0),
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => new(ValueKind.Number, element, null, element.GetDouble()),
        JsonValueKind.String => new(ValueKind.String, element, null, 0),
        JsonValueKind.Array => new(ValueKind.Array, element, null, 0),
        JsonValueKind.Object => new(ValueKind.Object, element, null, 0),
        _ => Undefined,
    };

    public bool IsError => Kind is ValueKind.Error or ValueKind.FailedComparison;

    public bool IsNothing => Kind is ValueKind.Null or ValueKind.Undefined;

    /// <summary>JavaScript's toString, which the reference uses inside a text. Null inside a list is the empty text.</summary>
    public string AsString() => Kind switch
    {
        ValueKind.String => Text ?? Element.GetString()!,
        ValueKind.Number => JavaScriptNumber.ToString(Double),
        ValueKind.True => "true",
        ValueKind.False => "false",
        ValueKind.Array => Join(Element, ","),
        ValueKind.Object => "[object Object]",
        _ => "",
    };

    public static string Join(JsonElement list, string separator) =>
        string.Join(separator, list.EnumerateArray().Select(item => From(item).AsString()));

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ValueKind.String when Text is not null:
                writer.WriteStringValue(Text);
                break;
            case ValueKind.Number when Element.ValueKind == JsonValueKind.Undefined && !double.IsFinite(Double):
            case ValueKind.Undefined or ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Number when Element.ValueKind == JsonValueKind.Undefined:
                writer.WriteRawValue(Double.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case ValueKind.True or ValueKind.False:
                writer.WriteBooleanValue(Kind == ValueKind.True);
                break;
            default:
                Element.WriteTo(writer);
                break;
        }
    }
}

/// <summary>Where an expression looks things up.</summary>
/// <param name="Root">$root.</param>
/// <param name="Data">$data, where a name without $ is looked up.</param>
/// <param name="Index">$index; negative outside of a repeated object.</param>
internal readonly record struct Scope(Value Root, Value Data, int Index);
