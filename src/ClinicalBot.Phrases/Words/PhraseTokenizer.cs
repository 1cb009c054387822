namespace ClinicalBot.Phrases.Words;

/// <summary>Cuts folded text into tokens, in one pass.</summary>
internal static class PhraseTokenizer
{
    /// <summary>Spaces, quotes, bullets and emphasis are no tokens.</summary>
    private const string LeftOut = " \"\u201c\u201d_\u2022\u25cf\u25aa\u00b7*";

    private static readonly (string Text, TokenKind Kind)[] Marks = [.. TableFile.Rows("marks.tsv").OrderByDescending(row => row[1].Length).Select(row =>
        (row[1], Enum.Parse<TokenKind>(row[0], ignoreCase: true)))];

    /// <summary>Every string has tokens: what fits no other kind is <see cref="TokenKind.Other"/>. List marks at the start of a line are left out.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 4);
        var lineStart = true;
        for (var i = 0; i < text.Length;)
        {
            var (kind, length) = char.IsLetter(text[i]) ? (TokenKind.Word, Run(text, i, char.IsLetter))
                : char.IsAsciiDigit(text[i]) ? Number(text, i, lineStart) : Mark(text, i, lineStart);
            if (kind is { } known)
            {
                tokens.Add(new Token(known, text.Substring(i, length), i));
            }

            lineStart = kind == TokenKind.Line || lineStart && kind is null or TokenKind.Ticked or TokenKind.Unticked;
            i += length;
        }

        return [.. tokens];
    }

    private static (TokenKind? Kind, int Length) Number(string text, int i, bool lineStart)
    {
        var digits = Run(text, i, char.IsAsciiDigit);
        var next = i + digits;
        var (mark, after) = next + 1 < text.Length ? (text[next], text[next + 1]) : default;
        // "1) SLR: no" and "2. power 5/5" are numbers of a list.
        return lineStart && digits <= 2 && (mark == ')' || mark == '.' && after == ' ') ? (null, digits + 1)
            : (TokenKind.Number, mark == '.' && char.IsAsciiDigit(after) ? digits + 1 + Run(text, next + 1, char.IsAsciiDigit) : digits);
    }

    private static (TokenKind? Kind, int Length) Mark(string text, int i, bool lineStart)
    {
        if (LeftOut.Contains(text[i]) || text[i] == '.' && Run(text, i, c => c == '.') > 3)
        {
            return text[i] == '.' ? (TokenKind.Separator, Run(text, i, c => c == '.')) : (null, 1);
        }

        var (mark, known) = Array.Find(Marks, each => string.CompareOrdinal(text, i, each.Text, 0, each.Text.Length) == 0);
        var before = i == 0 ? '\n' : text[i - 1];
        var after = i + 1 < text.Length ? text[i + 1] : '\n';
        return text[i] switch
        {
            _ when mark?.Length > 1 => (known, mark.Length),
            '-' or '|' or '>' when lineStart => (null, 1),
            '|' when after == '\n' => (null, 1),
            '-' => Dash(text, i, before, after),
            '\t' => (TokenKind.Separator, 1),
            '\n' => (TokenKind.Line, 1),
            var c => mark is null ? (TokenKind.Other, char.IsHighSurrogate(c) && char.IsLowSurrogate(after) ? 2 : 1) : (known, 1),
        };
    }

    private static (TokenKind? Kind, int Length) Dash(string text, int i, char before, char after) =>
        (after is '\n' or ',' or ';' or ')' or '.' or '!' or '?' || text.AsSpan(i + 1).Trim(' ').IsEmpty) && !char.IsAsciiDigit(before)
            || char.IsLetter(before) && after == ' ' ? (TokenKind.Minus, 1)
        : after == '-' || before is ' ' or '\t' or '-' && after is ' ' or '\n' || before == ' ' && char.IsLetter(after)
            ? (TokenKind.Separator, Run(text, i, c => c == '-'))
        : (TokenKind.Dash, 1);

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
