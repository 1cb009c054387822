using System.Diagnostics;

namespace ClinicalBot.Testing;

/// <summary>Where the sources are, from wherever the tests were built to.</summary>
public static class Repository
{
    /// <summary>The folder of ClinicalBot.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A file or folder of it.</summary>
    /// <param name="parts">Its path from the root, such as "docs", "protocol.md".</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files under version control that exist, as paths from the root.</summary>
    /// <param name="under">Folders or files, as paths from the root.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyList<string>> TrackedAsync(IEnumerable<string> under, CancellationToken cancellation)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", .. under]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var names = await git.StandardOutput.ReadToEndAsync(cancellation);
        await git.WaitForExitAsync(cancellation);
        return [.. names.Split('\n').Where(name => name.Length > 0 && File.Exists(Path.Combine(Root, name)))];
    }

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "ClinicalBot.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("ClinicalBot.sln is in no folder above the tests."));
}
