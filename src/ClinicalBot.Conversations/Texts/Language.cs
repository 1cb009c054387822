using System.Collections.Concurrent;
using System.Globalization;

namespace ClinicalBot.Conversations.Texts;

/// <summary>
/// The language that texts are taken in: the current culture of the code that draws them. English is the invariant culture, so that nothing depends on the
/// machine. A language is known when <c>Text.LANGUAGE.resx</c> exists: nothing lists the languages.
/// </summary>
internal static class Language
{
    // The longest tag that RFC 5646 asks for.
    private const int LongestTag = 35;

    // More than there are; a sender who makes tags up fills no memory.
    private const int MostTags = 1000;

    // Asking the system what a tag means is slow, and every turn asks.
    private static readonly ConcurrentDictionary<string, CultureInfo?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>English, as it is written whatever the machine is set to.</summary>
    public static CultureInfo English => CultureInfo.InvariantCulture;

    /// <summary>Nothing is translated now.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Equals(English);

    /// <summary>The tag of the language spoken now, such as "de-AT", to be kept beside what was drawn in it.</summary>
    public static string Current => IsEnglish ? "en" : CultureInfo.CurrentUICulture.Name;

    /// <summary>The language of a tag; null when there is none of that name, or when it is not translated.</summary>
    /// <param name="tag">BCP 47, as Teams sends it.</param>
    public static CultureInfo? Find(string? tag)
    {
        if (tag is null or { Length: 0 or > LongestTag } || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        if (Known.TryGetValue(tag, out var known))
        {
            return known;
        }

        var language = Ask(tag);
        if (Known.Count < MostTags)
        {
            Known.TryAdd(tag, language);
        }

        return language;
    }

    /// <summary>Takes texts, dates and numbers in a language until it is disposed of.</summary>
    public static Spoken Speak(CultureInfo language)
    {
        var before = new Spoken(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
        return before;
    }

    private static CultureInfo? Ask(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return culture.TwoLetterISOLanguageName == "en" ? English : IsTranslated(culture) ? culture : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static bool IsTranslated(CultureInfo culture)
    {
        for (var each = culture; !each.Equals(CultureInfo.InvariantCulture); each = each.Parent)
        {
            if (Text.ResourceManager.GetResourceSet(each, createIfNotExists: true, tryParents: false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was spoken before; disposing of it speaks that again.</summary>
    internal readonly struct Spoken(CultureInfo culture, CultureInfo texts) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
    }
}
