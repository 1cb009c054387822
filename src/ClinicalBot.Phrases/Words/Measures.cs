namespace ClinicalBot.Phrases.Words;

/// <summary>A number that means something: a grade, a reflex, a dose or a spinal level.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Id">What it is, e.g. "good" for 5/5, "bad" for 4/5, "percent", "l4-s1".</param>
/// <param name="Form">"grade", "plus" ("++"), "level"; else "-".</param>
/// <param name="Number">Its amount, where it has one.</param>
internal sealed record Measure(TermKind Kind, string Id, string Form, decimal Number);

/// <summary>Small grammars for "4/5", "2+", "2%", "0.5 ml", "L4-S1" and "70 deg".</summary>
internal static class Measures
{
    private static readonly string[] Units = ["percent", "volume", "dose", "degrees"];

    /// <summary>Reads a measure at the cursor, and takes it.</summary>
    public static Measure? Read(Cursor cursor) => cursor.Next.Kind switch
    {
        TokenKind.Number when cursor.Peek(1) is { Text.Length: > 0, Kind: not (TokenKind.Number or TokenKind.Comma or TokenKind.Stop or TokenKind.Line
            or TokenKind.Question or TokenKind.Colon) } =>
            cursor.Try(Age) ?? cursor.Try(Grade) ?? cursor.Try(WordGrade) ?? cursor.Try(Amount) ?? cursor.Try(Reflex),
        TokenKind.Word when cursor.Next.Text.Length <= 5 =>
            cursor.Try(NamedGrade) ?? cursor.Try(DictatedGrade) ?? cursor.Try(Times) ?? cursor.Try(Levels),
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
        return (cursor.Take(TokenKind.Slash) || cursor.Word("outOf")) && cursor.Number(5, 5) is not null ? Graded(grade, minus | cursor.Take(TokenKind.Dash))
            : null;
    }

    /// <summary>"three over five", "five out of five", as dictated.</summary>
    private static Measure? DictatedGrade(Cursor cursor) =>
        cursor.Value("digit") is { } grade && (cursor.Word("over") || cursor.Take(TokenKind.Slash)) && cursor.Value("digit") == 5 ? Graded(grade, minus: false)
            : null;

    /// <summary>"grade 4", "MRC 4-/5", "grade IV", "grade four".</summary>
    private static Measure? NamedGrade(Cursor cursor)
    {
        var isLetter = cursor.Next.Text.Length == 1;
        if (!cursor.Word("grade"))
        {
            return null;
        }

        cursor.Word("grade");
        if (cursor.Number(0, 5) is not { } grade)
        {
            return !isLetter && (cursor.Value("roman") ?? cursor.Value("digit")) is { } word ? Graded(word, minus: false) : null;
        }

        var minus = IsMinus(cursor);
        cursor.Try(c => c.Take(TokenKind.Slash) ? c.Number() : null);
        return Graded(grade, minus);
    }

    /// <summary>"5 minus", "4 plus out of 5".</summary>
    private static Measure? WordGrade(Cursor cursor)
    {
        if (cursor.Number(0, 5) is not { } grade || cursor.Value("sign") is not { } sign)
        {
            return null;
        }

        cursor.Try(c => c.Word("outOf") ? c.Number() : null);
        return Graded(grade, sign < 0);
    }

    private static Measure? Reflex(Cursor cursor) => cursor.Number(0, 4) is { } grade
        && (cursor.Take(TokenKind.Plus) || cursor.Take(TokenKind.Slash) && cursor.Number(4, 4) is not null) ? OfReflex(grade, "grade") : null;

    private static Measure? Pluses(Cursor cursor)
    {
        var count = 0;
        while (cursor.Take(TokenKind.Plus))
        {
            count++;
        }

        return count > 1 ? OfReflex(count, "plus") : null;
    }

    /// <summary>A number and its unit; of two amounts in milliliters the larger.</summary>
    private static Measure? Amount(Cursor cursor)
    {
        var amount = cursor.Number()!.Value;
        var larger = cursor.Try(c => (c.Take(TokenKind.Dash) || c.Word("upTo")) && c.Number() is { } to && c.Word("volume") ? Math.Max(amount, to)
            : (decimal?)null);
        return larger is not null ? new Measure(TermKind.Measure, "volume", "-", larger.Value)
            : Array.Find(Units, cursor.Word) is { } unit ? new Measure(TermKind.Measure, unit, "-", amount) : null;
    }

    /// <summary>"61F", "64 year old", "58 yo", "70-year-old": nobody's block was that long ago.</summary>
    private static Measure? Age(Cursor cursor)
    {
        if (cursor.Digits(2, 3) is not { } years || Cursor.ToDecimal(years) is < 16 or > 110)
        {
            return null;
        }

        cursor.Take(TokenKind.Dash);
        return cursor.Word("age") ? new Measure(TermKind.Filler, "age", "-", 0) : null;
    }

    /// <summary>"x2": how often. "numb x 3 h" is how long.</summary>
    private static Measure? Times(Cursor cursor) =>
        cursor.Word("times") && cursor.Number(1, 9) is not null && !cursor.Word("unit") ? new Measure(TermKind.Filler, "times", "-", 0) : null;

    /// <summary>"L4", "L4-S1", "L4/5": the first and the last.</summary>
    private static Measure? Levels(Cursor cursor)
    {
        if (cursor.Try(Level) is not { } first)
        {
            return null;
        }

        var last = first;
        while (cursor.Try(c => (c.Take(TokenKind.Dash) || c.Take(TokenKind.Slash) || c.Word("upTo"))
            && (c.Try(Level) ?? (c.Digits(1, 1) is { } digit ? AsLevel(first[..1] + digit) : null)) is { } level
            && string.CompareOrdinal(level, first) > 0 ? level : null) is { } next)
        {
            last = next;
        }

        return new Measure(TermKind.Subject, last == first ? first : first + "-" + last, "level", 0);
    }

    private static string? Level(Cursor cursor)
    {
        var (letter, number) = (cursor.Next, cursor.Peek(1));
        return letter.Text.Length == 1 && letter.End == number.Start && AsLevel(letter.Text + number.Text) is { } level && cursor.Take(letter.Kind)
            && cursor.Take(number.Kind) ? level : null;
    }

    private static string? AsLevel(string text) => Array.Exists(WordValues.Of(text), value => value.Row == "level") ? text : null;

    private static bool IsMinus(Cursor cursor) => !cursor.Take(TokenKind.Plus) && (cursor.Take(TokenKind.Dash) || cursor.Take(TokenKind.Separator));

    private static Measure Graded(decimal grade, bool minus) => new(TermKind.Value, grade == 5 && !minus ? "good" : "bad", "grade", grade);

    private static Measure OfReflex(decimal grade, string form) =>
        new(TermKind.Value, grade < 2 ? "bad" : grade == 2 ? "good" : "brisk", form, grade);
}
