namespace ClinicalBot.Phrases.Words;

/// <summary>One of the smallest parts of a message.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">Its characters in the folded text.</param>
/// <param name="Start">Where it starts in the folded text.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Text.Length;
}
