namespace ClinicalBot.Phrases.Words;

/// <summary>The words the reader makes itself: of marks, of figures, and of a word that plays another part where it stands. What they are stands in
/// <c>made.tsv</c>.</summary>
internal enum Made
{
    // Marks, by the kind of their token.
    Word, Number, Comma, Stop, Semicolon, Line, Question, Query, Dash, Separator, Arrow, Slash, Colon, Open, Close, Pipe, Plus, Positive,
    Minus, Negative, Ticked, Unticked, Other, Ampersand, Percent, Bound,

    // Figures.
    FullPower, LessPower, NormalReflex, ReducedReflex, BriskReflex, NormalPluses, BriskPluses, PercentOf, Volume, Dose, Degrees, Age, Score, Times, Level, Time,

    // A word in another part.
    Denial, Determiner, No, Being, NewWeakness, Answer, ReflexOf, Failing, Poor, Measured,
}

/// <summary>The words the reader makes itself.</summary>
internal static class MadeWords
{
    private static readonly Dictionary<Made, Term> Terms = TableFile.Rows("made.tsv").ToDictionary(row => Enum.Parse<Made>(row[0]), row => Term.Of(row[1..]));

    /// <summary>What it is.</summary>
    public static Term Word(this Made made) => Terms[made];

    /// <summary>A word in another part; what its row leaves open ("=") it keeps.</summary>
    public static Lexeme As(this Lexeme lexeme, Made made) => lexeme.As(Terms[made]);
}
