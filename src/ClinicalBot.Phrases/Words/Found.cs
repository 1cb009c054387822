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
