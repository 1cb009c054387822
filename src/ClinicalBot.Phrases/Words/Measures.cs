namespace ClinicalBot.Phrases.Words;

/// <summary>A number that means something: a grade, a reflex, a dose or a spinal level.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Number">Its amount, where it has one.</param>
internal sealed record Measure(Term Term, decimal Number);

/// <summary>"4/5", "2+", "2%", "0.5 ml", "L4-S1" and "70 deg", made of what <c>grammar.tsv</c> finds.</summary>
internal static class Measures
{
    /// <summary>The highest grade of strength.</summary>
    public const decimal FullPower = 5;

    /// <summary>The highest grade of a reflex.</summary>
    public const decimal BriskestReflex = 4;

    private static readonly (Row Row, Made Made)[] Units =
        [(Row.Percent, Made.PercentOf), (Row.Volume, Made.Volume), (Row.Dose, Made.Dose), (Row.Degrees, Made.Degrees)];

    /// <summary>Reads a measure at the cursor, and takes it.</summary>
    public static Measure? Read(Cursor cursor, Grammar grammar)
    {
        Row? rule = cursor.Next.Kind switch
        {
            TokenKind.Number when cursor.Peek(1) is { Text.Length: > 0, Kind: not (TokenKind.Number or TokenKind.Comma or TokenKind.Stop
                or TokenKind.Semicolon or TokenKind.Line or TokenKind.Question or TokenKind.Colon) } => Row.FigureMeasure,
            TokenKind.Word when cursor.Next.Text.Length <= 7 => Row.WordMeasure,
            TokenKind.Plus => Row.Pluses,
            _ => null,
        };
        return rule is null ? null : grammar.Read(rule.Value)?.Of<Measure>();
    }

    /// <summary>The word a grade of a reflex stands for.</summary>
    public static Made ReflexOf(decimal grade) => grade < 2 ? Made.ReducedReflex : grade == 2 ? Made.NormalReflex : Made.BriskReflex;

    /// <summary>What is made of what the grammar finds.</summary>
    public static object? Build(Found found) => found.Name switch
    {
        Row.Graded or Row.Dictated => Graded(found[Row.Power]!.Value, found.Has(Row.Minus) || found[Row.Sign] < 0),
        Row.Reflex => new Measure(ReflexOf(found[Row.Jerk]!.Value).Word(), found[Row.Jerk]!.Value),
        // Of two amounts in milliliters the larger.
        Row.Measured => new Measure(Array.Find(Units, unit => found.Has(unit.Row)).Made.Word(), Math.Max(found[Row.Figure]!.Value, found[Row.Larger] ?? 0)),
        // Nobody's block was that long ago.
        Row.Aged => new Measure(Made.Age.Word(), 0),
        Row.Scored => new Measure(Made.Score.Word(), 0),
        Row.Repeated => new Measure(Made.Times.Word(), 0),
        Row.Pluses => new Measure((found.Parts.Count == 2 ? Made.NormalPluses : Made.BriskPluses).Word(), found.Parts.Count),
        Row.Levels => Levels(found),
        _ => found,
    };

    /// <summary>The MRC scale: only 5/5 without a minus is full.</summary>
    private static Measure Graded(decimal grade, bool minus) => new((grade == FullPower && !minus ? Made.FullPower : Made.LessPower).Word(), grade);

    /// <summary>"L4", "L4-S1", "L4/5": the first and the last, which is below it.</summary>
    private static Measure? Levels(Found found)
    {
        var first = found.Find(Row.First)!.Text;
        var others = found.Parts.Where(part => part.Name == Row.NextLevel).Select(part => part.Parts[^1].Text)
            .Select(text => text.Length == 1 ? first[..1] + text : text).ToList();
        return others.Exists(level => !Grammar.IsLevel(level) || string.CompareOrdinal(level, first) <= 0) ? null
            : new Measure(Made.Level.Word() with { Id = others.Count == 0 ? first : $"{first}-{others[^1]}" }, 0);
    }
}
