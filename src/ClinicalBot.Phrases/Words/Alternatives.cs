namespace ClinicalBot.Phrases.Words;

/// <summary>Phrases written once for many: "{unable to;cannot} {ask;test}" stands for four, and an empty alternative for a word that may be left out.</summary>
internal static class Alternatives
{
    /// <summary>All phrases a pattern stands for; a pattern without braces stands for itself.</summary>
    /// <exception cref="InvalidOperationException">A brace is not closed.</exception>
    public static IEnumerable<string> Of(string pattern) =>
        pattern.Contains('{', StringComparison.Ordinal) ? Expand(pattern).Select(Single).Distinct() : [pattern];

    /// <summary>The parts of a pattern in order, each with all that may stand there, word by word.</summary>
    /// <exception cref="InvalidOperationException">A brace is not closed.</exception>
    public static IReadOnlyList<string[][]> Parts(string pattern)
    {
        var parts = new List<string[][]>();
        var (start, isOpen) = (0, false);
        for (var i = 0; i <= pattern.Length; i++)
        {
            isOpen = i < pattern.Length && (pattern[i] == '{' || isOpen && pattern[i] != '}');
            if (!isOpen && (i == pattern.Length || pattern[i] == ' '))
            {
                parts.Add([.. Of(pattern[start..i]).Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
                start = i + 1;
            }
        }

        return parts;
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        var close = pattern.IndexOf('}', open);
        if (close < 0)
        {
            throw new InvalidOperationException($"A brace of \"{pattern}\" is not closed.");
        }

        var rest = Expand(pattern[(close + 1)..]).ToList();
        return pattern[(open + 1)..close].Split(';').SelectMany(each => rest.Select(tail => pattern[..open] + each + tail));
    }

    /// <summary>With single spaces, as words are joined.</summary>
    private static string Single(string phrase) => string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
