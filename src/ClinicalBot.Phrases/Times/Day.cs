using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>A day as people name it. Closed.</summary>
internal abstract record Day
{
    private Day()
    {
    }

    /// <summary>Days before today, less than none for tomorrow, and the part of the day where said.</summary>
    internal sealed record Relative(int DaysBack, DayPart Part) : Day;

    /// <summary>The latest such weekday.</summary>
    internal sealed record Weekday(IsoDayOfWeek Name, bool Last) : Day;

    /// <summary>The next such weekday, today not counted.</summary>
    internal sealed record NextWeekday(IsoDayOfWeek Name) : Day;

    /// <summary>A date; without a year the latest such date; both numbers up to 12 may be meant either way round. A weekday said with it must fit.</summary>
    internal sealed record Date(int First, int Second, int? Year, bool Numeric, IsoDayOfWeek? On = null) : Day;

    /// <summary>What was found as a day; null when no date has such figures.</summary>
    public static Day? Of(Found found)
    {
        var weekday = (IsoDayOfWeek?)(int?)found[Row.Weekday];
        if ((int?)found[Row.DayNumber] is { } number)
        {
            var year = (int?)found[Row.Year];
            return (int?)found[Row.Month] is { } month ? new Day.Date(month, number, year, Numeric: false, weekday)
                : (int?)found[Row.Second] is not { } second ? new Day.Relative(number, DayPart.None)
                : number > 12 && second > 12 || year is > 99 and < 2000 ? null
                : new Day.Date(number, second, year < 100 ? year + 2000 : year, Numeric: true, weekday);
        }

        return weekday is { } name ? found.Has(Row.Next) ? new Day.NextWeekday(name) : new Day.Weekday(name, found.Has(Row.Last))
            : found.Has(Row.Last) ? new Day.Relative(1, DayPart.Night)
            : new Day.Relative((int)(found[Row.Day] ?? 0), (DayPart)(int)(found[Row.DayPart] ?? 0));
    }
}

/// <summary>The part of a day, as the rows "dayPart" have it.</summary>
internal enum DayPart
{
    None,
    Morning, // Midnight to noon.
    Afternoon, // Noon to 18:00.
    Evening, // From 17:00.
    Night, // From 18:00, and the small hours of the day after.
}
