using System.Text.Json;

namespace ClinicalBot.Phrases.Words;

/// <summary>Reads what <c>grammar.tsv</c> describes: the patterns of a rule in order, each from left to right, without giving anything back.</summary>
/// <param name="cursor">Where to read.</param>
/// <param name="build">What is made of what was found; null where it is none such, and the next pattern is tried.</param>
internal sealed class Grammar(Cursor cursor, Func<Found, object?> build)
{
    /// <summary>As often as a clinician may repeat a word before a time: without a limit a long row of them would not be read in linear time.</summary>
    public const int MostAgain = 8;

    // What a pattern may name beside rules and rows: figures by their form, and a level of the spine.
    public const string Figure = "figure";
    public const string Whole = "whole";
    public const string Digits = "digits";
    public const string Dotted = "dotted";
    public const string Level = "level";

    public static readonly Dictionary<string, Pattern[]> Rules = TableFile.Rows("grammar.tsv").GroupBy(row => row[0], row =>
        new Pattern(Array.ConvertAll(row[1].Split(' '), Symbol.Parse))).ToDictionary(rule => rule.Key, rule => rule.ToArray(), StringComparer.Ordinal);

    private static readonly Dictionary<Row, Symbol> Entries = Enum.GetValues<Row>().ToDictionary(row => row, row =>
        Symbol.Parse(JsonNamingPolicy.CamelCase.ConvertName(row.ToString())));

    private static readonly HashSet<string> LevelNames = [.. Cursor.FirstWords(Level)];

    /// <summary>What was found of a rule at a token, and where it ends: many patterns begin with the same.</summary>
    private readonly Dictionary<(string Rule, int At), (Found? Found, int End)> _known = [];

    /// <summary>What a rule finds at the cursor, which takes it; null for nothing.</summary>
    public Found? Read(Row rule) => One(Entries[rule]);

    /// <summary>Whether it is a level of the spine, such as "l4".</summary>
    public static bool IsLevel(string text) => LevelNames.Contains(text);

    private Found? Read(Symbol rule, Pattern[] patterns)
    {
        var start = cursor.At;
        if (!_known.TryGetValue((rule.Name, start), out var known))
        {
            for (var i = 0; i < patterns.Length && known.Found is null; i++)
            {
                cursor.Step(start - cursor.At);
                if (cursor.BeginsOne(patterns[i].Begins))
                {
                    _known[(rule.Name, start)] = known = Takes(patterns[i].Symbols) is { } parts
                        && new Found(rule.Own, parts.Sum(part => part.Value), parts[0].Text, null, parts) is var found && build(found) is { } built
                        ? (ReferenceEquals(built, found) ? found : found with { Built = built }, cursor.At) : default;
                }
            }
        }

        var takes = known.Found is not null && rule.Takes(known.Found.Value);
        cursor.Step((takes ? known.End : start) - cursor.At);
        return takes ? known.Found : null;
    }

    /// <summary>All elements of a pattern in order; null when one is missing.</summary>
    private List<Found>? Takes(Symbol[] pattern)
    {
        List<Found>? parts = null;
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
                    (parts ??= new(pattern.Length)).Add(found.Name == element.As ? found : found with { Name = element.As });
                }
            }

            if (count == 0 ? !element.MayLack : element.Looks == '!')
            {
                return null;
            }
        }

        return parts;
    }

    private Found? One(Symbol element)
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

        return value is { } amount ? new Found(element.As, amount, text, null, []) : null;

        decimal? Token(bool holds, decimal amount) => holds && cursor.Step(1) ? amount : null;
    }
}
