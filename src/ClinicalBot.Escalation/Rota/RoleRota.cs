namespace ClinicalBot.Escalation;

/// <summary>Who is on call in a role, by layers: rotation, calendar, override, taken now. What stands higher wins.</summary>
/// <param name="Rotation">Null for none.</param>
/// <param name="Shifts">Of calendars, overrides and people who took the role, in the order in which they were made.</param>
/// <param name="HasCalendar">The role has calendars, so that a time in none of them is a gap.</param>
public sealed record RoleRota(Rotation? Rotation, IReadOnlyList<Shift> Shifts, bool HasCalendar = false)
{
    /// <summary>No rota: the people listed for the role are called in their order.</summary>
    public static RoleRota None { get; } = new(null, []);

    /// <summary>A gap in it is a gap: nobody but the fallback is on call.</summary>
    public bool IsKept => Rotation is not null || HasCalendar;

    /// <summary>Who has the role at an instant and what says so; null in a gap. Of shifts of one layer the one made last wins.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="counts">Whether a person counts in a layer: one the contacts no longer have does not.</param>
    public (string PersonId, RotaLayer Layer)? At(DateTimeOffset at, Func<string, RotaLayer, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Shift? best = null;
        foreach (var shift in Shifts)
        {
            if (shift.Covers(at) && counts(shift.PersonId, shift.Layer) && !(best?.Layer > shift.Layer))
            {
                best = shift;
            }
        }

        return best is not null ? (best.PersonId, best.Layer)
            : Rotation?.At(at) is { } member && counts(member, RotaLayer.Rotation) ? (member, RotaLayer.Rotation)
            : null;
    }

    /// <summary>The first instant after <paramref name="at"/> at which the answer may change; null when it never does.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset at)
    {
        DateTimeOffset? next = Rotation?.NextAfter(at);
        foreach (var edge in Shifts.SelectMany(shift => new[] { shift.From, shift.Until }))
        {
            if (edge > at && !(edge >= next))
            {
                next = edge;
            }
        }

        return next;
    }
}
