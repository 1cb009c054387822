using System.Text.RegularExpressions;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Package;

namespace ClinicalBot.Tests.Hosting;

/// <summary>A control in the hazard log is proven by tests that exist.</summary>
public sealed class HazardLogTests
{
    private static readonly string Root = Repository.Root;
    private static readonly Regex Quoted = new("`(?<type>[A-Za-z]+)(\\.(?<method>[A-Za-z_0-9]+))?`", RegexOptions.NonBacktracking);

    private static readonly Lazy<string> Tests = new(() =>
        string.Join('\n', Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)));

    public static TheoryData<string, string> Hazards
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var cells in File.ReadLines(Path.Combine(Root, "docs", "hazard-log.md")).Select(line => line.Split('|'))
                .Where(cells => cells.Length > 7 && int.TryParse(cells[1], out _)))
            {
                rows.Add(cells[1].Trim(), cells[6]);
            }

            return rows;
        }
    }

    [Fact]
    public void There_are_hazards() => Assert.True(Hazards.Count > 20);

    [Theory]
    [MemberData(nameof(Hazards))]
    public void Each_names_tests_that_exist(string number, string tests)
    {
        var named = Quoted.Matches(tests);
        Assert.True(named.Count > 0, $"Hazard {number} names no test.");
        Assert.All(named, test =>
        {
            Assert.Contains($"class {test.Groups["type"].Value}", Tests.Value, StringComparison.Ordinal);
            Assert.True(!test.Groups["method"].Success
                || Tests.Value.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal), $"No test is called {test.Value}.");
        });
    }
}
