using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace ClinicalBot.Phrases;

/// <summary>The smallest pieces a message is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits, perhaps with a decimal part.</summary>
    Number,

    /// <summary>Comma, bracket or a dash between spaces: a new thought in the same sentence.</summary>
    Comma,

    /// <summary>Full stop, semicolon, exclamation mark or line end.</summary>
    Stop,

    /// <summary>Question mark.</summary>
    Question,

    /// <summary>Hyphen.</summary>
    Dash,

    /// <summary>Slash.</summary>
    Slash,

    /// <summary>Colon.</summary>
    Colon,

    /// <summary>Plus sign.</summary>
    Plus,

    /// <summary>Ampersand.</summary>
    Ampersand,

    /// <summary>Percent sign.</summary>
    Percent,

    /// <summary>Greater-than, less-than or tilde before a number.</summary>
    Bound,

    /// <summary>Anything else, emoji included. Not understood, so nothing reassuring is read beside it.</summary>
    Other,
}

/// <summary>Cuts normalized text into tokens, in one pass.</summary>
internal static class PhraseTokenizer
{
    private static readonly Tokenizer<TokenKind> Instance = new TokenizerBuilder<TokenKind>()
        .Match(Span.EqualTo(" - "), TokenKind.Comma)
        .Match(Span.EqualTo(" -- "), TokenKind.Comma)
        .Ignore(Character.EqualTo(' ').Or(Character.EqualTo('\t')).AtLeastOnce())
        .Ignore(Character.In('"', '\u201c', '\u201d', '*', '_', '='))
        .Match(Span.MatchedBy(Character.Letter.AtLeastOnce()), TokenKind.Word)
        .Match(
            Span.MatchedBy(Character.Matching(char.IsAsciiDigit, "digit").AtLeastOnce()
                .IgnoreThen(Character.EqualTo('.').IgnoreThen(Character.Matching(char.IsAsciiDigit, "digit").AtLeastOnce()).Select(d => (char[]?)d).Try().OptionalOrDefault())),
            TokenKind.Number)
        .Match(Character.In(',', '(', ')', '[', ']', '|'), TokenKind.Comma)
        .Match(Character.In('.', ';', '!', '\n'), TokenKind.Stop)
        .Match(Character.EqualTo('?'), TokenKind.Question)
        .Match(Character.EqualTo('-'), TokenKind.Dash)
        .Match(Character.In('/', '\\'), TokenKind.Slash)
        .Match(Character.EqualTo(':'), TokenKind.Colon)
        .Match(Character.EqualTo('+'), TokenKind.Plus)
        .Match(Character.EqualTo('&'), TokenKind.Ampersand)
        .Match(Character.EqualTo('%'), TokenKind.Percent)
        .Match(Character.In('>', '<', '~', '\u2265', '\u2264', '@'), TokenKind.Bound)
        .Match(Span.MatchedBy(Character.Matching(char.IsHighSurrogate, "surrogate").IgnoreThen(Character.Matching(char.IsLowSurrogate, "surrogate"))), TokenKind.Other)
        .Match(Character.AnyChar, TokenKind.Other)
        .Build();

    /// <summary>Every string has tokens: what fits no other kind is <see cref="TokenKind.Other"/>.</summary>
    public static TokenList<TokenKind> Tokenize(string normalized) => Instance.Tokenize(normalized);
}
