using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Triage;

/// <summary>A short reference of a case that can be said over the phone: no letter or digit that looks or sounds like another.</summary>
internal static class CaseReference
{
    private const string Alphabet = "3479CFHJKMRTWXY";

    /// <summary>Five characters such as "K7-4FX", derived from what is unique already (the turn that began the case).</summary>
    public static string From(string unique)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(unique));
        Span<char> text = stackalloc char[5];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[hash[i] % Alphabet.Length];
        }

        return $"{text[..2]}-{text[2..]}";
    }
}
