namespace ClinicalBot.Phrases.Words;

/// <summary>A number that means something: a grade, a reflex, a dose or a spinal level.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Number">Its amount, where it has one.</param>
internal sealed record Measure(Term Term, decimal Number);

/// <summary>Small grammars for "4/5", "2+", "2%", "0.5 ml", "L4-S1" and "70 deg".</summary>
internal static class Measures
{
    /// <summary>The highest grade of strength.</summary>
    public const decimal FullPower = 5;

    /// <summary>The highest grade of a reflex.</summary>
    public const decimal BriskestReflex = 4;

    private static readonly (Row Row, Made Made)[] Units =
        [(Row.Percent, Made.PercentOf), (Row.Volume, Made.Volume), (Row.Dose, Made.Dose), (Row.Degrees, Made.Degrees)];

    /// <summary>Reads a measure at the cursor, and takes it.</summary>
    public static Measure? Read(Cursor cursor) => cursor.Next.Kind switch
    {
        TokenKind.Number when cursor.Peek(1) is { Text.Length: > 0, Kind: not (TokenKind.Number or TokenKind.Comma or TokenKind.Stop
            or TokenKind.Semicolon or TokenKind.Line or TokenKind.Question or TokenKind.Colon) } =>
            cursor.Try(Age) ?? cursor.Try(Score) ?? cursor.Try(Grade) ?? cursor.Try(WordGrade) ?? cursor.Try(Amount) ?? cursor.Try(Reflex),
        TokenKind.Word when cursor.Next.Text.Length <= 7 =>
            cursor.Try(NamedGrade) ?? cursor.Try(DictatedGrade) ?? cursor.Try(DictatedPercent) ?? cursor.Try(DictatedAge) ?? cursor.Try(Times) ?? cursor.Try(SpinalLevels.Read),
        TokenKind.Plus => cursor.Try(Pluses),
        _ => null,
    };

    /// <summary>The MRC scale: only 5/5 without a minus is full.</summary>
    private static Measure? Grade(Cursor cursor)
    {
        if (cursor.Number(0, 5) is not { } grade)
        {
            return null;
        }

        var minus = IsMinus(cursor);
        return (cursor.Take(TokenKind.Slash) || cursor.Word(Row.OutOf)) && cursor.Number(5, 5) is not null
            ? Graded(grade, minus | cursor.Take(TokenKind.Dash)) : null;
    }

    /// <summary>"three over five", "five out of five", as dictated.</summary>
    private static Measure? DictatedGrade(Cursor cursor) =>
        cursor.Value(Row.Digit) is { } grade && (cursor.Word(Row.Over) || cursor.Take(TokenKind.Slash)) && cursor.Value(Row.Digit) == 5
            ? Graded(grade, minus: false) : null;

    /// <summary>"two percent"</summary>
    private static Measure? DictatedPercent(Cursor cursor) =>
        cursor.Value(Row.Digit) is { } digit && cursor.Word(Row.Percent) ? new Measure(Made.PercentOf.Word(), digit) : null;

    /// <summary>"grade 4", "MRC 4-/5", "grade IV", "grade four".</summary>
    private static Measure? NamedGrade(Cursor cursor)
    {
        var isLetter = cursor.Next.Text.Length == 1;
        if (!cursor.Word(Row.Grade))
        {
            return null;
        }

        cursor.Word(Row.Grade);
        if (cursor.Number(0, 5) is not { } grade)
        {
            return !isLetter && (cursor.Value(Row.Roman) ?? cursor.Value(Row.Digit)) is { } word ? Graded(word, minus: false) : null;
        }

        var minus = IsMinus(cursor);
        cursor.Try(c => c.Take(TokenKind.Slash) ? c.Number() : null);
        return Graded(grade, minus);
    }

    /// <summary>"5 minus", "4 plus out of 5".</summary>
    private static Measure? WordGrade(Cursor cursor)
    {
        if (cursor.Number(0, 5) is not { } grade || cursor.Value(Row.Sign) is not { } sign)
        {
            return null;
        }

        cursor.Try(c => c.Word(Row.OutOf) ? c.Number() : null);
        return Graded(grade, sign < 0);
    }

    private static Measure? Reflex(Cursor cursor) => cursor.Number(0, 4) is { } grade
        && (cursor.Take(TokenKind.Plus) || cursor.Take(TokenKind.Slash) && cursor.Number(4, 4) is not null) ? OfReflex(grade) : null;

    private static Measure? Pluses(Cursor cursor)
    {
        var count = 0;
        while (cursor.Take(TokenKind.Plus))
        {
            count++;
        }

        return count > 1 ? new Measure((count == 2 ? Made.NormalPluses : Made.BriskPluses).Word(), count) : null;
    }

    /// <summary>A number and its unit; of two amounts in milliliters the larger.</summary>
    private static Measure? Amount(Cursor cursor)
    {
        var amount = cursor.Number()!.Value;
        var larger = cursor.Try(c => (c.Take(TokenKind.Dash) || c.Word(Row.UpTo)) && c.Number() is { } to && c.Word(Row.Volume) ? Math.Max(amount, to)
            : (decimal?)null);
        return larger is not null ? new Measure(Made.Volume.Word(), larger.Value)
            : Array.FindIndex(Units, unit => cursor.Word(unit.Row)) is >= 0 and var found ? new Measure(Units[found].Made.Word(), amount) : null;
    }

    /// <summary>"61F", "64 year old", "58 yo", "70-year-old": nobody's block was that long ago.</summary>
    private static Measure? Age(Cursor cursor)
    {
        if (cursor.Digits(2, 3) is not { } years || Cursor.ToDecimal(years) is < 16 or > 110)
        {
            return null;
        }

        cursor.Take(TokenKind.Dash);
        return cursor.Word(Row.Age) ? new Measure(Made.Age.Word(), 0) : null;
    }

    /// <summary>"seventy two year old"</summary>
    private static Measure? DictatedAge(Cursor cursor) =>
        cursor.Value(Row.Tens) is not null && (cursor.Value(Row.Number) is not null | true) && cursor.Word(Row.Age) ? new Measure(Made.Age.Word(), 0) : null;

    /// <summary>"pain 3/10"</summary>
    private static Measure? Score(Cursor cursor) =>
        cursor.Number(0, 10) is { } points && cursor.Take(TokenKind.Slash) && cursor.Number(10, 10) is not null ? new Measure(Made.Score.Word(), points) : null;

    /// <summary>"x2": how often. "numb x 3 h" is how long.</summary>
    private static Measure? Times(Cursor cursor) =>
        cursor.Word(Row.Times) && cursor.Number(1, 9) is not null && !cursor.Word(Row.Unit) ? new Measure(Made.Times.Word(), 0) : null;

    private static bool IsMinus(Cursor cursor) => !cursor.Take(TokenKind.Plus) && (cursor.Take(TokenKind.Dash) || cursor.Take(TokenKind.Separator));

    private static Measure Graded(decimal grade, bool minus) => new((grade == 5 && !minus ? Made.FullPower : Made.LessPower).Word(), grade);

    private static Measure OfReflex(decimal grade) =>
        new(ReflexOf(grade).Word(), grade);

    /// <summary>The word a grade of a reflex stands for.</summary>
    public static Made ReflexOf(decimal grade) => grade < 2 ? Made.ReducedReflex : grade == 2 ? Made.NormalReflex : Made.BriskReflex;
}
