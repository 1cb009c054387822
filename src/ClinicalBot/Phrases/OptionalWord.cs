using Superpower;

namespace ClinicalBot.Phrases;

/// <summary>Superpower's optional parser, with the null it gives said in the type.</summary>
internal static class OptionalWord
{
    /// <summary>Null when the word is not there.</summary>
    public static TokenListParser<TokenKind, string?> Optional(this TokenListParser<TokenKind, string> parser) =>
        parser.Select(word => (string?)word).OptionalOrDefault();
}
