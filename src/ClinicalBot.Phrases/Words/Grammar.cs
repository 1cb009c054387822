using System.Text.Json;

namespace ClinicalBot.Phrases.Words;

/// <summary>Reads what <c>grammar.tsv</c> describes: the patterns of a rule in order, each from left to right, without giving anything back.</summary>
/// <param name="cursor">Where to read.</param>
/// <param name="build">What is made of what was found; null where it is none such, and the next pattern is tried.</param>
internal sealed class Grammar(Cursor cursor, Func<Found, object?> build)
{
    /// <summary>Nobody heaps up more words before a time: the limit keeps the reading of a long row of them linear.</summary>
    public const int MostAgain = 8;

    // What a pattern may name beside rules and rows: figures by their form, and a level of the spine.
    private const string Figure = "figure";
    private const string Whole = "whole";
    private const string Digits = "digits";
    private const string Dotted = "dotted";
    private const string Level = "level";

    private static readonly Dictionary<string, Element[][]> Rules = TableFile.Rows("grammar.tsv").GroupBy(row => row[0], row =>
        Array.ConvertAll(row[1].Split(' '), Element.Parse)).ToDictionary(rule => rule.Key, rule => rule.ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> LevelNames = [.. Cursor.FirstWords(Level)];

    /// <summary>What a rule finds at the cursor, which takes it; null for nothing.</summary>
    public Found? Read(Row rule) => One(Element.Parse(JsonNamingPolicy.CamelCase.ConvertName(rule.ToString())));

    /// <summary>Whether it is a level of the spine, such as "l4".</summary>
    public static bool IsLevel(string text) => LevelNames.Contains(text);

    private Found? Read(Element rule, Element[][] patterns)
    {
        var (start, text) = (cursor.At, cursor.Next.Text);
        foreach (var pattern in patterns)
        {
            var parts = new List<Found>(pattern.Length);
            if (Takes(pattern, parts))
            {
                var found = new Found(rule.Own, parts.Sum(part => part.Value), text, null, parts);
                if (rule.Takes(found.Value) && build(found) is { } built)
                {
                    return found with { Built = built };
                }
            }

            cursor.Step(start - cursor.At);
        }

        return null;
    }

    private bool Takes(Element[] pattern, List<Found> parts)
    {
        foreach (var element in pattern)
        {
            var count = 0;
            for (var start = cursor.At; count < (element.IsMany ? MostAgain : 1) && One(element) is { } found; count++)
            {
                if (element.Looks is not null)
                {
                    cursor.Step(start - cursor.At);
                }
                else
                {
                    parts.Add(found with { Name = element.As });
                }
            }

            if (count == 0 ? !element.MayLack : element.Looks == '!')
            {
                return false;
            }
        }

        return true;
    }

    private Found? One(Element element)
    {
        var token = cursor.Next;
        var (at, text, number) = (cursor.At, token.Text, token.Kind == TokenKind.Number ? Cursor.ToDecimal(token.Text) : -1);
        decimal? value = element.Name switch
        {
            Figure => Token(number >= 0 && element.Takes(number), number),
            Whole => Token(number >= 0 && number % 1 == 0 && element.Takes(number), number),
            Digits => Token(number >= 0 && element.Takes(text.Length) && !text.Contains('.', StringComparison.Ordinal), number),
            Dotted => Token(number >= 0 && text.Length is 4 or 5 && text[^3] == '.', number),
            Level when text.Length == 1 && token.End == cursor.Peek(1).Start && IsLevel(text += cursor.Peek(1).Text) => Token(cursor.Step(1), 0),
            _ when element.Kind is { } kind => Token(token.Kind == kind && text.Length > 0, 0),
            _ => null,
        };
        if (value is null && Rules.TryGetValue(element.Name, out var patterns))
        {
            return Read(element, patterns);
        }

        value ??= cursor.Value(element.Name) is { } known && element.Takes(known) ? known : null;
        if (value is null)
        {
            cursor.Step(at - cursor.At);
        }

        return value is { } amount ? new Found(element.Own, amount, text, null, []) : null;

        decimal? Token(bool holds, decimal amount) => holds && cursor.Step(1) ? amount : null;
    }

    /// <summary>One element of a pattern.</summary>
    /// <param name="Name">The rule, row or kind of figures.</param>
    /// <param name="Kind">The kind of token.</param>
    /// <param name="Own">The name, where the reader uses it.</param>
    /// <param name="As">What is found is named so.</param>
    /// <param name="Looks">What it only looks at: "&amp;" must follow, "!" must not.</param>
    /// <param name="Often">"?" for one or none, "*" for any number.</param>
    /// <param name="Least">The least value, or number of digits.</param>
    /// <param name="Most">The greatest.</param>
    private sealed record Element(string Name, TokenKind? Kind, Row Own, Row As, char? Looks, char Often, decimal Least, decimal Most)
    {
        public bool IsMany => Often == '*';

        public bool MayLack => Looks == '!' || Often is '?' or '*';

        public bool Takes(decimal value) => value >= Least && value <= Most;

        public static Element Parse(string text)
        {
            var named = text.Trim('&', '!', '?', '*').Split('=');
            var bounds = named[^1].Split('(', '-', ')');
            var name = bounds[0];
            return new Element(name, name[0] == '.' ? Enum.Parse<TokenKind>(name[1..], ignoreCase: true) : null, RowOf(name),
                RowOf(named.Length > 1 ? named[0] : name), text[0] is '&' or '!' ? text[0] : null, text[^1],
                bounds.Length > 1 ? Cursor.ToDecimal(bounds[1]) : decimal.MinValue, bounds.ElementAtOrDefault(2) is { Length: > 0 } most
                    ? Cursor.ToDecimal(most) : decimal.MaxValue);
        }

        private static Row RowOf(string name) => Enum.TryParse<Row>(name, ignoreCase: true, out var row) ? row : Row.None;
    }
}
