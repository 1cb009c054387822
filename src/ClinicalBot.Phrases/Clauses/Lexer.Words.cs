namespace ClinicalBot.Phrases.Clauses;

/// <summary>Single tokens: phrases of the vocabulary, marks, and spelling.</summary>
internal static partial class Lexer
{
    private static readonly Made[] Marks = [.. Enum.GetNames<TokenKind>().Select(Enum.Parse<Made>)];

    /// <summary>The form of "can't get", which is of a reflex unless an act begins with "get".</summary>
    private const string FailsToGetForm = "get";

    private static Lexeme? Phrase(Token[] tokens, string[] words, int at, out int taken)
    {
        if (Lexicon.Longest(words, at, out taken) is not { } term)
        {
            return null;
        }

        if (term.Form == FailsToGetForm && Lexicon.Longest(words, at + taken - 1, out var more) is { Kind: TermKind.Act } && more > 1)
        {
            // "can't get the heel up": it is lifting that fails; "can't get the knee jerk": the jerk is absent.
            taken--;
            term = Made.Failing.Word();
        }

        return new Lexeme(term, tokens[at].Start, tokens[at + taken - 1].End);
    }

    private static Lexeme Plain(Token[] tokens, int at)
    {
        var token = tokens[at];
        var mark = Mark(tokens, at).Word();
        var lexeme = new Lexeme(mark.Kind == TermKind.Unknown ? mark with { Id = token.Text } : mark, token.Start, token.End);
        return token.Kind == TokenKind.Number ? lexeme with { Number = Cursor.ToDecimal(token.Text) } : lexeme;
    }

    private static Made Mark(Token[] tokens, int at) => tokens[at] switch
    {
        { Kind: TokenKind.Question } when IsQuery(tokens, at) => Made.Query,
        { Kind: TokenKind.Minus } token when token.Text.Length == 3 || at > 0 && tokens[at - 1].End == token.Start => Made.Negative,
        { Kind: TokenKind.Plus } token when token.Text.Length == 3 || EndsThere(tokens, at) => Made.Positive,
        { Kind: TokenKind.Slash } when IsDoubled(tokens, at) => Made.Semicolon,
        { Kind: TokenKind.Separator, Text: "|" } => Made.Pipe,
        var token => Marks[(int)token.Kind],
    };

    /// <summary>"contrast yes // no sedation"</summary>
    private static bool IsDoubled(Token[] tokens, int at) =>
        at > 0 && tokens[at - 1].Kind == TokenKind.Slash || at + 1 < tokens.Length && tokens[at + 1].Kind == TokenKind.Slash;

    /// <summary>"saddle numbness +", "SLR + (able)": nothing follows that it could join.</summary>
    private static bool EndsThere(Token[] tokens, int at) =>
        at > 0 && (at + 1 == tokens.Length || tokens[at + 1].Kind is not (TokenKind.Word or TokenKind.Number)
            || tokens[at - 1].End == tokens[at].Start
            && tokens[at + 1].Start > tokens[at].Start + 1);

    /// <summary>"?cauda equina": a query, not the end of a question.</summary>
    private static bool IsQuery(Token[] tokens, int at) => at + 1 < tokens.Length && tokens[at + 1].Kind is TokenKind.Word or TokenKind.Number
        && (at == 0 || tokens[at + 1].Start == tokens[at].Start + 1
            && (tokens[at - 1].Kind is not (TokenKind.Word or TokenKind.Number) || tokens[at - 1].End < tokens[at].Start));

    private static string[] Spell(Token[] tokens)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var typed = tokens[i].Text;
            if (tokens[i].Kind == TokenKind.Word && !known.TryGetValue(typed, out words[i]!))
            {
                known[typed] = words[i] = Lexicon.Correct(typed);
            }

            words[i] ??= typed;
        }

        return words;
    }
}
