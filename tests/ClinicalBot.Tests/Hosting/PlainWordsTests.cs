using System.Text.RegularExpressions;
using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Texts, comments and docs name who is meant (the requester, the person called, a person, the caller): docs/wording.md.</summary>
public sealed partial class PlainWordsTests
{
    private static readonly string[] Folders =
    [
        "src", "docs", "appsettings.template.json", "contacts.template.json", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
    ];

    /// <summary>What people type is no text of ours; the style guide names the words to avoid.</summary>
    private static readonly string[] Elsewhere = ["src/ClinicalBot.Phrases/Vocabulary/", "docs/wording.md", "docs/reading.md"];

    [Fact]
    public async Task Nobody_is_called_whoever_or_somebody()
    {
        var files = (await Repository.TrackedAsync(Folders, TestContext.Current.CancellationToken))
            .Where(file => !file.EndsWith(".png", StringComparison.Ordinal))
            .Where(file => !Elsewhere.Any(part => file.StartsWith(part, StringComparison.Ordinal))).ToList();
        Assert.True(files.Count > 500, $"Only {files.Count} files were found.");
        Assert.Empty(files.SelectMany(Vague));
    }

    private static IEnumerable<string> Vague(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Index()
        .Where(line => VagueWord().IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"\b(?:whoever|somebody|somebody's)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VagueWord();
}
