using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Single tokens: phrases of the vocabulary, marks, and spelling.</summary>
internal static partial class Lexer
{
    private static Lexeme? Phrase(Token[] tokens, string[] words, int at, out int taken)
    {
        if (Lexicon.Longest(words, at, out taken) is not { } term)
        {
            return null;
        }

        if (term.Form == "get" && Lexicon.Longest(words, at + taken - 1, out var more) is { Kind: TermKind.Act } && more > 1)
        {
            // "can't get the heel up": it is lifting that fails; "can't get the knee jerk": the jerk is absent.
            taken--;
            term = new Term(TermKind.Cue, "unable", "verb");
        }

        var last = tokens[at + taken - 1];
        return new Lexeme(term.Kind, term.Id, term.Form, tokens[at].Start, last.End);
    }

    private static Lexeme Plain(Token[] tokens, int at)
    {
        var token = tokens[at];
        var (start, end) = (token.Start, token.End);
        Lexeme Mark(string id, string form = "-") => new(TermKind.Mark, id, form, start, end);
        return token.Kind switch
        {
            TokenKind.Comma or TokenKind.Close => Mark("comma"),
            TokenKind.Open => Mark("open"),
            TokenKind.Stop => Mark(token.Text == ";" ? "semicolon" : "stop"),
            TokenKind.Line => Mark("stop"),
            TokenKind.Question => IsQuery(tokens, at) ? new Lexeme(TermKind.Modifier, "hedge", "query", start, end) : Mark("question"),
            TokenKind.Separator => Mark("separator", token.Text == "|" ? "pipe" : "-"),
            TokenKind.Colon => Mark("separator", "colon"),
            TokenKind.Arrow => Mark("arrow"),
            TokenKind.Dash => Mark("dash"),
            TokenKind.Slash => new Lexeme(TermKind.Joint, "slash", "-", start, end),
            TokenKind.Minus or TokenKind.Plus when token.Text.Length == 3 => new Lexeme(TermKind.Cue, token.Kind == TokenKind.Minus ? "negative"
                : "positive", "-", start, end),
            TokenKind.Minus => new Lexeme(TermKind.Cue, start > 0 && tokens[at - 1].End == start ? "negative"
                : "minus", "-", start, end),
            TokenKind.Plus when EndsThere(tokens, at) => new Lexeme(TermKind.Cue, "positive", "-", start, end),
            TokenKind.Plus => new Lexeme(TermKind.Joint, "plus", "-", start, end),
            TokenKind.Ticked => new Lexeme(TermKind.Cue, "yes", "-", start, end),
            TokenKind.Unticked => new Lexeme(TermKind.Modifier, "hedge", "-", start, end),
            TokenKind.Number => new Lexeme(TermKind.Unknown, token.Text, "number", start,
                end) { Number = Cursor.ToDecimal(token.Text) },
            _ => new Lexeme(TermKind.Unknown, token.Text, "-", start, end),
        };
    }

    /// <summary>"saddle numbness +", "SLR + (able)": nothing follows that it could join.</summary>
    private static bool EndsThere(Token[] tokens, int at) =>
        at > 0 && (at + 1 == tokens.Length || tokens[at + 1].Kind is not (TokenKind.Word or TokenKind.Number)
            || tokens[at - 1].End == tokens[at].Start
            && tokens[at + 1].Start > tokens[at].Start + 1);

    /// <summary>"?cauda equina": a query, not the end of a question.</summary>
    private static bool IsQuery(Token[] tokens, int at)
    {
        if (at + 1 == tokens.Length || tokens[at + 1].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return false;
        }

        var start = tokens[at].Start;
        return at == 0 || tokens[at + 1].Start == start + 1 && (tokens[at - 1].Kind is not (TokenKind.Word or TokenKind.Number)
            || tokens[at - 1].End < start);
    }

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
