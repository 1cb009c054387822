using System.Globalization;

namespace ClinicalBot.Conversations.Texts;

/// <summary>Puts values into texts, and finds the texts that are named after findings and values.</summary>
internal static class Say
{
    /// <summary>A text with its values filled in.</summary>
    public static string With(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, format, values);

    /// <summary>A name that leaves space for the rest of a card: its first four words, and at most forty characters.</summary>
    public static string Briefly(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var brief = string.Join(' ', words.Take(4));
        return words.Length <= 4 && brief.Length <= 40 ? brief : brief[..Math.Min(brief.Length, 40)].TrimEnd(' ', ',') + "\u2026";
    }

    /// <summary>What a finding is called, e.g. "Ankle reflex (S1)".</summary>
    public static string Label(string path) => Find("Finding_" + path.Replace('.', '_'));

    /// <summary>The yes/no question of a finding.</summary>
    public static string Question(string path) => Find("Ask_" + path.Replace('.', '_'));

    /// <summary>What a value is called, e.g. "not tested".</summary>
    public static string Value(string? value) => Find("Value_" + (value ?? "notAsked"));

    /// <summary>That only English is read here, in the writer's language where there is a text for it, with whom to phone.</summary>
    public static string EnglishOnly(string? language, string phone) =>
        With(Text.ResourceManager.GetString("OtherLanguage_" + language, CultureInfo.CurrentUICulture) ?? Text.OtherLanguage_en, phone);

    private static string Find(string key) =>
        Text.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"Texts/Text.resx lacks '{key}'.");
}
