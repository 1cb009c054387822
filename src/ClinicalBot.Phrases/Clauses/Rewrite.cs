namespace ClinicalBot.Phrases.Clauses;

/// <summary>A word that plays another part where it stands, as <c>rewrites.tsv</c> has it: a figure behind a reflex is a grade, an injection of a drug is
/// not the block.</summary>
/// <param name="Before">What stands right before it; null for anything.</param>
/// <param name="Owner">What a figure may belong to: marks, sides and fillers are passed over; null for anything.</param>
/// <param name="Word">Which words.</param>
/// <param name="Least">Their least amount.</param>
/// <param name="Most">Their greatest amount.</param>
/// <param name="BeforeSlash">A slash may follow.</param>
/// <param name="To">What it becomes.</param>
internal sealed record Rewrite(WordClass? Before, WordClass? Owner, WordClass Word, decimal Least, decimal Most, bool BeforeSlash, Term To)
{
    private static readonly Rewrite[] All = [.. TableFile.Rows("rewrites.tsv").Select(Parse)];

    /// <summary>The word as it is meant where it stands.</summary>
    public static Lexeme InContext(Lexeme lexeme, Lexeme? before, Lexeme? owner, bool beforeSlash) =>
        Array.Find(All, rewrite => rewrite.Takes(lexeme, before, owner, beforeSlash)) is { } first ? lexeme.As(first.To) : lexeme;

    private bool Takes(Lexeme lexeme, Lexeme? before, Lexeme? owner, bool beforeSlash) =>
        lexeme.Is(Word) && lexeme.Number >= Least && lexeme.Number <= Most && (BeforeSlash || !beforeSlash)
        && (Before is null || before?.Is(Before.Value) == true) && (Owner is null || owner?.Is(Owner.Value) == true);

    private static Rewrite Parse(string[] row) => new(Class(row[0]), Class(row[1]), Class(row[2])!.Value, Amount(row[3], 0), Amount(row[4], decimal.MaxValue),
        row[5] == "*", Term.Of(row[6..]));

    private static WordClass? Class(string cell) => cell == "*" ? null : Enum.Parse<WordClass>(cell);

    private static decimal Amount(string cell, decimal otherwise) => cell == "*" ? otherwise : Cursor.ToDecimal(cell);
}
