namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Finds things in the repository from wherever the tests were built to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The product's cards and, so that the engine has hard cases whatever those need, the cards of this project.</summary>
    public static IEnumerable<string> CardDirectories() =>
        new[] { Path.Combine(Root, "cards"), Path.Combine(Root, "tests", "ClinicalBot.AdaptiveCards.Tests", "Cards") }.Where(Directory.Exists);

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "ClinicalBot.sln"))
            ? directory.FullName
            : Find(directory.Parent ?? throw new InvalidOperationException("ClinicalBot.sln is in no directory above the tests"));
}
