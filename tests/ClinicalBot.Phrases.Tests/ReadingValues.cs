using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The values of a reading by the paths and words of the API.</summary>
internal static class ReadingValues
{
    private static readonly string[] Needed = [.. FindingTable.All.Where(row => row.Topic != Topic.Context).Select(row => row.Path)];

    /// <summary>What was said, by path.</summary>
    public static Dictionary<string, string> Of(Reading reading) => FindingTable.All.Select(row => (row.Path, Value: (object?)row.Known(reading)))
        .Concat([
            ("context.agent", reading.Agent), ("context.side", reading.Side), ("context.levels", reading.Levels),
            ("context.volumePerLevelMl", reading.VolumePerLevelMl), ("context.concentrationPercent", reading.ConcentrationPercent),
        ])
        .Where(v => v.Value is not null).ToDictionary(v => v.Path, v => Camel(v.Value!.ToString()!), StringComparer.Ordinal);

    /// <summary>What is still to be asked before a review.</summary>
    public static IEnumerable<string> Open(IReadOnlyDictionary<string, string> values, Reading reading) =>
        Needed.Where(path => !values.ContainsKey(path) && !(path == "distribution"
            && values.GetValueOrDefault("numbness") == "resolved")).Concat(reading.BlockTime is BlockTimeReading.Known ? [] : ["blockTime"]);

    private static string Camel(string value) => char.ToLowerInvariant(value[0]) + value[1..];
}
