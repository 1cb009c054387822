using System.Buffers;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// Makes text from people safe to show in a card. Templates do this by themselves wherever a host renders markdown; it is public for text
/// that becomes part of a card by another way.
/// </summary>
public static class CardText
{
    /// <summary>
    /// The text, written so that a markdown renderer shows it as it was typed: every mark of markdown is escaped where it would count, a
    /// line break stays one, {{DATE()}} and {{TIME()}} stay text, and control and bidirectional override characters are left out.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var output = new ArrayBufferWriter<char>(text.Length + 16);
        Escape(text, output);
        return output.WrittenSpan.ToString();
    }

    internal static void Escape(ReadOnlySpan<char> text, ArrayBufferWriter<char> output) => MarkdownEscape.Write(text, output);

    /// <summary>Keeps {{DATE()}} and {{TIME()}} from being replaced where there is no markdown to escape them with.</summary>
    internal static void DefuseDates(ReadOnlySpan<char> text, ArrayBufferWriter<char> output)
    {
        foreach (var c in text)
        {
            output.Write([c]);
            if (c == '{')
            {
                // A word joiner is invisible, has no width and allows no break.
                output.Write("\u2060");
            }
        }
    }
}
