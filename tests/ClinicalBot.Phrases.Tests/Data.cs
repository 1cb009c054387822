using System.Text.Json;
using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The phrases of the tests, which are data: <c>Data/phrases.tsv</c> and <c>Data/ward*.jsonl</c>.</summary>
internal static class Data
{
    /// <summary>One row of <c>phrases.tsv</c>.</summary>
    internal sealed record Row(bool IsTrap, string Statement, Topic? Topic, string Text, string Expected);

    /// <summary>All rows of <c>phrases.tsv</c>.</summary>
    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. Lines("phrases.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(cell => new Row(cell[0] == "trap", cell[1], TopicOf(cell[2]), cell[3].Replace("\\n", "\n", StringComparison.Ordinal), cell[4] == "-"
                ? "" : cell[4])),
    ];

    /// <summary>The lines of a file of the tests.</summary>
    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", name));

    /// <summary>The rows of a file of messages with expectations, one JSON object a line.</summary>
    public static IEnumerable<JsonElement> Messages(string name) => Lines(name).Where(line => line.Length > 0).Select(line =>
        JsonDocument.Parse(line).RootElement);

    /// <summary>"redFlags" is the question about the red flags; "-" and null are none.</summary>
    public static Topic? TopicOf(string? name) => name is null or "-" ? null : Enum.Parse<Topic>(name, ignoreCase: true);
}
