using ClinicalBot.Phrases.Times;
using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>Works a written time out: relative ones from the message's timestamp, clock times in its zone; wherever two instants are meant, the
/// earlier.</summary>
internal sealed class TimeResolver(PhraseContext context)
{
    private static readonly Duration Oldest = Duration.FromDays(30);

    private readonly Instant _sentAt = Instant.FromDateTimeOffset(context.SentAt);

    private readonly LocalDate _today = Instant.FromDateTimeOffset(context.SentAt).InZone(context.Zone).Date;

    /// <summary>Null when the words do not give a time to count with.</summary>
    public BlockTimeReading? Resolve(TimeExpression expression) => expression switch
    {
        // More than three hours may be thirty: only past 24 h does "more" change nothing. "About three hours" is asked, never guessed.
        TimeExpression.Elapsed { Bound: Bound.AtLeast, Minutes: < 24 * 60 } or TimeExpression.Elapsed { Bound: Bound.Fuzzy } => null,
        TimeExpression.Elapsed elapsed => Judge(_sentAt - OfMinutes(elapsed.Minutes), elapsed.Bound != Bound.Exact),
        TimeExpression.Ahead ahead => Judge(_sentAt + OfMinutes(ahead.Minutes), confirm: true),
        TimeExpression.Instant instant => Judge(Instant.FromDateTimeOffset(instant.At), confirm: false),
        // "Yesterday" alone is no time to count from.
        TimeExpression.Calendar { Clock: null, Day: Day.Weekday or Day.Date or Day.Relative { DaysBack: >= 0 } } => null,
        TimeExpression.Calendar { Clock: var clock, Day: var day, Since: var since } =>
            On(day, clock, clock?.Time ?? LocalTime.Midnight, since || day is null || clock is null or { HalfDayMissing: true }),
        _ => null,
    };

    private BlockTimeReading? On(Day? day, Clock? clock, LocalTime time, bool confirm)
    {
        switch (day)
        {
            case Day.Relative relative:
                return OnRelative(relative, clock, confirm);
            case Day.Date date:
                return OnDate(date, time, confirm);
            case Day.NextWeekday next:
                return Judge(At(_today.With(DateAdjusters.Next(next.Name)), time), confirm);
            case Day.Weekday weekday when _today.With(DateAdjusters.PreviousOrSame(weekday.Name)) is var date && date != _today:
                return Judge(At(date, time), confirm);
            default:
                // A bare time is the latest such; a weekday said on that very day may be today or a week ago.
                var at = At(_today, time);
                return Judge(day is Day.Weekday { Last: true } || at > _sentAt ? At(_today.PlusDays(day is null ? -1 : -7), time) : at, confirm: true);
        }
    }

    private BlockTimeReading OnRelative(Day.Relative day, Clock? clock, bool confirm)
    {
        var date = _today.PlusDays(-day.DaysBack);
        if (clock is null)
        {
            // When that part of the day begins.
            var hour = day.Part switch { DayPart.Afternoon => 12, DayPart.Evening => 17, DayPart.Night => 18, _ => 0 };
            return Judge(At(date, new LocalTime(hour, 0)), confirm);
        }

        if (day.Part == DayPart.None || !clock.HalfDayMissing && day.Part != DayPart.Night)
        {
            return Judge(At(date, clock.Time), confirm);
        }

        if (day.Part != DayPart.Night)
        {
            return Judge(At(date, day.Part == DayPart.Morning ? clock.Time : clock.Time.PlusHours(12)), confirm: false);
        }

        // Night: from six to midnight on that day; small hours belong to the next, which is to be confirmed.
        var time = clock.HalfDayMissing && clock.Time.Hour is >= 6 and < 12 ? clock.Time.PlusHours(12) : clock.Time;
        return Judge(At(time.Hour < 6 && day.DaysBack > 0 ? date.PlusDays(1) : date, time), confirm: time.Hour < 12);
    }

    private BlockTimeReading? OnDate(Day.Date day, LocalTime time, bool confirm)
    {
        var swapped = day.Numeric && day.First != day.Second ? DateOf(day, day.Second, day.First) : null;
        var all = new[] { DateOf(day, day.First, day.Second), swapped }.OfType<LocalDate>().Select(date => At(date, time)).ToList();
        var possible = all.FindAll(at => at <= _sentAt && at >= _sentAt - Oldest);
        return all.Count == 0 ? null : Judge((possible.Count > 0 ? possible : all).Min(), confirm || all.Count > 1);
    }

    /// <summary>Without a year the latest such date, or one not far ahead; null for none that is on the weekday said.</summary>
    private LocalDate? DateOf(Day.Date day, int month, int dayOfMonth)
    {
        bool IsIn(int inYear) => dayOfMonth <= CalendarSystem.Iso.GetDaysInMonth(inYear, month);

        var year = day.Year ?? _today.Year;
        if (month is < 1 or > 12 || !IsIn(year))
        {
            return null;
        }

        var isLastYear = day.Year is null && new LocalDate(year, month, dayOfMonth) > _today.PlusDays(31) && IsIn(year - 1);
        var date = new LocalDate(isLastYear ? year - 1 : year, month, dayOfMonth);
        return day.On is null || day.On == date.DayOfWeek ? date : null;
    }

    /// <summary>A wall-clock time as an instant: the earlier of two on the day the clocks go back, the earlier side of the gap when they go forward.</summary>
    private Instant At(LocalDate date, LocalTime time)
    {
        var (local, mapping) = (date.At(time), context.Zone.MapLocal(date.At(time)));
        return mapping.Count == 0 ? local.WithOffset(mapping.LateInterval.WallOffset).ToInstant() : mapping.First().ToInstant();
    }

    private static Duration OfMinutes(decimal minutes) => Duration.FromMilliseconds((long)(minutes * 60_000));

    private BlockTimeReading Judge(Instant at, bool confirm)
    {
        var local = at.InZone(context.Zone).ToDateTimeOffset();
        return at > _sentAt || at < _sentAt - Oldest ? new BlockTimeReading.Refused(local, InFuture: at > _sentAt) : new BlockTimeReading.Known(local, confirm);
    }
}
