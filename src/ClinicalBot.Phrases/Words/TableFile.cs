using System.Reflection;

namespace ClinicalBot.Phrases.Words;

/// <summary>Reads the tab-separated files of a language, which are part of the assembly. Lines that begin with "#" are notes.</summary>
internal static class TableFile
{
    private const string Prefix = "Vocabulary.en.";

    /// <summary>The names of all files of the language, without their folder.</summary>
    public static IEnumerable<string> Names =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
            name[Prefix.Length..]).Order(StringComparer.Ordinal);

    /// <summary>The rows of a file, cell by cell.</summary>
    /// <param name="name">e.g. "cues.tsv".</param>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"No vocabulary file {name}.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows;
    }
}
