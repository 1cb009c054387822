using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Finds line and column, from 1, of a JSON pointer. Only for errors: it reads the text again.</summary>
internal static class SourcePlace
{
    public static (int Line, int Column) Of(ReadOnlySpan<byte> utf8, string pointer)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        foreach (var step in pointer.Split('/').Skip(1))
        {
            Enter(ref reader, step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        var before = utf8[..(int)reader.TokenStartIndex];
        return (before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }

    private static void Enter(ref Utf8JsonReader reader, string step)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        for (var index = 0; reader.Read(); index++)
        {
            if (isArray ? index.ToString(System.Globalization.CultureInfo.InvariantCulture) == step : reader.ValueTextEquals(step))
            {
                if (!isArray)
                {
                    reader.Read();
                }

                return;
            }

            if (!isArray)
            {
                reader.Read();
            }

            reader.Skip();
        }
    }
}
