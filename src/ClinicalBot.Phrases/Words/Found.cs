namespace ClinicalBot.Phrases.Words;

/// <summary>What the grammar found of a rule, a row of words or a kind of tokens.</summary>
/// <param name="Name">Its name, where the reader uses it.</param>
/// <param name="Value">Its value: of a row, of a figure, or the sum of its parts.</param>
/// <param name="Text">The token it began with.</param>
/// <param name="Built">What was made of it, if anything.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record Found(Row Name, decimal Value, string Text, object? Built, IReadOnlyList<Found> Parts)
{
    /// <summary>The value of the first of this name in it; null for none.</summary>
    public decimal? this[Row name] => Find(name)?.Value;

    /// <summary>The first of this name in it; null for none.</summary>
    public Found? Find(Row name)
    {
        foreach (var part in Parts)
        {
            if ((part.Name == name ? part : part.Find(name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether one of this name is in it.</summary>
    public bool Has(Row name) => Find(name) is not null;

    /// <summary>The greatest value in the group of this name; 0 without one.</summary>
    public int Most(Row group) => (int)(Find(group)?.Parts.Max(part => part.Value) ?? 0);

    /// <summary>The first of this type that was made of it or of what is in it.</summary>
    public T? Of<T>()
        where T : class => Built as T ?? Parts.Select(part => part.Of<T>()).FirstOrDefault(each => each is not null);
}

/// <summary>The names of <c>grammar.tsv</c>, <c>times.tsv</c> and <c>measures.tsv</c> that the reader uses; the others are named by patterns only.</summary>
internal enum Row
{
    None,

    // What a whole time or measure is.
    Written, Instant, Vague, Elapsed, DayFirst, FullClockFirst, ClockFirst, FigureMeasure, WordMeasure, Pluses,

    // Lengths.
    Duration, Length, Bounds, Quantity, Couple, Unit, Hours, UnitPart, MoreAmount, MoreUnit, Alone, UpperAmount, UpperUnit, Open, AtLeast, Shorthand, Loose,

    // What a length counts from.
    Suffix, Ago, Ahead, FromNow, Ish,

    // Clocks.
    Clock, BareHour, TwentyFour, Figures, Dotted, Hour, ClockHour, FullHour, Minute, Half, Named, To, Leads, End, OnlyHour,

    // Days.
    Date, FigureDate, DaysAgo, Day, DayPart, DayNumber, Second, Month, Year, Weekday, Next, Last, Minus, OffsetHours, OffsetMinutes,

    // Measures.
    Aged, Scored, Graded, Dictated, Measured, Reflex, Repeated, Levels, NextLevel, Power, Sign, Jerk, Figure, Larger, Percent, Volume, Dose, Degrees, First,
}

/// <summary>One pattern of a rule.</summary>
internal sealed class Pattern(Symbol[] elements)
{
    private HashSet<string>? _begins;

    public Symbol[] Symbols => elements;

    /// <summary>What it can begin with: no other token is tried.</summary>
    public HashSet<string> Begins => _begins ??= [.. elements.TakeWhile((_, i) => elements.Take(i).All(before => before.MayLack || before.Looks is not null))
        .Where(element => element.Looks is null).SelectMany(element => element.Begins)];
}

/// <summary>One element of a pattern: the name of a rule, row, kind of token or form of figures; as what the reader knows it and what is found; whether it
/// only looks ("&amp;" must follow, "!" must not); how often it stands ("?", "*"); and the bounds of its value, or number of digits.</summary>
internal sealed record Symbol(string Name, TokenKind? Kind, Row Own, Row As, char? Looks, char Often, decimal Least, decimal Most)
{
    public bool IsMany => Often == '*';

    public bool MayLack => Looks == '!' || Often is '?' or '*';

    public bool Takes(decimal value) => value >= Least && value <= Most;

    /// <summary>What it can begin with: rows, and kinds of tokens behind a dot.</summary>
    public IEnumerable<string> Begins => Grammar.Rules.TryGetValue(Name, out var patterns) ? patterns.SelectMany(pattern => pattern.Begins)
        : [Name == Grammar.Level ? Cursor.NameOf(TokenKind.Word)
            : Name is Grammar.Figure or Grammar.Whole or Grammar.Digits or Grammar.Dotted ? Cursor.NameOf(TokenKind.Number) : Name];

    public static Symbol Parse(string text)
    {
        var named = text.Trim('&', '!', '?', '*').Split('=');
        var bounds = named[^1].Split('(', '-', ')');
        var name = bounds[0];
        return new Symbol(name, name[0] == '.' ? Enum.Parse<TokenKind>(name[1..], ignoreCase: true) : null, RowOf(name),
            RowOf(named.Length > 1 ? named[0] : name), text[0] is '&' or '!' ? text[0] : null, text[^1],
            bounds.Length > 1 ? Cursor.ToDecimal(bounds[1]) : decimal.MinValue, bounds.ElementAtOrDefault(2) is { Length: > 0 } most
                ? Cursor.ToDecimal(most) : decimal.MaxValue);
    }

    private static Row RowOf(string name) => Enum.TryParse<Row>(name, ignoreCase: true, out var row) ? row : Row.None;
}
