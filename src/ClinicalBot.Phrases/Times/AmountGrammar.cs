using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Times;

/// <summary>How many: "2", "forty-five", "2 1/2", "one and a half", "half an".</summary>
internal static class AmountGrammar
{
    /// <summary>A number in digits or words, with its fraction: "2", "2 1/2", "forty-five", "one and a half", "half an", "a".</summary>
    public static decimal? Read(Cursor cursor)
    {
        if (cursor.Word(Row.ThreeQuarters))
        {
            return 0.75m;
        }

        if (cursor.Try(Part) is { } part)
        {
            return part;
        }

        return (cursor.Try(Fraction) ?? cursor.Number() ?? cursor.Try(Spoken)) is { } whole
            ? whole + (cursor.Try(AndPart) ?? cursor.Try(Fraction) ?? 0) : cursor.Word(Row.Article) ? 1 : null;
    }

    /// <summary>"seven", "twenty", "forty-five".</summary>
    public static decimal? Spoken(Cursor cursor)
    {
        if (cursor.Value(Row.Tens) is not { } tens)
        {
            return cursor.Value(Row.Number);
        }

        return tens + (cursor.Try(c => (c.Take(TokenKind.Dash) | true) && c.Value(Row.Number) is { } ones && ones < 10 ? ones : (decimal?)null) ?? 0);
    }

    /// <summary>"half an", "a quarter of an".</summary>
    private static decimal? Part(Cursor cursor)
    {
        cursor.Word(Row.Article);
        var part = cursor.Value(Row.Part);
        cursor.Word(Row.OfAn);
        return part;
    }

    /// <summary>"1/2", "3/4". "2/3 hours" is a range.</summary>
    private static decimal? Fraction(Cursor cursor) =>
        cursor.Number(1, 3) is { } upper && cursor.Take(TokenKind.Slash) && cursor.Number(2, 4) is { } lower && (upper == 1 || lower == 4) ? upper / lower
            : null;

    /// <summary>"and a half".</summary>
    public static decimal? AndPart(Cursor cursor) =>
        cursor.Word(Row.AndA) ? cursor.Word(Row.ThreeQuarters) ? 0.75m : cursor.Value(Row.Part) : null;
}
