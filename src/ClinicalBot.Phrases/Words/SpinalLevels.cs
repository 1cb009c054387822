namespace ClinicalBot.Phrases.Words;

/// <summary>Levels of the spine.</summary>
internal static class SpinalLevels
{
    /// <summary>"L4", "L4-S1", "L4/5": the first and the last.</summary>
    public static Measure? Read(Cursor cursor)
    {
        if (cursor.Try(Level) is not { } first)
        {
            return null;
        }

        var last = first;
        while (cursor.Try(c => (c.Take(TokenKind.Dash) || c.Take(TokenKind.Slash) || c.Word(Row.UpTo))
            && (c.Try(Level) ?? (c.Digits(1, 1) is { } digit ? AsLevel(first[..1] + digit) : null)) is { } level
            && string.CompareOrdinal(level, first) > 0 ? level : null) is { } next)
        {
            last = next;
        }

        return new Measure(Made.Level.Word() with { Id = last == first ? first : $"{first}-{last}" }, 0);
    }

    private static string? Level(Cursor cursor)
    {
        var (letter, number) = (cursor.Next, cursor.Peek(1));
        return letter.Text.Length == 1 && letter.End == number.Start && AsLevel(letter.Text + number.Text) is { } level && cursor.Take(letter.Kind)
            && cursor.Take(number.Kind) ? level : null;
    }

    private static string? AsLevel(string text) => Array.Exists(WordValues.Of(text), value => value.Row == Row.Level) ? text : null;
}
