using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Escalation;

/// <summary>A short reference of a case that can be said over the phone: no letter or digit that looks or sounds like another.</summary>
public static class CaseReference
{
    private const string Alphabet = "3479CFHJKMRTWXY";
    private const int Length = 5;

    /// <summary>Five characters such as "K7-4FX", derived from what is unique already (the turn that began the case).</summary>
    /// <param name="unique">What the case began with.</param>
    /// <param name="attempt">Raised while the reference is taken by another case.</param>
    public static string From(string unique, int attempt = 0)
    {
        ArgumentNullException.ThrowIfNull(unique);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(attempt == 0 ? unique : $"{unique}\n{attempt}"));
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[hash[i] % Alphabet.Length];
        }

        return Written(text);
    }

    /// <summary>A reference as it was typed, in whatever case and spacing; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 16)
        {
            return null;
        }

        var text = new string([.. typed.ToUpperInvariant().Where(c => c is not ('-' or ' ' or '–' or '.'))]);
        return text.Length == Length && text.All(Alphabet.Contains) ? Written(text) : null;
    }

    private static string Written(ReadOnlySpan<char> text) => $"{text[..2]}-{text[2..]}";
}
