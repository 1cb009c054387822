using System.Reflection;

namespace ClinicalBot.Phrases.Words;

/// <summary>Reads the tab-separated files of a language, which are part of the assembly. Lines that begin with "#" are notes.</summary>
internal static class TableFile
{
    private const string Prefix = "Vocabulary.en.";

    private const string Words = Prefix + "words.";

    /// <summary>The rows of all files of words: kind, id, form and phrases.</summary>
    public static IEnumerable<string[]> WordRows => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Words, StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(name => Rows(name[Prefix.Length..]));

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

/// <summary>What one thing is called, by the rows of the vocabulary: the same names for the reader and for a lookup.</summary>
public static class ValueSet
{
    /// <summary>Every phrase of a term, in the order of its rows.</summary>
    /// <param name="name">Kind and id as a row has them, such as "quality/drug" or "agent/mepivacaine".</param>
    /// <exception cref="InvalidOperationException">No row has them.</exception>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> phrases =
        [
            .. TableFile.WordRows.Where(row => $"{row[0]}/{row[1]}" == name).SelectMany(row => row[3].Split('|')),
        ];
        return phrases.Count > 0 ? phrases : throw new InvalidOperationException($"No row of the vocabulary is of {name}.");
    }
}
