using System.Diagnostics.Metrics;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Counters of cases, under the meter "ClinicalBot.Cases". None carries an id or content.</summary>
internal sealed class CaseMetrics
{
    private readonly Counter<long> _events;
    private readonly Counter<long> _alarms;
    private readonly Histogram<double> _firstCall;
    private (int Unanswered, TimeSpan Longest, int Stale) _open;

    public CaseMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ClinicalBot.Cases");
        _events = meter.CreateCounter<long>("clinicalbot.cases.events", description: "Events of cases by kind");
        _alarms = meter.CreateCounter<long>("clinicalbot.cases.alarms", description: "Things the auditor found overdue, by kind");
        _firstCall = meter.CreateHistogram(
            "clinicalbot.cases.first_call", "s", "From the decision that calls people until the channel took the first call; drills apart", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300] });
        meter.CreateObservableGauge("clinicalbot.cases.unanswered", () =>
            _open.Unanswered, description: "Cases that call people, and nobody is coming yet; no drills");
        meter.CreateObservableGauge(
            "clinicalbot.cases.unanswered.age", () => _open.Longest.TotalSeconds, "s", "How long the longest of them has been calling; 0 for none");
        meter.CreateObservableGauge("clinicalbot.cases.stale", () => _open.Stale, description: "Open cases whose advice has expired and was not renewed");
    }

    /// <summary>Cases changed.</summary>
    public void Changed(IReadOnlyList<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            _events.Add(1, new KeyValuePair<string, object?>("event", happened.GetType().Name));
        }
    }

    /// <summary>The channel took the first call of a run of the ladder.</summary>
    public void FirstCall(TimeSpan after, bool isDrill) => _firstCall.Record(after.TotalSeconds, new KeyValuePair<string, object?>("drill", isDrill));

    /// <summary>What the auditor last saw of the open cases.</summary>
    public void Open(int unanswered, TimeSpan longest, int stale) => _open = (unanswered, longest, stale);

    /// <summary>Something is overdue.</summary>
    public void Alarm(OverdueKind kind) => _alarms.Add(1, new KeyValuePair<string, object?>("overdue", kind.ToString()));
}
