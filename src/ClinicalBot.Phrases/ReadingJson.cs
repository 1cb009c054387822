using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.Phrases;

/// <summary>A reading as one line of JSON: what was found by path, the block time, what is asked and why, what was not understood.</summary>
public static class ReadingJson
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mmzzz";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one reading. Properties without a value are left out.</summary>
    public static string Write(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Without(
            ("findings", Without(
                [.. FindingTable.GravestFirst.Select(row => (row.Path, (JsonNode?)row.Known(reading))),
                (FindingPaths.Agent, reading.Agent),
                (FindingPaths.Concentration, reading.ConcentrationPercent?.ToString(CultureInfo.InvariantCulture)),
                (FindingPaths.Volume, reading.VolumePerLevelMl?.ToString(CultureInfo.InvariantCulture)),
                (FindingPaths.Side, reading.Side),
                (FindingPaths.Levels, reading.Levels),
                ("knownEarlierDeficit", reading.KnownEarlierDeficit ? "yes" : null)])),
            (FindingPaths.BlockTime, Time(reading.BlockTime)),
            ("asked", List(reading.Doubts.Select(doubt =>
                new JsonObject { ["finding"] = doubt.Finding, ["why"] = Name(doubt.Kind), ["quote"] = doubt.Quote }))),
            ("notUnderstood", List(reading.NotUnderstood.Select(word => JsonValue.Create(word)))),
            ("answer", reading.ContextSkipped ? "skip" : Name(reading.Confirmation)),
            ("outside", Name(reading.Outside)),
            ("language", reading.Language),
            ("tooLong", reading.TooLong ? "yes" : null)).ToJsonString(Options);
    }

    private static JsonObject Without(params (string Name, JsonNode? Value)[] properties) =>
        new(properties.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)));

    private static JsonArray? List(IEnumerable<JsonNode> nodes) => new JsonArray([.. nodes]) is { Count: > 0 } list ? list : null;

    private static string? Time(BlockTimeReading? time) => time switch
    {
        BlockTimeReading.Known known => known.At.ToString(Minutes, CultureInfo.InvariantCulture) + (known.NeedsConfirmation ? " (to be confirmed)" : ""),
        BlockTimeReading.Unknown => "unknown",
        BlockTimeReading.Refused refused => "refused: " + refused.At.ToString(Minutes, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Name(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
