using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;
using ClinicalBot.Testing;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Words are rows, not code; nothing is carried from clause to clause by a flag; a file is read at one sitting.</summary>
public sealed class SourceTests
{
    private const int MostLines = 149;

    /// <summary>The rows of the findings, and the names of JSON properties.</summary>
    private static readonly string[] Tables = ["FindingTable.cs", "ReadingJson.cs"];

    private static readonly IReadOnlyList<(string Name, string[] Lines)> Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ClinicalBot.Phrases"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(file), File.ReadAllLines(file))),
    ];

    /// <summary>A name stands in a constant, the name of a table where it is read, and an exception's message where it is thrown.</summary>
    [Fact]
    public void NoWordStandsInTheCode() => Assert.Equal([], Files.Where(file => !Tables.Contains(file.Name))
        .SelectMany(file => file.Lines.Where(line => !IsDeclared(line)).SelectMany(Literals).Select(literal => $"{file.Name}: {literal}")));

    [Fact]
    public void EveryNameIsDeclaredOnce() => Assert.Equal([], Files.SelectMany(file => file.Lines)
        .Where(line => line.Contains("const string", StringComparison.Ordinal)).SelectMany(Literals).GroupBy(name => name).Where(name => name.Count() > 1)
        .Select(name => name.Key));

    [Fact]
    public void NoFlagIsSetBetweenClauses() => Assert.Equal([], typeof(Clause).Assembly.GetTypes().Where(type => !IsMade(type))
        .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly).Where(field => field.FieldType == typeof(bool) && field is { IsInitOnly: false, IsLiteral: false })
            .Select(field => $"{type.Name}.{field.Name}")));

    [Fact]
    public void NoFileIsLong() =>
        Assert.Equal([], Files.Where(file => file.Lines.Length > MostLines).Select(file => $"{file.Name}: {file.Lines.Length}"));

    /// <summary>A class of words that nothing names, or that no word is of, is a rule that never holds.</summary>
    [Fact]
    public void EveryClassOfWordsIsNamedAndHasWords()
    {
        var rewrites = TableFile.Rows("rewrites.tsv").ToList();
        var code = string.Join('\n', Files.Where(file => file.Name != "WordClasses.cs").SelectMany(file => file.Lines)
            .Concat(rewrites.SelectMany(row => row[..3]))
            .Concat(TableFile.Rows("implied.tsv").Select(row => row[1])));
        var words = Phrasebook.Phrases.Select(each => each.Term).Concat(Enum.GetValues<Made>().Select(made => made.Word()))
            .Concat(rewrites.Select(row => Term.Of(row[6..]))).Distinct().Select(term => new Lexeme(term, 0, 0)).ToList();

        // Of a word the vocabulary lacks ("week" for "weak") the row is all there is.
        Assert.Equal([], TableFile.Rows("classes.tsv").Where(row => !row[1].StartsWith("unknown:", StringComparison.Ordinal))
            .Select(row => Enum.Parse<WordClass>(row[0])).Where(each => !words.Has(each)));
        Assert.Equal([], Enum.GetNames<WordClass>().Where(name => !Regex.IsMatch(code, $@"\b{name}\b", RegexOptions.NonBacktracking)));
    }

    private static bool IsDeclared(string line) =>
        new[] { "const string", "throw ", "Exception(", ".tsv\"" }.Any(declares => line.Contains(declares, StringComparison.Ordinal));

    /// <summary>The strings of a line with a letter in them, outside of comments, escapes and what is filled in.</summary>
    private static IEnumerable<string> Literals(string line)
    {
        var code = Regex.Replace(line, """'(\\.|[^\\'])[^']*'""", " ", RegexOptions.NonBacktracking);
        var strings = Regex.Matches(code.Split("//")[0], """\$?"(\\.|[^"\\])*" """.TrimEnd(), RegexOptions.NonBacktracking);
        return strings.Select(match => match.Value).Where(text => Regex.Replace(text, text[0] == '$' ? @"\{[^}]*\}|\\." : @"\\u[0-9a-f]{4}|\\.", "",
            RegexOptions.NonBacktracking).Any(char.IsLetter));
    }

    private static bool IsMade(Type type) =>
        type.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || type.DeclaringType is { } outer && IsMade(outer);
}
