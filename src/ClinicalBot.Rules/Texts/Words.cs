using System.Globalization;
using System.Resources;

namespace ClinicalBot.Rules;

/// <summary>
/// Texts for people, by key, from <c>Words.resx</c>; in another language from <c>Words.LANGUAGE.resx</c>. A missing key is a defect and throws at start.
/// </summary>
internal static class Words
{
    /// <summary>Where the texts come from; a test puts a pseudo-language here.</summary>
    internal static ResourceManager Resources { get; set; } = new(typeof(Words));

    public static string Of(string key, CultureInfo? culture = null) =>
        Find(key, culture) ?? throw new InvalidOperationException($"Words.resx has no text '{key}'.");

    public static string? Find(string key, CultureInfo? culture = null) => Resources.GetString(key, culture ?? CultureInfo.InvariantCulture);

    /// <summary>All keys and texts, ordered by key.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var set = Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        foreach (System.Collections.DictionaryEntry text in set)
        {
            texts.Add((string)text.Key, (string)text.Value!);
        }

        return texts;
    }
}
