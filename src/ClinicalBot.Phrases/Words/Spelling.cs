namespace ClinicalBot.Phrases.Words;

/// <summary>Optimal string alignment distance, bounded: one slip in five to seven letters, two from eight.</summary>
internal static class Spelling
{
    /// <summary>Shorter words are never corrected: "able" and "table", "no" and "on" are too near.</summary>
    public const int MinLength = 5;

    /// <summary>No vocabulary word is longer; a longer string is not compared at all.</summary>
    public const int MaxLength = 24;

    /// <summary>Slips forgiven in a word of this length.</summary>
    public static int Allowed(int length) => length < MinLength ? 0 : length < 8 ? 1 : 2;

    /// <summary>The word with each two neighbors swapped.</summary>
    public static IEnumerable<string> Swaps(string word)
    {
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (word[i] != word[i + 1])
            {
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }
        }
    }

    /// <summary>Slips between two words, a swap of neighbors counting one; more than <paramref name="max"/> is reported as max + 1.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int max)
    {
        if (Math.Abs(a.Length - b.Length) > max || a.Length > MaxLength || b.Length > MaxLength)
        {
            return max + 1;
        }

        // Words further apart than this differ in more places than are forgiven: only the cells near the diagonal are filled.
        var far = max + 1;
        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> previous = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        before.Fill(far);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = Math.Min(j, far);
        }

        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            current.Fill(far);
            current[0] = Math.Min(i, far);
            var least = current[0];
            for (var j = Math.Max(1, i - max); j <= Math.Min(b.Length, i + max); j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = Math.Min(best, far);
                least = Math.Min(least, current[j]);
            }

            if (least > max && leastBefore > max)
            {
                return far;
            }

            leastBefore = least;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
