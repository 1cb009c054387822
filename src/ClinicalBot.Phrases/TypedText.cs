using System.Text;

namespace ClinicalBot.Phrases;

/// <summary>
/// The door for everything people type or send with a card: what passes it has a bounded length and no run of white space, so that no
/// reader behind it has to guard itself.
/// </summary>
public static class TypedText
{
    /// <summary>Longer texts are not read.</summary>
    public static int MaxLength => PhraseText.MaxLength;

    /// <summary>
    /// Runs of white space as one space, or as one line end when there is one among them; none at the ends. Of what is longer than
    /// <see cref="MaxLength"/> one character more is left, so that every reader still sees that it is too long.
    /// </summary>
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
}
