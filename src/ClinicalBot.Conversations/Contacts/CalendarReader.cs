using ClinicalBot.Escalation;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Reads the shifts of an iCalendar (RFC 5545): who it is stands in an attendee's address or in the title.</summary>
internal static class CalendarReader
{
    // A rule may repeat every second for ever.
    private const int MostOccurrences = 20_000;

    // A longer event is no shift.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>The shifts in a time, and how many events name nobody of the contacts.</summary>
    /// <param name="text">The calendar.</param>
    /// <param name="people">Who can be named.</param>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until then.</param>
    /// <param name="zone">Zone of times that name none.</param>
    /// <exception cref="FormatException">It is no calendar.</exception>
    public static (IReadOnlyList<Shift> Shifts, int Unknown) Read(string text, IReadOnlyList<ContactPerson> people, DateTimeOffset from,
        DateTimeOffset to, DateTimeZone zone)
    {
        try
        {
            return text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal) && Calendar.Load(text) is { } calendar
                ? Read(calendar, people, from, to, zone) : throw new FormatException("it is no iCalendar");
        }
#pragma warning disable CA1031 // The library throws what it likes at what is no calendar.
        catch (Exception e) when (e is not FormatException)
#pragma warning restore CA1031
        {
            throw new FormatException("it cannot be read as iCalendar", e);
        }
    }

    /// <summary>How often a calendar says it changes (RFC 7986's REFRESH-INTERVAL, else X-PUBLISHED-TTL); null when it does not say.</summary>
    /// <param name="text">The calendar.</param>
    public static TimeSpan? Promise(string text)
    {
        TimeSpan? published = null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).TakeWhile(line => line is not "BEGIN:VEVENT"))
        {
            switch (line.Split(':', ';')[0].ToUpperInvariant())
            {
                case "REFRESH-INTERVAL" when Span(line) is { } interval:
                    return interval;
                case "X-PUBLISHED-TTL":
                    published = Span(line);
                    break;
            }
        }

        return published;

        static TimeSpan? Span(string line) => PeriodPattern.Roundtrip.Parse(line[(line.LastIndexOf(':') + 1)..]) is { Success: true, Value: var period }
            && period is { Years: 0, Months: 0 } && period.ToDuration() is var span && span > NodaTime.Duration.Zero ? span.ToTimeSpan() : null;
    }

    private static (IReadOnlyList<Shift> Shifts, int Unknown) Read(Calendar calendar, IReadOnlyList<ContactPerson> people, DateTimeOffset from,
        DateTimeOffset to, DateTimeZone zone)
    {
        var (shifts, unknown, looked) = (new List<Shift>(), 0, 0);
        var begin = new CalDateTime((from - Longest).UtcDateTime, "UTC");
        foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(begin).TakeWhile(each => Instant(each.Period.StartTime, zone) < to))
        {
            if (++looked > MostOccurrences)
            {
                throw new FormatException("it has more events than any rota");
            }

            if (occurrence.Source is not CalendarEvent happening || string.Equals(happening.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var (start, end) = (Instant(occurrence.Period.StartTime, zone), Instant(occurrence.Period.EffectiveEndTime ?? occurrence.Period.StartTime, zone));
            if (end <= from || end <= start || end - start > Longest)
            {
                continue;
            }

            if (Find(happening, people) is { } person)
            {
                shifts.Add(new Shift(person.Id, start, end, RotaLayer.Calendar));
            }
            else
            {
                unknown++;
            }
        }

        return (shifts, unknown);
    }

    private static ContactPerson? Find(CalendarEvent happening, IReadOnlyList<ContactPerson> people)
    {
        var addresses = (happening.Attendees ?? [])
            .Select(each => each.Value?.OriginalString.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)).ToList();
        return people.FirstOrDefault(person => addresses.Any(address => address is not null
                && (address.Equals(person.Email, StringComparison.OrdinalIgnoreCase) || address.Equals(person.Upn, StringComparison.OrdinalIgnoreCase))))
            ?? people.Where(person => happening.Summary?.Contains(person.Name, StringComparison.OrdinalIgnoreCase) is true).MaxBy(person => person.Name.Length);
    }

    /// <summary>A time without a zone, or a whole day, is meant in the site's zone.</summary>
    private static DateTimeOffset Instant(CalDateTime time, DateTimeZone zone) => time.IsUtc || time.TzId is not null
        ? new DateTimeOffset(time.AsUtc, TimeSpan.Zero)
        : zone.AtLeniently(LocalDateTime.FromDateTime(time.Value)).ToDateTimeOffset();
}
