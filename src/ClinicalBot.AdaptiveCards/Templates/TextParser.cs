namespace ClinicalBot.AdaptiveCards;

/// <summary>Cuts a string of a template into literals and expressions.</summary>
internal static class TextParser
{
    public static TextPart[] Parse(string text)
    {
        List<TextPart> parts = [];
        var literal = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '`')
            {
                throw new ExpressionException("a backtick beside ${} must be written \\`", at);
            }

            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '`' or '$')
            {
                literal.Append(text[++at]);
            }
            else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
            {
                var end = ExpressionEnd(text, at + 2);
                Flush();
                parts.Add(new TextPart(null, ParseAt(text, at + 2, end)));
                at = end;
            }
            else if (text[at] == '\\' && at + 1 == text.Length)
            {
                throw new ExpressionException("a text with ${} cannot end with a backslash", at);
            }
            else
            {
                literal.Append(text[at]);
            }
        }

        Flush();
        return [.. parts];

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new TextPart(literal.ToString(), null));
                literal.Clear();
            }
        }
    }

    private static Expression ParseAt(string text, int start, int end)
    {
        try
        {
            return ExpressionParser.Parse(text[start..end]);
        }
        catch (ExpressionException error)
        {
            throw new ExpressionException(error.Message, start + error.Position);
        }
    }

    /// <summary>The closing brace; those inside quotes do not count.</summary>
    private static int ExpressionEnd(string text, int at)
    {
        var quote = '\0';
        for (var start = at; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                at += c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '}')
            {
                return at;
            }
            else if (c is '{' or '\r' or '\n' or '`')
            {
                throw new ExpressionException("braces, backticks and line breaks are not supported inside ${}", at);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
        }

        throw new ExpressionException("${ has no closing }; for a literal ${ write \\${", text.Length - 1);
    }
}
