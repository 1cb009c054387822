using System.Diagnostics.Metrics;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Counters of cases, under the meter "ClinicalBot.Cases". None carries an id or content.</summary>
internal sealed class CaseMetrics
{
    private readonly Counter<long> _events;
    private readonly Counter<long> _alarms;

    public CaseMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ClinicalBot.Cases");
        _events = meter.CreateCounter<long>("clinicalbot.cases.events", description: "Events of cases by kind");
        _alarms = meter.CreateCounter<long>("clinicalbot.cases.alarms", description: "Things the auditor found overdue, by kind");
    }

    /// <summary>Cases changed.</summary>
    public void Changed(IReadOnlyList<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            _events.Add(1, new KeyValuePair<string, object?>("event", happened.GetType().Name));
        }
    }

    /// <summary>Something is overdue.</summary>
    public void Alarm(OverdueKind kind) => _alarms.Add(1, new KeyValuePair<string, object?>("overdue", kind.ToString()));
}
