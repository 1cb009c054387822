using NodaTime;
using NodaTime.TimeZones;

namespace ClinicalBot.Escalation;

/// <summary>A rotation by rule: one member after the other, each for the same number of days, handing over at the same clock time.</summary>
/// <param name="Members">Ids of the people, in their order; at least one.</param>
/// <param name="Start">The day on which the first member takes over.</param>
/// <param name="Handoff">Clock time of every handover.</param>
/// <param name="Days">How many days each has it; at least 1.</param>
/// <param name="Zone">Whose clock.</param>
public sealed record Rotation(IReadOnlyList<string> Members, LocalDate Start, LocalTime Handoff, int Days, DateTimeZone Zone)
{
    // When the clock goes back the handover is at the first of the two times; when it skips the time, at the first moment after the gap.
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Who has it at an instant; null before the first day.</summary>
    public string? At(DateTimeOffset at)
    {
        var turn = TurnAt(at);
        return turn < 0 ? null : Members[turn % Members.Count];
    }

    /// <summary>The first handover after an instant.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset at) => HandoffOf(Math.Max(TurnAt(at) + 1, 0));

    /// <summary>Number of the turn at an instant, from 0; negative before the first.</summary>
    private int TurnAt(DateTimeOffset at)
    {
        var today = Instant.FromDateTimeOffset(at).InZone(Zone).Date;
        var day = HandoffOn(today) <= at ? today : today.PlusDays(-1);
        var days = Period.DaysBetween(Start, day);
        return days < 0 ? -1 : days / Days;
    }

    private DateTimeOffset HandoffOf(int turn) => HandoffOn(Start.PlusDays(turn * Days));

    private DateTimeOffset HandoffOn(LocalDate day) => Zone.ResolveLocal(day + Handoff, Resolver).ToInstant().ToDateTimeOffset();
}
