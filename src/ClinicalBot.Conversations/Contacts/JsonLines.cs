using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Finds the line of a place in a JSON file, for complaints about what stands there.</summary>
internal static class JsonLines
{
    /// <summary>The line, from 1; that of the last part that is there when the rest is not.</summary>
    /// <param name="json">UTF-8; can be read.</param>
    /// <param name="place">Names of properties and numbers in arrays, from the outside.</param>
    public static int Of(ReadOnlySpan<byte> json, IEnumerable<string> place)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var found = reader.TokenStartIndex;
        foreach (var part in place)
        {
            var isThere = reader.TokenType switch
            {
                JsonTokenType.StartArray => int.TryParse(part, CultureInfo.InvariantCulture, out var number) && ToItem(ref reader, number),
                JsonTokenType.StartObject => ToProperty(ref reader, part),
                _ => false,
            };
            if (!isThere)
            {
                break;
            }

            found = reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
            }
        }

        return json[..(int)found].Count((byte)'\n') + 1;
    }

    /// <summary>The first property of the outermost object whose name, whatever its case, stands there before; null when none does.</summary>
    /// <param name="json">UTF-8; can be read.</param>
    public static (string Name, int Line)? Twice(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.GetString() is { } name && !names.Add(name))
            {
                return (name, json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
            }

            reader.Read();
            reader.Skip();
        }

        return null;
    }

    /// <summary>The line of what could not be read, from 1. For what is JSON and does not fit, the exception knows the place and not its line.</summary>
    public static int Of(byte[] json, JsonException wrong)
    {
        try
        {
            using var whole = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Of(json, (wrong.Path ?? "$")[1..].Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (JsonException broken)
        {
            return (int)(broken.LineNumber ?? 0) + 1;
        }
    }

    private static bool ToProperty(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    private static bool ToItem(ref Utf8JsonReader reader, int number)
    {
        for (var at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            if (at == number)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
