using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;

namespace ClinicalBot.Stories.Languages;

/// <summary>
/// A pseudo-language: every text of the resources with its letters replaced and 40 % longer. What is left in plain letters on a card did not come from
/// the resources. Esperanto stands for it, since every machine knows it and nothing is translated into it.
/// </summary>
internal sealed class PseudoTexts : ResourceManager
{
    /// <summary>Locale of a person who reads it.</summary>
    public const string Locale = "eo";

    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Marked = "àƀćđéƒĝĥíĵķĺɱńóƥɋŕśťúṽŵẋýźÀƁĆĐÉƑĜĤÍĴĶĹṀŃÓƤɊŔŚŤÚṼŴẊÝŹ";

    private readonly ResourceManager _texts;

    private PseudoTexts(ResourceManager texts) => _texts = texts;

    /// <summary>Puts the pseudo-language beside the others, before the first text is read.</summary>
    [ModuleInitializer]
    internal static void Install()
    {
        typeof(ClinicalBot.Conversations.Texts.Text).GetField("resourceMan", BindingFlags.NonPublic | BindingFlags.Static)!
            .SetValue(null, new PseudoTexts(ClinicalBot.Conversations.Texts.Text.ResourceManager));
        var words = typeof(Rules.RulesCore).Assembly.GetType("ClinicalBot.Rules.Words", throwOnError: true)!
            .GetProperty("Resources", BindingFlags.NonPublic | BindingFlags.Static)!;
        words.SetValue(null, new PseudoTexts((ResourceManager)words.GetValue(null)!));
    }

    /// <inheritdoc/>
    public override string? GetString(string name, CultureInfo? culture)
    {
        culture ??= CultureInfo.CurrentUICulture;
        return culture.Name != Locale ? _texts.GetString(name, culture)
            : _texts.GetString(name, CultureInfo.InvariantCulture) is { } text ? name.StartsWith("Pattern", StringComparison.Ordinal) ? text : Of(text)
            : null;
    }

    /// <inheritdoc/>
    public override ResourceSet? GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) =>
        _texts.GetResourceSet(culture.Name == Locale ? CultureInfo.InvariantCulture : culture, createIfNotExists, tryParents);

    /// <summary>A text in the pseudo-language. Places for values stay.</summary>
    public static string Of(string text)
    {
        var pseudo = new StringBuilder();
        foreach (var c in text)
        {
            pseudo.Append(Plain.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Marked[at] : c);
        }

        for (var more = text.Length * 2 / 5; more > 0; more -= 6)
        {
            pseudo.Append(" ťéẋť.");
        }

        return pseudo.ToString();
    }
}
