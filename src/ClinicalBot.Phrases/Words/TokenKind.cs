namespace ClinicalBot.Phrases.Words;

/// <summary>The smallest parts a message is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits, perhaps with a decimal part.</summary>
    Number,

    /// <summary>Comma.</summary>
    Comma,

    /// <summary>Full stop, exclamation mark.</summary>
    Stop,

    /// <summary>Semicolon.</summary>
    Semicolon,

    /// <summary>The end of a line.</summary>
    Line,

    /// <summary>Question mark.</summary>
    Question,

    /// <summary>Hyphen with something on both sides.</summary>
    Dash,

    /// <summary>A dash between spaces, an equals sign, a tab, a cell border or dots that lead to an answer: what follows may answer what stands
    /// before.</summary>
    Separator,

    /// <summary>An arrow: an answer, or a value that became another.</summary>
    Arrow,

    /// <summary>Slash.</summary>
    Slash,

    /// <summary>Colon.</summary>
    Colon,

    /// <summary>Opening bracket.</summary>
    Open,

    /// <summary>Closing bracket.</summary>
    Close,

    /// <summary>Plus sign.</summary>
    Plus,

    /// <summary>Ampersand.</summary>
    Ampersand,

    /// <summary>Percent sign.</summary>
    Percent,

    /// <summary>Greater-than, less-than or tilde before a number.</summary>
    Bound,

    /// <summary>A minus behind a word: "AJ -", "saddle-".</summary>
    Minus,

    /// <summary>A ticked box.</summary>
    Ticked,

    /// <summary>An empty box.</summary>
    Unticked,

    /// <summary>Anything else, emoji included. Not understood, so nothing reassuring is read beside it.</summary>
    Other,
}
