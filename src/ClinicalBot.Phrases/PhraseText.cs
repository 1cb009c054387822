using System.Globalization;
using System.Text;

namespace ClinicalBot.Phrases;

/// <summary>Makes one plain form of what keyboards, phones and paste buffers produce.</summary>
internal static class PhraseText
{
    /// <summary>Longer messages are pasted notes, not answers: they are not read, and the reading says so.</summary>
    public const int MaxLength = 2000;

    /// <summary>
    /// Lower case, compatibility-composed (full-width digits become digits), apostrophes dropped ("can't" is "cant"), every dash "-" and gone between letters, every
    /// other space " ", line ends kept. Lone surrogates become spaces, because normalization refuses them.
    /// </summary>
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        foreach (var rune in text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).EnumerateRunes())
        {
            Append(plain, rune);
        }

        var folded = plain.ToString().Normalize(NormalizationForm.FormKC).Replace('\u2044', '/').ToLowerInvariant().ToCharArray();
        for (var i = 1; i < folded.Length - 1; i++)
        {
            if (folded[i] == '-' && char.IsLetter(folded[i - 1]) && char.IsLetter(folded[i + 1]))
            {
                folded[i] = ' ';
            }
        }

        return new string(folded);
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        switch (rune.Value)
        {
            case '\'' or '`' or 0x2018 or 0x2019 or 0x02BC or 0x00B4 or 0x2032:
                return;
            case '\n' or '\r' or 0x2028 or 0x2029:
                plain.Append('\n');
                return;
            case 0x00BC:
                AppendFraction(plain, ".25");
                return;
            case 0x00BD:
                AppendFraction(plain, ".5");
                return;
            case 0x00BE:
                AppendFraction(plain, ".75");
                return;
            case 0x2116:
                // The numero sign would be normalized to the word "no".
                plain.Append('#');
                return;
            case 0xFFFD:
                plain.Append(' ');
                return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
            case UnicodeCategory.NonSpacingMark when rune.Value is >= 0xFE00 and <= 0xFE0F:
                // Zero-width joiners, soft hyphens and emoji variation selectors.
                return;
            case UnicodeCategory.DashPunctuation:
                plain.Append('-');
                return;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control:
                // "able  -  unable" is "able - unable".
                if (plain.Length == 0 || plain[^1] != ' ')
                {
                    plain.Append(' ');
                }

                return;
            default:
                plain.Append(rune.ToString());
                return;
        }
    }

    private static void AppendFraction(StringBuilder plain, string fraction)
    {
        if (plain.Length == 0 || !char.IsAsciiDigit(plain[^1]))
        {
            plain.Append('0');
        }

        plain.Append(fraction);
    }
}
