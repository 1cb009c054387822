using NodaTime;
using NodaTime.TimeZones;

namespace ClinicalBot.Escalation;

/// <summary>The hours of a week in which a person is called.</summary>
/// <param name="Spans">At least one.</param>
/// <param name="Zone">Whose clock.</param>
public sealed record WorkingHours(IReadOnlyList<HoursOfDays> Spans, DateTimeZone Zone)
{
    private const int DaysAhead = 8;

    // As a rotation's handover: the first of two times; the first moment after a gap.
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The instant is within them.</summary>
    public bool Covers(DateTimeOffset at)
    {
        var today = DayOf(at);
        return Of(today.PlusDays(-1)).Concat(Of(today)).Any(span => span.From <= at && at < span.Until);
    }

    /// <summary>The first instant after <paramref name="at"/> at which they begin or end.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset at)
    {
        var today = DayOf(at);
        return Enumerable.Range(-1, DaysAhead + 1).SelectMany(day => Of(today.PlusDays(day)))
            .SelectMany(span => new DateTimeOffset?[] { span.From, span.Until }).Where(edge => edge > at).Min();
    }

    private LocalDate DayOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Zone).Date;

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Of(LocalDate day) => Spans.Where(span => span.Days.Contains(day.DayOfWeek))
        .Select(span => (On(day, span.From), On(span.Until > span.From ? day : day.PlusDays(1), span.Until)));

    private DateTimeOffset On(LocalDate day, LocalTime time) => Zone.ResolveLocal(day + time, Resolver).ToInstant().ToDateTimeOffset();
}

/// <summary>The same hours of several days.</summary>
/// <param name="Days">On which they begin.</param>
/// <param name="From">From then on.</param>
/// <param name="Until">Until then; of the next day when it is not after <paramref name="From"/>.</param>
public sealed record HoursOfDays(IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime Until);
