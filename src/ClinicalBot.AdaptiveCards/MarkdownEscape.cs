using System.Buffers;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// Escapes CommonMark with the extensions of markdown-it (tables, strikethrough), which renders cards in Teams and on the local page.
/// It escapes no more than needed: hosts without markdown would show the backslashes.
/// </summary>
internal static class MarkdownEscape
{
    /// <summary>What is never escaped within a line.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" \"'(),-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void Write(ReadOnlySpan<char> text, ArrayBufferWriter<char> output)
    {
        var lineStart = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\r' or '\n')
            {
                at = SkipLineBreaks(text, at);
                // Two spaces before it make a line break inside the paragraph; a blank line would end bold text of the template around it.
                output.Write(at + 1 < text.Length ? "  \n" : " ");
                lineStart = true;
                continue;
            }

            if (lineStart)
            {
                at = WriteLineStart(text, at, output);
                lineStart = false;
            }
            else if (text[at..].IndexOfAnyExcept(Plain) is var plain && plain != 0)
            {
                var end = plain < 0 ? text.Length : at + plain;
                output.Write(text[at..end]);
                at = end - 1;
            }
            else
            {
                WriteInline(text, at, output);
            }
        }
    }

    private static int SkipLineBreaks(ReadOnlySpan<char> text, int at)
    {
        while (at + 1 < text.Length && (text[at + 1] is '\r' or '\n' or ' ' or '\t' || IsUnseen(text[at + 1])))
        {
            at++;
        }

        return at;
    }

    /// <summary>Writes the first mark of a line and returns the index of the last character written.</summary>
    private static int WriteLineStart(ReadOnlySpan<char> text, int at, ArrayBufferWriter<char> output)
    {
        // What is not seen is left out, and so are blank lines before the first: what stands behind them begins the line.
        var indentation = 0;
        var isCode = false;
        for (; at < text.Length && (text[at] is ' ' or '\t' || IsUnseen(text[at])); at++)
        {
            var isBreak = text[at] is '\r' or '\n';
            indentation = isBreak ? 0 : IsUnseen(text[at]) ? indentation : indentation + 1;
            // Four spaces or a tab make a code block.
            isCode = !isBreak && (isCode || indentation > 3 || text[at] == '\t');
        }

        output.Write(new string(isCode ? '\u00A0' : ' ', indentation));
        if (at == text.Length)
        {
            return at - 1;
        }

        if (text[at] is '#' or '+' or '-' or '=' or '>' or '|' or ':')
        {
            output.Write(['\\', text[at]]);
            return at;
        }

        return char.IsAsciiDigit(text[at]) ? WriteOrdinal(text, at, output) : Inline(text, at, output);
    }

    /// <summary>"4. " begins a numbered list, "4.5 h" does not.</summary>
    private static int WriteOrdinal(ReadOnlySpan<char> text, int at, ArrayBufferWriter<char> output)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        output.Write(text[start..at]);
        if (at == text.Length || text[at] is not ('.' or ')') || (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])))
        {
            return at - 1;
        }

        output.Write(['\\', text[at]]);
        return at;
    }

    private static int Inline(ReadOnlySpan<char> text, int at, ArrayBufferWriter<char> output)
    {
        WriteInline(text, at, output);
        return at;
    }

    private static void WriteInline(ReadOnlySpan<char> text, int at, ArrayBufferWriter<char> output)
    {
        var c = text[at];
        if (IsUnseen(c))
        {
            return;
        }

        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        var escaped = c switch
        {
            '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '{' => true,
            // What follows a value in the template could complete an entity or a tag.
            '<' => next is '\0' or '/' or '!' or '?' || char.IsAsciiLetter(next),
            '&' => next is '\0' or '#' || char.IsAsciiLetter(next),
            _ => false,
        };
        output.Write(escaped ? ['\\', c] : [c]);
    }

    /// <summary>Control characters, and those that turn the direction of what follows the value.</summary>
    private static bool IsUnseen(char c) => (char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
