namespace ClinicalBot.Testing;

/// <summary>Where the sources are, from wherever the tests were built to.</summary>
public static class Repository
{
    /// <summary>The folder of ClinicalBot.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A file or folder of it.</summary>
    /// <param name="parts">Its path from the root, such as "docs", "protocol.md".</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "ClinicalBot.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("ClinicalBot.sln is in no folder above the tests."));
}
