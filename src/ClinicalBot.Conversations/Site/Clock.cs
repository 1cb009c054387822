using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Texts;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Site;

/// <summary>Instants and durations as a person reads them, in the person's zone, else the site's.</summary>
internal sealed class Clock(IOptions<SiteOptions> site, IDateTimeZoneProvider zones)
{
    /// <summary>The zone of an activity's sender.</summary>
    public DateTimeZone ZoneOf(Activity activity) =>
        Find(activity.LocalTimezone) ?? Find(ClientZone(activity)) ?? Find(site.Value.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>Weekday, date, clock time and zone, e.g. "Sun 22 Nov 2026, 11:30 UTC".</summary>
    public static string Moment(DateTimeOffset at, DateTimeZone zone)
    {
        var local = Instant.FromDateTimeOffset(at).InZone(zone);
        return local.ToString(Text.PatternMoment, CultureInfo.CurrentCulture);
    }

    /// <summary>Clock time and day as people say it: "18:42 today", "18:42 yesterday", "18:42 Mon 23 Nov".</summary>
    public static string Short(DateTimeOffset at, DateTimeOffset now, DateTimeZone zone)
    {
        var (local, today) = (Instant.FromDateTimeOffset(at).InZone(zone), Instant.FromDateTimeOffset(now).InZone(zone).Date);
        var time = local.ToString("HH:mm", CultureInfo.CurrentCulture);
        return Period.DaysBetween(today, local.Date) switch
        {
            0 => Say.With(Text.Today, time),
            1 => Say.With(Text.Tomorrow, time),
            -1 => Say.With(Text.Yesterday, time),
            _ => $"{time} {local.ToString(Text.PatternDay, CultureInfo.CurrentCulture)}",
        };
    }

    /// <summary>A duration in hours and minutes, or days and hours from two days on.</summary>
    public static string Elapsed(TimeSpan elapsed) => elapsed < TimeSpan.FromHours(48)
        ? Say.With(Text.Hours, (int)elapsed.TotalHours, elapsed.Minutes)
        : Say.With(Text.Days, elapsed.Days, elapsed.Hours);

    /// <summary>The instant with the zone's offset at that instant.</summary>
    public static DateTimeOffset In(DateTimeZone zone, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeOffset();

    private static string? ClientZone(Activity activity)
    {
        var info = activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo");
        return info?.Properties?.TryGetValue("timezone", out var zone) is true && zone.ValueKind == System.Text.Json.JsonValueKind.String
            ? zone.GetString()
            : null;
    }

    private DateTimeZone? Find(string? name) => string.IsNullOrEmpty(name) || name.Length > 64 ? null : zones.GetZoneOrNull(name);
}
