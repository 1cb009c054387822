using Superpower;
using Superpower.Model;

namespace ClinicalBot.Phrases.Words;

/// <summary>
/// The parsers the small grammars share. They are tried at almost every word of a message and nearly always fail, so failing costs nothing:
/// Superpower's own "or" collects what it had expected, which nobody reads here.
/// </summary>
internal static class TokenParsers
{
    /// <summary>One of these words.</summary>
    public static TokenListParser<TokenKind, string> Word(params string[] words) => input =>
    {
        var next = input.ConsumeToken();
        if (next is { HasValue: true, Value.Kind: TokenKind.Word })
        {
            foreach (var word in words)
            {
                if (next.Value.Span.EqualsValue(word))
                {
                    return TokenListParserResult.Value(word, input, next.Remainder);
                }
            }
        }

        return TokenListParserResult.Empty<TokenKind, string>(input);
    };

    /// <summary>The first of these that succeeds, each from the same place.</summary>
    public static TokenListParser<TokenKind, T> FirstOf<T>(params TokenListParser<TokenKind, T>[] parsers) => input =>
    {
        foreach (var parser in parsers)
        {
            var result = parser(input);
            if (result.HasValue)
            {
                return result;
            }
        }

        return TokenListParserResult.Empty<TokenKind, T>(input);
    };

    /// <summary>Superpower's optional parser, with the null it gives said in the type.</summary>
    public static TokenListParser<TokenKind, string?> Optional(this TokenListParser<TokenKind, string> parser) =>
        parser.Select(word => (string?)word).OptionalOrDefault();
}
