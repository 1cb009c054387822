using System.Reflection;
using System.Text.RegularExpressions;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Package;

namespace ClinicalBot.Tests.Hosting;

/// <summary>One message must not hold a core: no expression of the program backtracks. What the compiler can see is in BannedSymbols.txt.</summary>
public sealed class RegexTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_expression_backtracks()
    {
        var types = Directory.GetFiles(AppContext.BaseDirectory, "ClinicalBot*.dll")
            .Where(file => !Path.GetFileName(file).Contains("Test", StringComparison.Ordinal))
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .ToList();
        // Some are made at their first use.
        var properties = types.SelectMany(type => type.GetProperties(Any)).Where(property => property.PropertyType == typeof(Regex))
            .Select(property => (Name: $"{property.DeclaringType!.FullName}.{property.Name}", ((Regex)property.GetValue(null)!).Options)).ToList();
        var expressions = types.SelectMany(type => type.GetFields(Any)).Where(field => field.FieldType == typeof(Regex))
            .Select(field => (Name: $"{field.DeclaringType!.FullName}.{field.Name}", ((Regex)field.GetValue(null)!).Options))
            .Concat(properties)
            .ToList();
        Assert.NotEmpty(expressions);
        Assert.All(expressions, each => Assert.True(each.Options.HasFlag(RegexOptions.NonBacktracking), each.Name + " backtracks."));
    }

    [Fact]
    public void Every_expression_is_kept_where_the_test_above_sees_it()
    {
        var sources = Path.Combine(Repository.Root, "src");
        var made = Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains("new Regex(", StringComparison.Ordinal))
                .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        Assert.Empty(made);
    }
}
