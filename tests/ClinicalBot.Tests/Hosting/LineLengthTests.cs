using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Lines of src and tests are at most 160 characters: two of them fit beside each other in a review.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 160;

    /// <summary>Files of records, one a line, and of sentences that translators get whole: a break would change what they say.</summary>
    private static readonly string[] RecordsAndSentences = [".tsv", ".jsonl", ".json", ".sql", ".resx", "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"];

    [Fact]
    public async Task No_line_is_too_long()
    {
        var files = (await Repository.TrackedAsync(["src", "tests"], TestContext.Current.CancellationToken))
            .Where(file => !file.EndsWith(".png", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 800, $"Only {files.Count} files were found.");
        Assert.Empty(files.Where(file => !RecordsAndSentences.Any(kind => file.EndsWith(kind, StringComparison.Ordinal))).SelectMany(TooLong));
    }

    private static IEnumerable<string> TooLong(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Index()
        // A drawing inside an address has no place for a break.
        .Where(line => line.Item.Length > Longest && !line.Item.Contains("data:image/", StringComparison.Ordinal))
        .Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} characters");
}
