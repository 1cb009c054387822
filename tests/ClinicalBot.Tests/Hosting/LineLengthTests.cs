using System.Diagnostics;
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
        var files = await TrackedAsync();
        Assert.True(files.Count > 800, $"Only {files.Count} files were found.");
        Assert.Empty(files.Where(file => !RecordsAndSentences.Any(kind => file.EndsWith(kind, StringComparison.Ordinal))).SelectMany(TooLong));
    }

    private static IEnumerable<string> TooLong(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Index()
        // A drawing inside an address has no place for a break.
        .Where(line => line.Item.Length > Longest && !line.Item.Contains("data:image/", StringComparison.Ordinal))
        .Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} characters");

    private static async Task<IReadOnlyList<string>> TrackedAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "src", "tests"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        var names = await git.StandardOutput.ReadToEndAsync(stop);
        await git.WaitForExitAsync(stop);
        return [.. names.Split('\n').Where(name => name.Length > 0 && !name.EndsWith(".png", StringComparison.Ordinal))
            .Where(name => File.Exists(Path.Combine(Repository.Root, name)))];
    }
}
