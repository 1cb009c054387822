namespace ClinicalBot.Phrases.Words;

/// <summary>Cuts folded text into tokens, in one pass.</summary>
internal static class PhraseTokenizer
{
    private const string Ticked = "[x]";

    /// <summary>Every string has tokens: what fits no other kind is <see cref="TokenKind.Other"/>. List marks at the start of a line are left out.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 4);
        var lineStart = true;
        for (var i = 0; i < text.Length;)
        {
            var length = Length(text, i, lineStart, out var kind);
            if (kind is { } known)
            {
                tokens.Add(new Token(known, text.Substring(i, length), i));
            }

            lineStart = kind == TokenKind.Line || lineStart && (kind is null || kind is TokenKind.Ticked or TokenKind.Unticked);
            i += length;
        }

        return [.. tokens];
    }

    private static int Length(string text, int i, bool lineStart, out TokenKind? kind)
    {
        var c = text[i];
        if (char.IsLetter(c))
        {
            kind = TokenKind.Word;
            return Run(text, i, char.IsLetter);
        }

        if (char.IsAsciiDigit(c))
        {
            kind = TokenKind.Number;
            var digits = Run(text, i, char.IsAsciiDigit);
            var next = i + digits;
            if (lineStart && digits <= 2 && next + 1 < text.Length && (text[next] == ')' || text[next] == '.' && text[next + 1] == ' '))
            {
                // "1) SLR: no", "2. power 5/5".
                kind = null;
                return digits + 1;
            }

            return next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]) ? digits + 1 + Run(text, next + 1, char.IsAsciiDigit)
                : digits;
        }

        return Mark(text, i, lineStart, out kind);
    }

    private static int Mark(string text, int i, bool lineStart, out TokenKind? kind)
    {
        var rest = text.AsSpan(i);
        if (rest.StartsWith("[ ]") || rest.StartsWith("[]") || rest.StartsWith("\u2610"))
        {
            kind = TokenKind.Unticked;
            return rest[0] == '[' ? rest.IndexOf(']') + 1 : 1;
        }

        if (rest.StartsWith(Ticked) || rest.StartsWith("\u2611") || rest.StartsWith("\u2612"))
        {
            kind = TokenKind.Ticked;
            return rest[0] == '[' ? 3 : 1;
        }

        if (rest.StartsWith("(-)") || rest.StartsWith("(+)"))
        {
            kind = rest[1] == '-' ? TokenKind.Minus : TokenKind.Plus;
            return 3;
        }

        if (rest.StartsWith("->") || rest.StartsWith("=>") || rest[0] is '\u2192' or '\u21d2')
        {
            kind = TokenKind.Arrow;
            return rest[0] is '-' or '=' ? 2 : 1;
        }

        if (rest[0] == '.' && Run(text, i, c => c == '.') is var dots and > 3)
        {
            kind = TokenKind.Separator;
            return dots;
        }

        kind = Kind(text, i, lineStart);
        return char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2
            : kind == TokenKind.Separator && rest[0] == '-' ? Run(text, i, c => c == '-')
            : 1;
    }

    private static TokenKind? Kind(string text, int i, bool lineStart)
    {
        var before = i == 0 ? '\n' : text[i - 1];
        var after = i + 1 < text.Length ? text[i + 1] : '\n';
        return text[i] switch
        {
            ' ' or '"' or '\u201c' or '\u201d' or '_' or '\u2022' or '\u25cf' or '\u25aa' or '\u00b7' => null,
            '*' => null,
            '-' or '|' or '>' when lineStart => null,
            '|' when after == '\n' => null,
            '-' when (after is '\n' or ',' or ';' or ')' or '.' or '!' or '?' || IsLast(text, i)) && !char.IsAsciiDigit(before) || char.IsLetter(before)
                && after == ' ' => TokenKind.Minus,
            '-' when before is ' ' or '\t' or '-' && (after is ' ' or '-' or '\n') => TokenKind.Separator,
            '-' when after == '-' => TokenKind.Separator,
            '-' when before == ' ' && char.IsLetter(after) => TokenKind.Separator,
            '-' => TokenKind.Dash,
            '\t' or '=' or '|' => TokenKind.Separator,
            ',' => TokenKind.Comma,
            '.' or '!' => TokenKind.Stop,
            ';' => TokenKind.Semicolon,
            '\n' => TokenKind.Line,
            '?' => TokenKind.Question,
            '(' or '[' => TokenKind.Open,
            ')' or ']' => TokenKind.Close,
            '/' or '\\' => TokenKind.Slash,
            ':' => TokenKind.Colon,
            '+' => TokenKind.Plus,
            '&' => TokenKind.Ampersand,
            '%' => TokenKind.Percent,
            '>' or '<' or '~' or '\u2265' or '\u2264' or '@' => TokenKind.Bound,
            _ => TokenKind.Other,
        };
    }

    private static bool IsLast(string text, int i) => text.AsSpan(i + 1).Trim(' ').Length == 0;

    private static int Run(string text, int i, Func<char, bool> belongs)
    {
        var end = i + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end - i;
    }
}
