namespace ClinicalBot.Phrases.Words;

/// <summary>The smallest parts a message is made of. Which mark is of which kind stands in <c>marks.tsv</c>.</summary>
internal enum TokenKind
{
    Word, Number, Comma, Stop, Semicolon, Line, Question, Arrow, Slash, Colon, Open, Close, Plus, Ampersand, Percent, Bound, Ticked, Unticked,
    Dash, // Something stands on both sides.
    Separator, // A dash between spaces, an equals sign, a tab, a cell border or dots that lead to an answer: what follows may answer what stands before.
    Minus, // Behind a word: "AJ -", "saddle-".
    Other, // Anything else, emoji included. Not understood, so nothing reassuring is read beside it.
}

/// <summary>One of the smallest parts of a message.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">Its characters in the folded text.</param>
/// <param name="Start">Where it starts in the folded text.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Text.Length;
}
