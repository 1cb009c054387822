using System.Runtime.CompilerServices;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>The files beside the tests.</summary>
internal static class Repository
{
    private static readonly string root = Path.GetFullPath(Path.Combine(Here(), "../.."));

    public static string PathOf(string path) => Path.Combine(root, path);

    public static string[] ReadLines(string path) => File.ReadAllLines(PathOf(path));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
