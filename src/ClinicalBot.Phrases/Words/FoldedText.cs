using System.Globalization;
using System.Text;

namespace ClinicalBot.Phrases.Words;

/// <summary>
/// Text in one plain form, and where each of its characters came from. Lower case, compatibility-composed (full-width digits become digits), apostrophes
/// dropped ("can't" is "cant"), every dash "-", every space " ", line ends kept, tabs kept.
/// </summary>
/// <param name="Text">The plain form.</param>
/// <param name="Origins">For each character of <paramref name="Text"/>, its index in what was typed; one more at the end for the typed length.</param>
internal sealed record FoldedText(string Text, IReadOnlyList<int> Origins)
{
    private const string Male = " male";
    private const string Female = " female";

    /// <summary>What makes "is" of the "s" that follows.</summary>
    private const string Is = " i";

    /// <summary>Folds what was typed. Lone surrogates become spaces, because normalization refuses them.</summary>
    public static FoldedText Of(string typed)
    {
        var folder = new Folder(typed.Length);
        var shouts = !typed.Any(char.IsLower);
        var at = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!shouts && rune.Value is 'M' or 'F' && IsSex(typed, at))
            {
                // "60M" is a man of sixty, "60m" may be an hour.
                folder.Append(rune.Value == 'M' ? Male : Female, at);
            }
            else if (rune.Value is '\'' or 0x2019 && folder.EndsInNoun() && IsContraction(typed, at))
            {
                // "the other foot's numb".
                folder.Append(Is, at);
            }
            else
            {
                folder.Add(rune, at);
            }

            at += rune.Utf16SequenceLength;
        }

        return folder.Fold(typed.Length);
    }

    private static bool IsContraction(string typed, int at) => at + 1 < typed.Length && typed[at + 1] is 's' or 'S' && EndsWord(typed, at + 1);

    private static bool IsSex(string typed, int at) => at > 0 && char.IsAsciiDigit(typed[at - 1]) && EndsWord(typed, at);

    private static bool EndsWord(string typed, int at) => at + 1 == typed.Length || !char.IsLetterOrDigit(typed[at + 1]);

    /// <summary>The typed words that a stretch of the plain form stands for.</summary>
    public string Typed(string typed, int start, int end)
    {
        var last = end >= Origins.Count - 1 ? typed.Length : Origins[end];
        return typed[Origins[start]..last].Trim();
    }

    private static readonly HashSet<string> Nouns = [.. TableFile.Rows("contractions.tsv").SelectMany(row => row[0].Split('|'))];

    /// <summary>Each ASCII character in lower case, as a string made once.</summary>
    private static readonly string[] Lower = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString().ToLowerInvariant())];

    private sealed class Folder(int length)
    {
        private readonly StringBuilder _plain = new(length + 16);
        private readonly List<int> _origins = new(length + 16);

        public void Add(Rune rune, int origin)
        {
            switch (rune.Value)
            {
                case '\'' or '`' or 0x2018 or 0x2019 or 0x02BC or 0x00B4 or 0x2032:
                    return;
                case '\n' or '\r' or 0x2028 or 0x2029:
                    Append("\n", origin);
                    return;
                case '\t':
                    Append("\t", origin);
                    return;
                case 0x00BC or 0x00BD or 0x00BE:
                    // A quarter, a half, three quarters: "2½" is 2.5, "½" is 0.5.
                    var zero = _plain.Length == 0 || !char.IsAsciiDigit(_plain[^1]) ? "0" : "";
                    Append(zero + (rune.Value == 0x00BC ? ".25" : rune.Value == 0x00BD ? ".5" : ".75"), origin);
                    return;
                case 0x2116:
                    // The numero sign would be normalized to the word "no".
                    Append("#", origin);
                    return;
                case 0x2044 or 0xFFFD:
                    Append(rune.Value == 0x2044 ? "/" : " ", origin);
                    return;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                case UnicodeCategory.NonSpacingMark when rune.Value is >= 0xFE00 and <= 0xFE0F:
                    // Zero-width joiners, soft hyphens and emoji variation selectors.
                    return;
                case UnicodeCategory.DashPunctuation:
                    Append("-", origin);
                    return;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control:
                    if (_plain.Length == 0 || _plain[^1] != ' ')
                    {
                        Append(" ", origin);
                    }

                    return;
                default:
                    Append(rune.IsAscii ? Lower[rune.Value] : rune.ToString().Normalize(NormalizationForm.FormKC).Replace('\u2044',
                        '/').ToLowerInvariant(), origin);
                    return;
            }
        }

        /// <summary>The last word is one behind which "'s" stands for "is".</summary>
        public bool EndsInNoun()
        {
            var start = _plain.Length;
            while (start > 0 && _plain.Length - start <= Spelling.MaxLength && char.IsLetter(_plain[start - 1]))
            {
                start--;
            }

            return Nouns.Contains(_plain.ToString(start, _plain.Length - start));
        }

        public FoldedText Fold(int typedLength)
        {
            _origins.Add(typedLength);
            return new FoldedText(_plain.ToString(), _origins);
        }

        public void Append(string text, int origin)
        {
            _plain.Append(text);
            for (var i = 0; i < text.Length; i++)
            {
                _origins.Add(origin);
            }
        }
    }
}
