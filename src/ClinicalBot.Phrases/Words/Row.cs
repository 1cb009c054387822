namespace ClinicalBot.Phrases.Words;

/// <summary>The names of <c>grammar.tsv</c>, <c>times.tsv</c> and <c>measures.tsv</c> that the reader uses; the others are named by patterns only.</summary>
internal enum Row
{
    None,

    // What a whole time or measure is.
    Written, Instant, Vague, Elapsed, DayFirst, FullClockFirst, ClockFirst, FigureMeasure, WordMeasure, Pluses,

    // Lengths.
    Duration, Length, Bound, Quantity, Couple, Unit, Hours, UnitPart, MoreAmount, MoreUnit, Alone, UpperAmount, UpperUnit, Open, AtLeast, Shorthand, Loose,

    // What a length counts from.
    Suffix, Ago, Ahead, FromNow, Ish,

    // Clocks.
    Clock, BareHour, TwentyFour, Figures, Dotted, Hour, ClockHour, FullHour, Minute, Half, Named, To, Lead, End, OnlyHour,

    // Days.
    Date, FigureDate, DaysAgo, Day, DayPart, DayNumber, Second, Month, Year, Weekday, Next, Last, Minus, OffsetHours, OffsetMinutes,

    // Measures.
    Aged, Scored, Graded, Dictated, Measured, Reflex, Repeated, Levels, NextLevel, Power, Sign, Jerk, Figure, Larger, Percent, Volume, Dose, Degrees, First,
}
