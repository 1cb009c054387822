using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Bot.Commands;

/// <summary>A time as it was typed: "until 07:00", "tonight 20:00-08:00", "tomorrow 08:00".</summary>
/// <param name="Day">"today", "tonight", "tomorrow", a weekday, or a date such as 2026-12-24; null for the next there is.</param>
/// <param name="From">Null for now.</param>
/// <param name="Until">Null when only an instant was named.</param>
internal sealed record RotaTime(string? Day, LocalTime? From, LocalTime? Until)
{
    /// <summary>How far ahead the rota is looked through when a person asks who is on call.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private static readonly LocalTimePattern[] Times =
        [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm")];

    /// <summary>Reads words; null when they are no time.</summary>
    public static RotaTime? Read(ReadOnlySpan<string> words)
    {
        var day = words.Length > 0 && IsDay(words[0]) ? words[0] : null;
        var rest = day is null ? words : words[1..];
        return rest switch
        {
            [] => new RotaTime(day, day == "tonight" ? new LocalTime(20, 0) : null, null),
            ["now"] when day is null => new RotaTime(null, null, null),
            ["at", var at] => ReadTime(at) is { } time ? new RotaTime(day, time, null) : null,
            ["until" or "till", var end] => ReadTime(end) is { } time ? new RotaTime(day, null, time) : null,
            [var range] when range.Split('-') is [var begin, var end] && ReadTime(begin) is { } from && ReadTime(end) is { } until =>
                new RotaTime(day, from, until),
            [var at] => ReadTime(at) is { } time ? new RotaTime(day, time, null) : null,
            [var begin, "to" or "-" or "until", var end] when ReadTime(begin) is { } from && ReadTime(end) is { } until => new RotaTime(day, from, until),
            _ => null,
        };
    }

    /// <summary>The time meant: the end is the first after the beginning, and what is over already means the next day.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Range(DateTimeOffset now, DateTimeZone zone)
    {
        var date = DateOf(Instant.FromDateTimeOffset(now).InZone(zone).Date);
        var from = From is { } begin ? At(date + begin, zone) : Day is null or "today" or "tonight" ? now : At(date.AtMidnight(), zone);
        var until = Until is { } end ? After(date, end, from, zone) : from;
        return Day is null && (Until is null ? from : until) < now ? (At(date.PlusDays(1) + (From ?? LocalTime.Midnight), zone),
            After(date.PlusDays(1), Until ?? From ?? LocalTime.Midnight, now, zone)) : (from, until);
    }

    private static DateTimeOffset After(LocalDate date, LocalTime end, DateTimeOffset from, DateTimeZone zone)
    {
        var until = At(date + end, zone);
        return until > from ? until : At(date.PlusDays(1) + end, zone);
    }

    private LocalDate DateOf(LocalDate today) => Day switch
    {
        null or "today" or "tonight" => today,
        "tomorrow" => today.PlusDays(1),
        var day when LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } => date,
        var day => Enum.Parse<IsoDayOfWeek>(day, ignoreCase: true) is var weekday && weekday == today.DayOfWeek ? today : today.Next(weekday),
    };

    private static bool IsDay(string word) => word is "today" or "tonight" or "tomorrow" || LocalDatePattern.Iso.Parse(word).Success
        || (word.All(char.IsAsciiLetter) && Enum.TryParse<IsoDayOfWeek>(word, ignoreCase: true, out var day) && day != IsoDayOfWeek.None);

    private static LocalTime? ReadTime(string word)
    {
        foreach (var pattern in Times)
        {
            if (pattern.Parse(word) is { Success: true, Value: var time })
            {
                return time;
            }
        }

        return null;
    }

    private static DateTimeOffset At(LocalDateTime local, DateTimeZone zone) => zone.AtLeniently(local).ToDateTimeOffset();
}
