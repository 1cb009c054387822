using System.Text.RegularExpressions;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Package;

namespace ClinicalBot.Tests.Hosting;

/// <summary>No namespace under src depends on itself by way of others: what is above may use what is below, never the other way round.</summary>
public sealed partial class NamespaceCircleTests
{
    [Fact]
    public void No_namespaces_depend_on_one_another_in_a_circle()
    {
        var dependencies = Read();
        Assert.True(dependencies.Count > 20, "The sources were not found.");
        Assert.Null(FindCircle(dependencies));
    }

    [Fact]
    public void A_circle_is_found()
    {
        Dictionary<string, HashSet<string>> three = new() { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] };
        Assert.Equal("A -> B -> C -> A", FindCircle(three));
    }

    /// <summary>The namespaces of each project's files, and those that their usings name.</summary>
    private static Dictionary<string, HashSet<string>> Read()
    {
        var read = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        foreach (var text in files.Select(File.ReadAllText))
        {
            if (Namespace().Match(text) is { Success: true } declared)
            {
                var name = declared.Groups["name"].Value;
                read.TryAdd(name, new HashSet<string>(StringComparer.Ordinal));
                read[name].UnionWith(Using().Matches(text).Select(match => match.Groups["name"].Value).Where(used => used != name));
            }
        }

        foreach (var used in read.Values)
        {
            used.RemoveWhere(name => !read.ContainsKey(name));
        }

        return read;
    }

    private static string? FindCircle(Dictionary<string, HashSet<string>> dependencies)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in dependencies.Keys)
        {
            if (Follow(start, []) is { } circle)
            {
                return circle;
            }
        }

        return null;

        string? Follow(string at, List<string> path)
        {
            if (path.IndexOf(at) is >= 0 and var from)
            {
                return string.Join(" -> ", [.. path.Skip(from), at]);
            }

            if (!done.Contains(at))
            {
                path.Add(at);
                if (dependencies[at].Select(next => Follow(next, path)).FirstOrDefault(found => found is not null) is { } circle)
                {
                    return circle;
                }

                path.RemoveAt(path.Count - 1);
                done.Add(at);
            }

            return null;
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (static )?(?<name>ClinicalBot[\w.]*)\b.*;", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Using();
}
