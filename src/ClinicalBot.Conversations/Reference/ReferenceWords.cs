using System.Globalization;
using System.Text.RegularExpressions;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Reference;

/// <summary>Cuts texts and queries into the same words: one spelling, no plurals, a number together with its unit.</summary>
internal static partial class ReferenceWords
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
        var parts = Parts().Matches(PhraseText.Normalize(text)).Select(match => Plain(match.Value)).ToList();
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

    /// <summary>British "ae" becomes "e"; a plural becomes its singular.</summary>
    private static string Plain(string part)
    {
        if (!char.IsLetter(part[0]) || part.Length < 3)
        {
            return Numbers.GetValueOrDefault(part, part);
        }

        var word = part.Replace("ae", "e", StringComparison.Ordinal);
        if (word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return Numbers.GetValueOrDefault(word)
            ?? (word is [.., not 's' and not 'u' and not 'i', 's'] && word.Length > 3 && !char.IsAsciiDigit(word[1]) ? word[..^1] : word);
    }

    [GeneratedRegex(@"[a-z]\d{1,2}(?:[ab](?![a-z0-9]))?(?!\d)|\d+(?:\.\d+)?|[%-]|\p{L}+")]
    private static partial Regex Parts();
}
