using System.Globalization;

namespace ClinicalBot.Rules;

/// <summary>How a clock time reads when the host sets nothing.</summary>
internal static class ClockTime
{
    /// <summary>Weekday, date, clock time and offset, e.g. "Sun 22 Nov 14:30 UTC+01:00".</summary>
    public static string Default(DateTimeOffset instant) => instant.ToString(
        instant.Offset == TimeSpan.Zero ? "ddd d MMM HH:mm 'UTC'" : "ddd d MMM HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);
}
