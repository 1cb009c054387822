using System.Text.Json;

namespace ClinicalBot.Api.Assessments;

/// <summary>
/// Reads the properties of one JSON object and goes on after an error, so that one answer names every wrong field. Null counts as left
/// out. Ask for all properties, then call <see cref="RefuseTheRest"/>.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _unread = [];
    private readonly string _path;
    private readonly FieldErrors _errors;

    public JsonFields(JsonElement element, string path, FieldErrors errors)
    {
        _path = path;
        _errors = errors;
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path.Length == 0 ? "$" : path, "Must be a JSON object.");
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
            {
                errors.Add(path.Length == 0 ? "$" : path, "A property name is not valid Unicode.");
            }
            else if (!_unread.TryAdd(name, property.Value))
            {
                errors.Add(PathOf(name), "Given more than once.");
            }
        }
    }

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public void Refuse(string name, string message) => _errors.Add(PathOf(name), message);

    /// <summary>One of the words that the values of an enum are on the wire; its default when left out.</summary>
    public TEnum Word<TEnum>(string name, TEnum? notOnTheWire = null)
        where TEnum : struct, Enum
    {
        if (!Take(name, JsonValueKind.String, "Must be a string.", out var element))
        {
            return default;
        }

        if (TextOf(element) is { } word && WireWords<TEnum>.ByWord.TryGetValue(word, out var value) && !value.Equals(notOnTheWire))
        {
            return value;
        }

        var words = WireWords<TEnum>.ByWord.Where(pair => !pair.Value.Equals(notOnTheWire)).Select(pair => pair.Key);
        Refuse(name, $"Must be one of: {string.Join(", ", words)}.");
        return default;
    }

    /// <summary>An ISO 8601 time with its offset.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!Take(name, JsonValueKind.String, "Must be a string.", out var element))
        {
            return null;
        }

        if (TextOf(element) is { } text && HasOffset(text) && element.TryGetDateTimeOffset(out var time))
        {
            return time;
        }

        Refuse(name, "Must be a date and time with its offset, such as 2026-11-22T08:30:00+00:00.");
        return null;
    }

    /// <summary>A number from 0 to <paramref name="maximum"/>.</summary>
    public decimal? Number(string name, decimal maximum = decimal.MaxValue)
    {
        if (!Take(name, JsonValueKind.Number, "Must be a number.", out var element))
        {
            return null;
        }

        if (element.TryGetDecimal(out var number) && number >= 0 && number <= maximum)
        {
            return number;
        }

        Refuse(name, maximum == decimal.MaxValue ? "Must be a finite number of 0 or more." : $"Must be a number from 0 to {maximum}.");
        return null;
    }

    /// <summary>Free text.</summary>
    public string? Text(string name)
    {
        if (!Take(name, JsonValueKind.String, "Must be a string.", out var element))
        {
            return null;
        }

        var text = TextOf(element);
        if (text is null)
        {
            Refuse(name, "Is not valid Unicode.");
        }

        return text;
    }

    /// <summary>A nested object, or null when left out or none.</summary>
    public JsonFields? Object(string name) =>
        Take(name, JsonValueKind.Object, "Must be a JSON object.", out var element) ? new(element, PathOf(name), _errors) : null;

    /// <summary>The elements of an array; empty when left out.</summary>
    public IReadOnlyList<JsonElement> Array(string name) =>
        Take(name, JsonValueKind.Array, "Must be an array.", out var element) ? [.. element.EnumerateArray()] : [];

    /// <summary>Names every property that the request does not have.</summary>
    public void RefuseTheRest()
    {
        foreach (var name in _unread.Keys)
        {
            Refuse(name, "Unknown property.");
        }
    }

    private bool Take(string name, JsonValueKind kind, string otherwise, out JsonElement element)
    {
        if (!_unread.Remove(name, out element) || element.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (element.ValueKind == kind)
        {
            return true;
        }

        Refuse(name, otherwise);
        return false;
    }

    /// <summary>Half a surrogate pair is valid JSON but no text; System.Text.Json tells only by throwing.</summary>
    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Ends with "Z", or with a sign, two digits, a colon and two digits, somewhere after a "T".</summary>
    private static bool HasOffset(string text) => text.Contains('T', StringComparison.Ordinal)
        && text is [.., 'Z'] or [.., '+' or '-', >= '0' and <= '9', >= '0' and <= '9', ':', >= '0' and <= '9', >= '0' and <= '9'];
}
