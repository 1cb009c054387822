namespace ClinicalBot.Phrases.Words;

/// <summary>Slips of the keys: one is forgiven in five to seven letters, two from eight.</summary>
internal static class Spelling
{
    /// <summary>Shorter words are never corrected: "able" and "table", "no" and "on" are too near.</summary>
    public const int MinLength = 5;

    /// <summary>No vocabulary word is longer; a longer string is not compared at all.</summary>
    public const int MaxLength = 24;

    /// <summary>Slips forgiven in a word of this length.</summary>
    public static int Allowed(int length) => length < MinLength ? 0 : length < 8 ? 1 : 2;

    /// <summary>The word with each two neighbors swapped.</summary>
    public static IEnumerable<string> Swaps(string word) => Enumerable.Range(0, word.Length - 1).Where(i => word[i] != word[i + 1])
        .Select(i => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");

    /// <summary>Letters put in, left out, taken for another, or swapped with their neighbor between two words (optimal string alignment); more than
    /// <paramref name="max"/> is reported as max + 1. With two slips at most, trying each is quicker than a table of all.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int max)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.IsEmpty || b.IsEmpty || Math.Abs(a.Length - b.Length) > max || max == 0)
        {
            return Math.Min(Math.Max(a.Length, b.Length), max + 1);
        }

        var best = Math.Min(Distance(a[1..], b[1..], max - 1), Math.Min(Distance(a[1..], b, max - 1), Distance(a, b[1..], max - 1)));
        var isSwap = a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0];
        return 1 + (isSwap ? Math.Min(best, Distance(a[2..], b[2..], max - 1)) : best);
    }
}
