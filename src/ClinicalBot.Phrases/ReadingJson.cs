using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClinicalBot.Phrases;

/// <summary>A reading as one line of JSON: what was found by path, the block time, what is asked and why, what was not understood.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one reading. Properties without a value are left out.</summary>
    public static string Write(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteFindings(json, reading);
            WriteText(json, "blockTime", Time(reading.BlockTime));
            WriteDoubts(json, reading);
            WriteNotUnderstood(json, reading);
            WriteText(json, "answer", reading.ContextSkipped ? "skip" : Name(reading.Confirmation));
            WriteText(json, "outside", Name(reading.Outside));
            WriteText(json, "language", reading.Language);
            WriteText(json, "tooLong", reading.TooLong ? "yes" : null);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteFindings(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartObject("findings");
        foreach (var row in FindingTable.GravestFirst)
        {
            WriteText(json, row.Path, row.Known(reading));
        }

        WriteText(json, "context.agent", reading.Agent);
        WriteText(json, "context.concentrationPercent", reading.ConcentrationPercent?.ToString(CultureInfo.InvariantCulture));
        WriteText(json, "context.volumePerLevelMl", reading.VolumePerLevelMl?.ToString(CultureInfo.InvariantCulture));
        WriteText(json, "context.side", reading.Side);
        WriteText(json, "context.levels", reading.Levels);
        WriteText(json, "knownEarlierDeficit", reading.KnownEarlierDeficit ? "yes" : null);
        json.WriteEndObject();
    }

    private static void WriteDoubts(Utf8JsonWriter json, Reading reading)
    {
        if (reading.Doubts.Count == 0)
        {
            return;
        }

        json.WriteStartArray("asked");
        foreach (var doubt in reading.Doubts)
        {
            json.WriteStartObject();
            json.WriteString("finding", doubt.Finding);
            json.WriteString("why", Name(doubt.Kind));
            json.WriteString("quote", doubt.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotUnderstood(Utf8JsonWriter json, Reading reading)
    {
        if (reading.NotUnderstood.Count == 0)
        {
            return;
        }

        json.WriteStartArray("notUnderstood");
        foreach (var word in reading.NotUnderstood)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string? Time(BlockTimeReading? time) => time switch
    {
        BlockTimeReading.Known known => known.At.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture) + (known.NeedsConfirmation
            ? " (to be confirmed)" : ""),
        BlockTimeReading.Unknown => "unknown",
        BlockTimeReading.Refused refused => "refused: " + refused.At.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Name(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
