using ClinicalBot.Phrases.Times;
using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>Days by name, weekday and date.</summary>
internal static partial class TimeResolver
{
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

            if (day.On is null || day.On == date.DayOfWeek)
            {
                readings.Add(ToInstant(date.At(time), zone));
            }
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
