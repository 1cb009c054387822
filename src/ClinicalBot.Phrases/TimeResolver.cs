using ClinicalBot.Phrases.Times;
using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>Works a written time out: relative ones from the message's timestamp, clock times in its zone; wherever two instants are meant, the earlier.</summary>
internal static class TimeResolver
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

    private static LocalDateTime OnRelativeDay(Day.Relative day, Clock? clock, LocalDate today, ref bool confirm)
    {
        var date = today.PlusDays(-day.DaysBack);
        if (clock is null)
        {
            return date.At(day.Part switch
            {
                DayPart.Afternoon => new LocalTime(12, 0),
                DayPart.Evening => new LocalTime(17, 0),
                DayPart.Night => new LocalTime(18, 0),
                _ => LocalTime.Midnight,
            });
        }

        if (day.Part is DayPart.None || !clock.HalfDayMissing && day.Part != DayPart.Night)
        {
            // "last night at midnight" and the like: the clock is plain.
            return date.At(clock.Time);
        }

        var time = clock.Time;
        switch (day.Part)
        {
            case DayPart.Morning:
                confirm = false;
                return date.At(time);
            case DayPart.Afternoon or DayPart.Evening:
                confirm = false;
                return date.At(time.PlusHours(12));
            default:
                // Night: from six to midnight on that day; small hours belong to the next, which is to be confirmed.
                var evening = clock.HalfDayMissing && time.Hour is >= 6 and < 12 ? time.PlusHours(12) : time;
                confirm = evening.Hour < 12;
                return evening.Hour < 6 && day.DaysBack > 0 ? date.PlusDays(1).At(evening) : date.At(evening);
        }
    }

    private static Instant OnWeekday(Day.Weekday day, Clock? clock, LocalDate today, Instant sentAt, DateTimeZone zone, ref bool confirm)
    {
        var date = today;
        while (date.DayOfWeek != day.Name)
        {
            date = date.PlusDays(-1);
        }

        var at = ToInstant(date.At(clock?.Time ?? LocalTime.Midnight), zone);
        if (date == today)
        {
            // Said on that very weekday it may be today or a week ago.
            confirm = true;
            return day.Last || at > sentAt ? ToInstant(date.PlusDays(-7).At(clock?.Time ?? LocalTime.Midnight), zone) : at;
        }

        return at;
    }

    private static BlockTimeReading? OnDate(Day.Date day, LocalTime time, LocalDate today, Instant sentAt, DateTimeZone zone, bool confirm)
    {
        var readings = new List<Instant>();
        AddDate(day.First, day.Second);
        if (day.Numeric && day.First != day.Second)
        {
            AddDate(day.Second, day.First);
        }

        if (readings.Count == 0)
        {
            return null;
        }

        var possible = readings.Where(at => at <= sentAt && at >= sentAt - Oldest).ToList();
        return Judge(possible.Count > 0 ? possible.Min() : readings.Min(), sentAt, zone, confirm || readings.Count > 1);

        void AddDate(int month, int dayOfMonth)
        {
            if (month is < 1 or > 12)
            {
                return;
            }

            var year = day.Year ?? today.Year;
            if (dayOfMonth > CalendarSystem.Iso.GetDaysInMonth(year, month))
            {
                return;
            }

            var date = new LocalDate(year, month, dayOfMonth);
            if (day.Year is null && date > today.PlusDays(31) && dayOfMonth <= CalendarSystem.Iso.GetDaysInMonth(year - 1, month))
            {
                date = new LocalDate(year - 1, month, dayOfMonth);
            }

            readings.Add(ToInstant(date.At(time), zone));
        }
    }

    private static BlockTimeReading Judge(Instant at, Instant sentAt, DateTimeZone zone, bool confirm)
    {
        var local = at.InZone(zone).ToDateTimeOffset();
        return at > sentAt ? new BlockTimeReading.Refused(local, InFuture: true)
            : at < sentAt - Oldest ? new BlockTimeReading.Refused(local, InFuture: false)
            : new BlockTimeReading.Known(local, confirm);
    }
}
