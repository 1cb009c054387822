using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>The plain form of what keyboards, phones and paste buffers produce.</summary>
internal static class PhraseText
{
    /// <summary>Longer messages are documents, not answers or handovers: they are not read, and the reading says so.</summary>
    public const int MaxLength = 5000;

    /// <summary>Lower case, one kind of dash, space and digit, no apostrophes; see <see cref="FoldedText"/>.</summary>
    public static string Normalize(string text)
    {
        var folded = FoldedText.Of(text).Text.ToCharArray();
        for (var i = 1; i < folded.Length - 1; i++)
        {
            folded[i] = folded[i] == '-' && char.IsLetter(folded[i - 1]) && char.IsLetter(folded[i + 1]) ? ' ' : folded[i];
        }

        return new string(folded);
    }
}
