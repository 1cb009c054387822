using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Times;

/// <summary>A clock time.</summary>
/// <param name="Time">The earlier of the two when am or pm is missing.</param>
/// <param name="HalfDayMissing">True when it could be twelve hours later.</param>
internal sealed record Clock(LocalTime Time, bool HalfDayMissing)
{
    /// <summary>Null when there is no such clock time. Without "am" or "pm" an hour up to twelve may be either, but for the 24-hour clock ("0830",
    /// "08:30").</summary>
    public static Clock? Of(Found found)
    {
        if (found[Row.Named] is { } named)
        {
            return new Clock(LocalTime.FromMinutesSinceMidnight((int)named), HalfDayMissing: false);
        }

        var figures = found[Row.Figures] ?? found[Row.Dotted] * 100;
        var hour = (int)(figures / 100 ?? found[Row.Hour] ?? found[Row.ClockHour] ?? found[Row.FullHour] ?? 0);
        var minute = (int)(figures % 100 ?? found[Row.Minute] ?? 0);
        bool? pm = found[Row.Half] is { } half ? half == 1 : null;
        if (found.Has(Row.To))
        {
            // "Ten to six".
            (hour, minute, pm) = minute % 5 == 0 && minute <= 25 ? (hour == 1 ? 12 : hour - 1, 60 - minute, hour == 12 ? !pm : pm) : (hour, 60, pm);
        }

        if (minute > 59 || hour > 23 || pm is not null && hour == 0)
        {
            return null;
        }

        var isFull = found.Has(Row.Figures) || found.Has(Row.FullHour) || (found.Find(Row.ClockHour) ?? found.Find(Row.Dotted))?.Text[0] == '0';
        var missing = pm is null && !isFull && hour is >= 1 and <= 12;
        return new Clock(new LocalTime(pm is not null && hour <= 12 ? hour % 12 + (pm.Value ? 12 : 0) : missing ? hour % 12 : hour, minute), missing);
    }
}
