using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>How long people waited in one case, from its record alone. Every span counts from the decision that first called people.</summary>
/// <param name="Reference">The case.</param>
/// <param name="DecidedAt">When it first escalated.</param>
/// <param name="Urgency">For which urgency.</param>
/// <param name="IsDrill">It was a drill.</param>
public sealed record CaseTimes(string Reference, DateTimeOffset DecidedAt, Urgency Urgency, bool IsDrill)
{
    /// <summary>Until the first call; null when nobody was called.</summary>
    public TimeSpan? Called { get; init; }

    /// <summary>Until the first call was delivered.</summary>
    public TimeSpan? Delivered { get; init; }

    /// <summary>Until the first answer.</summary>
    public TimeSpan? Answered { get; init; }

    /// <summary>Until the first person was at the bedside.</summary>
    public TimeSpan? Bedside { get; init; }

    /// <summary>Until the MRI was done.</summary>
    public TimeSpan? Mri { get; init; }

    /// <summary>Promises of arrival that lapsed.</summary>
    public int Lapses { get; init; }

    /// <summary>People who could not come or handed back.</summary>
    public int Declines { get; init; }

    /// <summary>Calls that were not delivered, or not in time.</summary>
    public int Undelivered { get; init; }

    /// <summary>The same for each role that was called or answered, by its name.</summary>
    public IReadOnlyList<RoleTimes> Roles { get; init; } = [];

    /// <summary>Whether the advice was followed: the last word of each person on each exam.</summary>
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];

    /// <summary>The times of a case; null when it never escalated.</summary>
    /// <param name="events">The whole record of one case, in order.</param>
    public static CaseTimes? Of(IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        events = ClockShift.Of(events, TimeSpan.FromTicks(events.Sum(each => each.Event switch
        {
            CaseEvent.Opened begun => begun.ClockCorrection.Ticks,
            CaseEvent.ClockCorrected corrected => corrected.By.Ticks,
            _ => 0,
        })));
        if (events is not [{ Event: CaseEvent.Opened opened }, ..]
            || events.FirstOrDefault(each => each.Event is CaseEvent.EscalationStarted) is not { Event: CaseEvent.EscalationStarted started } first)
        {
            return null;
        }

        return new CaseTimes(opened.Reference, first.At, started.Urgency, opened.Reason == OpeningReason.Drill)
        {
            Called = Until(each => each is CaseEvent.StepFired { Calls.Count: > 0 }),
            Delivered = Until(each => each is CaseEvent.Delivered { Call: not CallIds.Requester }),
            Answered = Until(each => each is CaseEvent.Acknowledged or CaseEvent.TakenOver or CaseEvent.ArrivedAtBedside),
            Bedside = Until(each => each is CaseEvent.ArrivedAtBedside),
            Mri = Until(each => each is CaseEvent.MilestoneReached { What: Milestone.MriDone }),
            Roles = RoleTimes.Of(events, first.At),
            Feedback = [.. events.Select(each => each.Event).OfType<CaseEvent.FeedbackGiven>().GroupBy(each => (each.Exam, each.By.Id))
                .Select(each => each.Last().What)],
            Lapses = events.Count(each => each.Event is CaseEvent.EtaLapsed),
            Declines = events.Count(each => each.Event is CaseEvent.Declined or CaseEvent.HandedBack),
            Undelivered = events.Count(each => each.Event is CaseEvent.Refused { Call: not CallIds.Requester }
                or CaseEvent.Unconfirmed { Call: not CallIds.Requester }),
        };

        TimeSpan? Until(Func<CaseEvent, bool> wanted) => events.SkipWhile(each => each.Event is not CaseEvent.EscalationStarted)
            .Where(each => wanted(each.Event)).Select(each => (TimeSpan?)(each.At - first.At)).FirstOrDefault();
    }

    /// <summary>A percentile by the nearest rank; null without values.</summary>
    /// <param name="values">Any order; nulls do not count.</param>
    /// <param name="percent">1 to 100.</param>
    public static TimeSpan? Percentile(IEnumerable<TimeSpan?> values, int percent)
    {
        List<TimeSpan> sorted = [.. values.OfType<TimeSpan>().Order()];
        return sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(percent / 100.0 * sorted.Count) - 1];
    }
}
