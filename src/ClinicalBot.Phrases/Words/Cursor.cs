using System.Globalization;

namespace ClinicalBot.Phrases.Words;

/// <summary>A place among tokens, which the grammar of times and measures moves forward.</summary>
/// <param name="tokens">Of the folded text.</param>
internal sealed class Cursor(IReadOnlyList<Token> tokens)
{
    private static readonly Token End = new(TokenKind.Line, "", int.MaxValue);

    /// <summary>The words of <c>times.tsv</c> and <c>measures.tsv</c> by their first, the longest first: the name of a row, its words and what they stand
    /// for there.</summary>
    private static readonly Dictionary<string, (string Row, string[] Words, decimal Value)[]> ByFirstWord =
        TableFile.Rows("times.tsv").Concat(TableFile.Rows("measures.tsv")).SelectMany(row => row[2].Split('|').Select(phrase =>
            (Row: row[0], Words: phrase.Split(' '), Value: decimal.Parse(row[1], CultureInfo.InvariantCulture))))
        .GroupBy(value => value.Words[0], StringComparer.Ordinal)
        .ToDictionary(first => first.Key, first => first.OrderByDescending(value => value.Words.Length).ToArray(), StringComparer.Ordinal);

    private static readonly string[] KindNames = [.. Enum.GetNames<TokenKind>().Select(name => "." + name.ToLowerInvariant())];

    private readonly (string Row, string[] Words, decimal Value)[][] _values =
        [.. tokens.Select(token => ByFirstWord.GetValueOrDefault(token.Text) ?? [])];

    /// <summary>Index of the next token.</summary>
    public int At { get; private set; }

    /// <summary>The next token; a line end behind the last.</summary>
    public Token Next => Peek(0);

    /// <summary>The token so many behind the next.</summary>
    public Token Peek(int ahead) => At + ahead < tokens.Count ? tokens[At + ahead] : End;

    /// <summary>Takes so many tokens, whatever they are; gives them back when there are fewer than none.</summary>
    public bool Step(int count)
    {
        At += count;
        return true;
    }

    /// <summary>Takes a word or phrase of this row of the tables, and gives its value; null when none is there.</summary>
    public decimal? Value(string row)
    {
        foreach (var value in At < _values.Length ? _values[At] : [])
        {
            if (value.Row == row && Matches(value.Words))
            {
                Step(value.Words.Length);
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the next token is of one of these kinds, or a word or phrase of one of these rows may begin with it.</summary>
    public bool BeginsOne(HashSet<string> names)
    {
        foreach (var value in At < _values.Length ? _values[At] : [])
        {
            if (names.Contains(value.Row))
            {
                return true;
            }
        }

        return names.Contains(NameOf(Next.Kind));
    }

    /// <summary>A kind of token as patterns name it: ".slash".</summary>
    public static string NameOf(TokenKind kind) => KindNames[(int)kind];

    /// <summary>The first words of all phrases of a row.</summary>
    public static IEnumerable<string> FirstWords(string row) =>
        ByFirstWord.Where(first => Array.Exists(first.Value, value => value.Row == row)).Select(first => first.Key);

    /// <summary>Digits as a number; longer than any clinical number becomes a very large one.</summary>
    public static decimal ToDecimal(string digits) =>
        digits.Length <= 12 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 999_999_999m;

    private bool Matches(string[] words) => words.Length == 1 || Enumerable.Range(1, words.Length - 1).All(i => Peek(i).Text == words[i]);
}
