using System.Globalization;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Reference;

/// <summary>Cuts texts and queries into the same words: one spelling, no plurals, a number together with its unit.</summary>
internal static class ReferenceWords
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["h"] = "h", ["hr"] = "h", ["hrs"] = "h", ["hour"] = "h", ["hourly"] = "h",
        ["min"] = "min", ["mins"] = "min", ["minute"] = "min",
        ["ml"] = "ml", ["mls"] = "ml", ["cc"] = "ml", ["milliliter"] = "ml", ["millilitre"] = "ml",
        ["%"] = "%", ["percent"] = "%", ["pct"] = "%",
    };

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["six"] = "6", ["twelve"] = "12",
    };

    /// <summary>"2 to 4 Hours of haematomas" is 2h, 4h, of, hematoma.</summary>
    public static List<string> Of(string text)
    {
        var parts = Parts(TypedText.Normalize(text)).Select(Plain).ToList();
        var words = new List<string>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (!char.IsAsciiDigit(parts[i][0]))
            {
                words.Add(parts[i]);
                continue;
            }

            // "2 to 4 h": the unit stands behind the second number only.
            var range = i + 3 < parts.Count && parts[i + 1] is "to" or "-" or "or" or "and" && char.IsAsciiDigit(parts[i + 2][0]);
            var own = i + 1 < parts.Count ? Units.GetValueOrDefault(parts[i + 1]) : null;
            words.Add(parts[i] + (own ?? (range ? Units.GetValueOrDefault(parts[i + 3]) : null)));
            i += own is null ? 0 : 1;
        }

        words.RemoveAll(word => word is "-" or "%" or "the" or "a" or "an" or "his" or "her" or "their");
        return words;
    }

    /// <summary>For hours the source document does not name, and for minutes, the band they lie in; otherwise the word itself.</summary>
    public static string Band(string word)
    {
        var length = word.EndsWith('h') ? 1 : word.EndsWith("min", StringComparison.Ordinal) ? 3 : 0;
        if (length == 0 || !double.TryParse(word.AsSpan(0, word.Length - length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return word;
        }

        return (length == 1 ? number : number / 60) switch
        {
            2 or 3 or 4 or 24 or 48 => FormattableString.Invariant($"{(length == 1 ? number : number / 60)}h"),
            < 4 => "underfour",
            < 24 => "overfour",
            _ => "overday",
        };
    }

    /// <summary>British "ae" becomes "e"; a plural becomes its singular. "Stats" is no plural of "stat".</summary>
    private static string Plain(string part)
    {
        if (!char.IsLetter(part[0]) || part.Length < 3)
        {
            return Numbers.GetValueOrDefault(part, part);
        }

        var word = part.Replace("ae", "e", StringComparison.Ordinal);
        if (word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return Numbers.GetValueOrDefault(word)
            ?? (word is not "stats" and [.., not 's' and not 'u' and not 'i', 's'] && word.Length > 3 && !char.IsAsciiDigit(word[1]) ? word[..^1] : word);
    }

    /// <summary>Statement ids such as "s02a" and levels such as "l4", numbers, "%" and "-", and runs of letters. Read in one pass.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = PartAt(text, at);
            if (length > 0)
            {
                yield return text.Substring(at, length);
            }

            at += Math.Max(1, length);
        }
    }

    private static int PartAt(string text, int at)
    {
        var c = text[at];
        return c is '%' or '-' ? 1
            : char.IsAsciiDigit(c) ? NumberAt(text, at)
            : !char.IsLetter(c) ? 0
            : IdAt(text, at) is > 0 and var id ? id
            : Run(text, at, char.IsLetter);
    }

    /// <summary>A letter, one or two digits, and perhaps "a" or "b" at the end of a word.</summary>
    private static int IdAt(string text, int at)
    {
        var digits = char.IsAsciiLetterLower(text[at]) ? Run(text, at + 1, char.IsAsciiDigit) : 0;
        if (digits is 0 or > 2)
        {
            return 0;
        }

        var end = at + 1 + digits;
        var hasHalf = end < text.Length && text[end] is 'a' or 'b'
            && (end + 1 == text.Length || !(char.IsAsciiLetterLower(text[end + 1]) || char.IsAsciiDigit(text[end + 1])));
        return 1 + digits + (hasHalf ? 1 : 0);
    }

    private static int NumberAt(string text, int at)
    {
        var whole = Run(text, at, char.IsAsciiDigit);
        var after = at + whole;
        var decimals = after < text.Length && text[after] == '.' ? Run(text, after + 1, char.IsAsciiDigit) : 0;
        return whole + (decimals > 0 ? 1 + decimals : 0);
    }

    private static int Run(string text, int at, Func<char, bool> isOfRun)
    {
        var end = at;
        while (end < text.Length && isOfRun(text[end]))
        {
            end++;
        }

        return end - at;
    }
}
