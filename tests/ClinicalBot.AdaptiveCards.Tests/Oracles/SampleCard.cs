using System.Text.Json.Nodes;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>A template and one of its samples: NAME.sample.json or NAME.CASE.sample.json.</summary>
internal sealed record SampleCard(string Template, string Sample)
{
    public string Name => Path.GetFileName(Sample)[..^".sample.json".Length];

    public byte[] TemplateUtf8 => File.ReadAllBytes(Template);

    public JsonNode Data => field ??= JsonNode.Parse(File.ReadAllText(Sample))!;

    public static IReadOnlyList<SampleCard> All { get; } = [.. CardFolders.All().SelectMany(In)];

    public static IEnumerable<string> Templates => CardFolders.All()
        .SelectMany(directory => Directory.GetFiles(directory, "*.json"))
        .Where(file => !file.EndsWith(".sample.json", StringComparison.Ordinal));

    private static IEnumerable<SampleCard> In(string directory) => Directory.GetFiles(directory, "*.sample.json")
        .Order(StringComparer.Ordinal)
        .Select(sample => new SampleCard(Path.Combine(directory, Path.GetFileName(sample).Split('.')[0] + ".json"), sample));
}
