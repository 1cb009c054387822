using ClinicalBot.Phrases.Times;
using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>Works a written time out: relative ones from the message's timestamp, clock times in its zone; wherever two instants are meant, the
/// earlier.</summary>
internal static partial class TimeResolver
{
    private static readonly Duration Oldest = Duration.FromDays(30);

    /// <summary>Null when the words do not give a time to count with.</summary>
    public static BlockTimeReading? Resolve(TimeExpression expression, PhraseContext context)
    {
        var sentAt = Instant.FromDateTimeOffset(context.SentAt);
        switch (expression)
        {
            case TimeExpression.Elapsed { Bound: Bound.AtLeast, Minutes: < 24 * 60 }:
                // More than three hours may be thirty: only past 24 h does "more" change nothing.
                return null;
            case TimeExpression.Elapsed { Bound: Bound.Fuzzy }:
                // "About three hours" is asked, never guessed.
                return null;
            case TimeExpression.Elapsed elapsed:
                return Judge(sentAt - Duration.FromMilliseconds((long)(elapsed.Minutes * 60_000)), sentAt, context.Zone, elapsed.Bound != Bound.Exact);
            case TimeExpression.Ahead ahead:
                return Judge(sentAt + Duration.FromMilliseconds((long)(ahead.Minutes * 60_000)), sentAt, context.Zone, confirm: true);
            case TimeExpression.Instant instant:
                return Judge(Instant.FromDateTimeOffset(instant.At), sentAt, context.Zone, confirm: false);
            case TimeExpression.Calendar { Clock: null, Day: Day.Weekday or Day.Date or Day.Relative { DaysBack: >= 0 } }:
                // "Yesterday" alone is no time to count from.
                return null;
            case TimeExpression.Calendar calendar:
                return OnCalendar(calendar, sentAt, context.Zone);
            default:
                return null;
        }
    }

    /// <summary>A wall-clock time as an instant: the earlier of two on the day the clocks go back, the earlier side of the gap when they go forward.</summary>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => local.WithOffset(mapping.LateInterval.WallOffset).ToInstant(),
            1 => mapping.Single().ToInstant(),
            _ => mapping.First().ToInstant(),
        };
    }

    private static BlockTimeReading? OnCalendar(TimeExpression.Calendar calendar, Instant sentAt, DateTimeZone zone)
    {
        var today = sentAt.InZone(zone).Date;
        var confirm = calendar.Since || calendar.Clock is null || calendar.Day is null || calendar.Clock.HalfDayMissing;
        var clock = calendar.Clock;
        switch (calendar.Day)
        {
            case null:
                var at = ToInstant(today.At(clock!.Time), zone);
                return Judge(at > sentAt ? ToInstant(today.PlusDays(-1).At(clock.Time), zone) : at, sentAt, zone, confirm);
            case Day.Relative relative:
                return Judge(ToInstant(OnRelativeDay(relative, clock, today, ref confirm), zone), sentAt, zone, confirm);
            case Day.Weekday weekday:
                return Judge(OnWeekday(weekday, clock, today, sentAt, zone, ref confirm), sentAt, zone, confirm);
            case Day.NextWeekday next:
                return Judge(ToInstant(today.With(DateAdjusters.Next(next.Name)).At(clock?.Time ?? LocalTime.Midnight), zone), sentAt, zone, confirm);
            case Day.Date date:
                return OnDate(date, clock?.Time ?? LocalTime.Midnight, today, sentAt, zone, confirm);
            default:
                return null;
        }
    }
}
