namespace ClinicalBot.Phrases.Words;

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
