using System.Text;

namespace ClinicalBot.Phrases;

/// <summary>The door for everything people type or send with a card: what passes it has a bounded length and no run of white space, so that no reader behind it
/// has to guard itself.</summary>
public static class TypedText
{
    /// <summary>Longer texts are documents, not answers or handovers: they are not read, and the reading says so.</summary>
    public const int MaxLength = 5000;

    /// <summary>Runs of white space as one space, or as one line end when there is one among them; none at the ends. Of what is longer than <see
    /// cref="MaxLength"/> one character more is left, so that every reader still sees that it is too long.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        var gap = '\0';
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c))
            {
                gap = c is '\n' or '\r' or '\u2028' or '\u2029' || gap == '\n' ? '\n' : ' ';
                continue;
            }

            if (gap != '\0' && folded.Length > 0)
            {
                folded.Append(gap);
            }

            gap = '\0';
            folded.Append(c);
            if (folded.Length > MaxLength)
            {
                return folded.ToString(0, MaxLength + 1);
            }
        }

        return folded.ToString();
    }

    /// <summary>Lower case, one kind of dash, space and digit, no apostrophes, no hyphens inside words; see <see cref="FoldedText"/>.</summary>
    internal static string Normalize(string text)
    {
        var folded = FoldedText.Of(text).Text;
        return string.Concat(folded.Select((c, i) =>
            c == '-' && i > 0 && i + 1 < folded.Length && char.IsLetter(folded[i - 1]) && char.IsLetter(folded[i + 1]) ? ' ' : c));
    }
}
