namespace ClinicalBot.Escalation;

/// <summary>How long one role was waited for in one case. Every span counts from the decision that first called people.</summary>
/// <param name="Role">e.g. "neurology".</param>
public sealed record RoleTimes(string Role)
{
    /// <summary>Until the first call; null when none was made.</summary>
    public TimeSpan? Called { get; init; }

    /// <summary>Until the first call was delivered, by the channel or by the second medium.</summary>
    public TimeSpan? Delivered { get; init; }

    /// <summary>Until the first answer for the role.</summary>
    public TimeSpan? Answered { get; init; }

    /// <summary>Until a person was at the bedside for the role.</summary>
    public TimeSpan? Bedside { get; init; }

    /// <summary>Promises of arrival that lapsed.</summary>
    public int Lapses { get; init; }

    /// <summary>People who could not come or handed back.</summary>
    public int Declines { get; init; }

    /// <summary>Calls that were not delivered, or not in time.</summary>
    public int Undelivered { get; init; }

    /// <summary>Of each role that was called or answered, in the order in which that happened first.</summary>
    /// <param name="events">The whole record of one case, in order, its times moved already.</param>
    /// <param name="decidedAt">When it first escalated.</param>
    internal static IReadOnlyList<RoleTimes> Of(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events, DateTimeOffset decidedAt)
    {
        var (found, order) = (new Dictionary<string, RoleTimes>(StringComparer.OrdinalIgnoreCase), new List<string>());
        var calls = new Dictionary<string, Call>(StringComparer.Ordinal);
        foreach (var (happened, at) in events)
        {
            var after = at - decidedAt;
            foreach (var call in (happened as CaseEvent.StepFired)?.Calls ?? [])
            {
                calls[call.Id] = call;
            }

            foreach (var role in Concerned(happened, calls).Where(role => role != Need.Any))
            {
                if (!found.TryGetValue(role, out var times))
                {
                    times = new RoleTimes(role);
                    order.Add(role);
                }

                found[role] = With(times, happened, after);
            }
        }

        return [.. order.Select(role => found[role])];
    }

    private static RoleTimes With(RoleTimes times, CaseEvent happened, TimeSpan after) => happened switch
    {
        CaseEvent.StepFired => times with { Called = times.Called ?? after },
        CaseEvent.Delivered => times with { Delivered = times.Delivered ?? after },
        CaseEvent.ArrivedAtBedside => times with { Answered = times.Answered ?? after, Bedside = times.Bedside ?? after },
        CaseEvent.Acknowledged or CaseEvent.TakenOver => times with { Answered = times.Answered ?? after },
        CaseEvent.EtaLapsed => times with { Lapses = times.Lapses + 1 },
        CaseEvent.Declined or CaseEvent.HandedBack => times with { Declines = times.Declines + 1 },
        _ => times with { Undelivered = times.Undelivered + 1 },
    };

    /// <summary>The roles an event is about; a person who answers for any of them answers for those they were called for.</summary>
    private static IEnumerable<string> Concerned(CaseEvent happened, Dictionary<string, Call> calls)
    {
        return happened switch
        {
            CaseEvent.StepFired fired => fired.Calls.SelectMany(call => call.Roles).Distinct(StringComparer.OrdinalIgnoreCase),
            CaseEvent.Delivered delivered => OfCall(delivered.Call),
            CaseEvent.Refused refused => OfCall(refused.Call),
            CaseEvent.Unconfirmed late => OfCall(late.Call),
            CaseEvent.Acknowledged acknowledged => OfAnswer(acknowledged.By, acknowledged.Roles),
            CaseEvent.TakenOver taken => OfAnswer(taken.By, taken.Roles),
            CaseEvent.ArrivedAtBedside arrived => OfAnswer(arrived.By, arrived.Roles),
            CaseEvent.EtaLapsed lapsed => OfPerson(lapsed.By),
            CaseEvent.Declined declined => OfPerson(declined.By),
            CaseEvent.HandedBack back => OfPerson(back.By),
            _ => [],
        };

        IEnumerable<string> OfCall(string id) =>
            calls.TryGetValue(CaseFold.IsSecond(id) ? id[..^CallIds.Second.Length] : id, out var call) ? call.Roles : [];

        IEnumerable<string> OfPerson(Actor by) =>
            calls.Values.Where(call => call.Person?.Id == by.Id).SelectMany(call => call.Roles).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        IEnumerable<string> OfAnswer(Actor by, IReadOnlyList<string>? roles) => roles is null || roles.Contains(Need.Any) ? OfPerson(by) : roles;
    }
}
