using System.Globalization;
using System.Text;

namespace ClinicalBot.AdaptiveCards;

internal enum TokenKind
{
    Name,
    Number,
    String,
    Symbol,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">The name, the symbol, or the text a string stands for.</param>
/// <param name="Position">Where it begins in the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position);

/// <summary>Cuts an expression into tokens.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] s_symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "!", "<", ">", "+", "(", ")", "[", "]", ".", ","];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var first = text[at];
            if (first is ' ' or '\t')
            {
                at++;
            }
            else if (char.IsAsciiLetter(first) || first is '_' or '$')
            {
                at = Skip(text, at + 1, static c => char.IsAsciiLetterOrDigit(c) || c == '_');
                tokens.Add(new Token(TokenKind.Name, text[start..at], start));
            }
            else if (char.IsAsciiDigit(first))
            {
                at = NumberEnd(text, at);
                tokens.Add(new Token(TokenKind.Number, text[start..at], start));
            }
            else if (first is '\'' or '"')
            {
                tokens.Add(new Token(TokenKind.String, ReadString(text, ref at), start));
            }
            else if (s_symbols.FirstOrDefault(symbol => text.AsSpan(start).StartsWith(symbol, StringComparison.Ordinal)) is { } symbol)
            {
                at += symbol.Length;
                tokens.Add(new Token(TokenKind.Symbol, symbol, start));
            }
            else
            {
                throw new ExpressionException($"'{first}' is not part of the template language used here", start);
            }
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static int Skip(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NumberEnd(string text, int at)
    {
        at = Skip(text, at, char.IsAsciiDigit);
        return at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? Skip(text, at + 1, char.IsAsciiDigit) : at;
    }

    private static string ReadString(string text, ref int at)
    {
        var (start, quote) = (at, text[at]);
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return value.ToString();
            }

            if (text[at] != '\\')
            {
                value.Append(text[at]);
                continue;
            }

            at++;
            value.Append(at < text.Length ? Escaped(text[at], quote, at - 1) : '\\');
        }

        throw new ExpressionException("this text has no end", start);
    }

    private static char Escaped(char escaped, char quote, int position) => escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' => '\\',
        _ when escaped == quote => quote,
        _ => throw new ExpressionException(
            string.Create(CultureInfo.InvariantCulture, $"'\\{escaped}' is no escape; use \\\\, \\n, \\r, \\t or \\{quote}"), position),
    };
}

/// <summary>An expression that leaves the subset.</summary>
/// <param name="reason">Why.</param>
/// <param name="position">Where in the expression, from 0.</param>
internal sealed class ExpressionException(string reason, int position) : Exception(reason)
{
    public int Position => position;
}
