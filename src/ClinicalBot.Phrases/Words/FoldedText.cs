using System.Globalization;
using System.Text;

namespace ClinicalBot.Phrases.Words;

/// <summary>Text in one plain form, and where each of its characters came from. Lower case, compatibility-composed (full-width digits become digits),
/// apostrophes dropped ("can't" is "cant"), every dash "-", every space " ", line ends kept, tabs kept.</summary>
/// <param name="Text">The plain form.</param>
/// <param name="Origins">For each character of <paramref name="Text"/>, its index in what was typed; one more at the end for the typed length.</param>
internal sealed record FoldedText(string Text, IReadOnlyList<int> Origins)
{
    private const string Male = " male";
    private const string Female = " female";

    /// <summary>What makes "is" of the "s" that follows.</summary>
    private const string Is = " i";

    private static readonly HashSet<string> Nouns = [.. TableFile.Rows("contractions.tsv").SelectMany(row => row[0].Split('|'))];

    /// <summary>Each ASCII character in lower case, as a string made once.</summary>
    private static readonly string[] Lower = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString().ToLowerInvariant())];

    /// <summary>Folds what was typed. Lone surrogates become spaces, because normalization refuses them.</summary>
    public static FoldedText Of(string typed)
    {
        var plain = new StringBuilder(typed.Length + 16);
        var origins = new List<int>(typed.Length + 16);
        var shouts = !typed.Any(char.IsLower);
        var at = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            // "60M" is a man of sixty, "60m" may be an hour; "the other foot's numb".
            var folded = !shouts && rune.Value is 'M' or 'F' && at > 0 && char.IsAsciiDigit(typed[at - 1]) && EndsWord(typed, at)
                ? rune.Value == 'M' ? Male : Female
                : rune.Value is '\'' or 0x2019 && at + 1 < typed.Length && typed[at + 1] is 's' or 'S' && EndsWord(typed, at + 1) && EndsInNoun(plain) ? Is
                : Fold(rune, plain.Length > 0 ? plain[^1] : '\n');
            plain.Append(folded);
            for (var i = 0; i < folded.Length; i++)
            {
                origins.Add(at);
            }

            at += rune.Utf16SequenceLength;
        }

        origins.Add(typed.Length);
        return new FoldedText(plain.ToString(), origins);
    }

    /// <summary>The typed words that a stretch of the plain form stands for.</summary>
    public string Typed(string typed, int start, int end)
    {
        var last = end >= Origins.Count - 1 ? typed.Length : Origins[end];
        return typed[Origins[start]..last].Trim();
    }

    private static string Fold(Rune rune, char before) => rune.Value switch
    {
        '\'' or '`' or 0x2018 or 0x2019 or 0x02BC or 0x00B4 or 0x2032 => "",
        '\n' or '\r' or 0x2028 or 0x2029 => "\n",
        '\t' => "\t",
        // A quarter, a half, three quarters: "2½" is 2.5, "½" is 0.5.
        0x00BC or 0x00BD or 0x00BE => (char.IsAsciiDigit(before) ? "" : "0") + (rune.Value == 0x00BC ? ".25" : rune.Value == 0x00BD ? ".5" : ".75"),
        // The numero sign would be normalized to the word "no".
        0x2116 => "#",
        0x2044 => "/",
        0xFFFD => " ",
        > ' ' and < 0x7F => Lower[rune.Value],
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            // Zero-width joiners, soft hyphens and emoji variation selectors.
            UnicodeCategory.Format => "",
            UnicodeCategory.NonSpacingMark when rune.Value is >= 0xFE00 and <= 0xFE0F => "",
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Control => before == ' ' ? "" : " ",
            _ => rune.ToString().Normalize(NormalizationForm.FormKC).Replace('\u2044', '/').ToLowerInvariant(),
        },
    };

    private static bool EndsWord(string typed, int at) => at + 1 == typed.Length || !char.IsLetterOrDigit(typed[at + 1]);

    /// <summary>The last word is one behind which "'s" stands for "is".</summary>
    private static bool EndsInNoun(StringBuilder plain)
    {
        var start = plain.Length;
        while (start > 0 && plain.Length - start <= Spelling.MaxLength && char.IsLetter(plain[start - 1]))
        {
            start--;
        }

        return Nouns.Contains(plain.ToString(start, plain.Length - start));
    }
}
