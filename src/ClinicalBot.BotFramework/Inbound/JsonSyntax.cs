using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Checks what the deserializer would let pass into a <see cref="JsonElement"/>, where it fails only when it is read: invalid
/// UTF-8 and half surrogate pairs. The whole document is checked, so that whatever is read later can be read.
/// </summary>
internal static class JsonSyntax
{
    /// <summary>What is wrong with the document; null when it is one well-formed object.</summary>
    public static string? Fault(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "The body is empty: send one activity as a JSON object.";
        }

        if (!Utf8.IsValid(utf8))
        {
            return "The body is not valid UTF-8: encode it as UTF-8.";
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ActivityParser.MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                {
                    return "The body must be one activity: send a JSON object, not an array or a value.";
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                    && reader.CurrentDepth >= ActivityParser.MaxDepth)
                {
                    return $"The body is nested too deeply: send at most {ActivityParser.MaxDepth} levels.";
                }

                if (reader.ValueIsEscaped && HasHalfSurrogatePair(reader.ValueSpan))
                {
                    return "A string holds half a surrogate pair: escape characters beyond U+FFFF as a pair.";
                }
            }
        }
        catch (JsonException e)
        {
            return $"The body is not well-formed JSON: correct it near byte {e.BytePositionInLine} of line {e.LineNumber + 1}.";
        }

        return null;
    }

    private static bool HasHalfSurrogatePair(ReadOnlySpan<byte> escaped)
    {
        var expectLow = false;
        for (var i = 0; i < escaped.Length; i++)
        {
            var isLow = false;
            var isHigh = false;
            if (escaped[i] == (byte)'\\')
            {
                i++;
                if (escaped[i] == (byte)'u' && Utf8Parser.TryParse(escaped.Slice(i + 1, 4), out ushort unit, out _, 'x'))
                {
                    isLow = char.IsLowSurrogate((char)unit);
                    isHigh = char.IsHighSurrogate((char)unit);
                    i += 4;
                }
            }

            if (expectLow != isLow)
            {
                return true;
            }

            expectLow = isHigh;
        }

        return expectLow;
    }
}
