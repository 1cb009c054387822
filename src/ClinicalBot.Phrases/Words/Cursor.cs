using System.Globalization;

namespace ClinicalBot.Phrases.Words;

/// <summary>A place among tokens, which the grammars of times and measures move forward. What does not match leaves it where it was.</summary>
/// <param name="tokens">Of the folded text.</param>
internal sealed class Cursor(IReadOnlyList<Token> tokens)
{
    private static readonly Token End = new(TokenKind.Line, "", int.MaxValue);

    private readonly WordValue[][] _values = [.. tokens.Select(token => WordValues.Of(token.Text))];

    /// <summary>Index of the next token.</summary>
    public int At { get; private set; }

    /// <summary>The next token; a line end behind the last.</summary>
    public Token Next => Peek(0);

    /// <summary>The token so many behind the next.</summary>
    public Token Peek(int ahead) => At + ahead < tokens.Count ? tokens[At + ahead] : End;

    /// <summary>Takes a token of this kind.</summary>
    public bool Take(TokenKind kind) => Next.Kind == kind && Next.Text.Length > 0 && Step(1);

    /// <summary>Takes a word or phrase of this row of the tables.</summary>
    public bool Word(Row row) => Value(row) is not null;

    /// <summary>Takes a word or phrase of this row, and gives its value; null when none is there.</summary>
    public decimal? Value(Row row)
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

    /// <summary>Whether a word or phrase of this row stands so many tokens behind the next; nothing is taken.</summary>
    public bool IsAt(Row row, int ahead = 0) => At + ahead < _values.Length && Array.Exists(_values[At + ahead], value => value.Row == row
        && value.Words.Length == 1);

    /// <summary>Takes a number in digits between two bounds.</summary>
    public decimal? Number(decimal least = 0, decimal most = decimal.MaxValue) =>
        Next.Kind == TokenKind.Number && ToDecimal(Next.Text) is var number && number >= least && number <= most && Step(1) ? number : null;

    /// <summary>Takes a whole number of so many digits, as written.</summary>
    public string? Digits(int least, int most) =>
        Next is { Kind: TokenKind.Number, Text: var text } && text.Length >= least && text.Length <= most && !text.Contains('.', StringComparison.Ordinal)
            && Step(1) ? text : null;

    /// <summary>What a grammar reads here; the place is unchanged when it reads nothing.</summary>
    public T? Try<T>(Func<Cursor, T?> grammar)
        where T : struct
    {
        var start = At;
        var read = grammar(this);
        At = read is null ? start : At;
        return read;
    }

    /// <inheritdoc cref="Try{T}(Func{Cursor, T?})"/>
    public T? Try<T>(Func<Cursor, T?> grammar)
        where T : class
    {
        var start = At;
        var read = grammar(this);
        At = read is null ? start : At;
        return read;
    }

    /// <summary>Digits as a number; longer than any clinical number becomes a very large one.</summary>
    public static decimal ToDecimal(string digits) =>
        digits.Length <= 12 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 999_999_999m;

    /// <summary>Takes so many tokens, whatever they are.</summary>
    public bool Step(int count)
    {
        At += count;
        return true;
    }

    private bool Matches(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (Peek(i).Text != words[i])
            {
                return false;
            }
        }

        return true;
    }
}
