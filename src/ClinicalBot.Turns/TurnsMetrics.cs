using System.Diagnostics.Metrics;

namespace ClinicalBot.Turns;

/// <summary>Counters of this room, under the meter "ClinicalBot.Turns". None carries an id or content.</summary>
internal sealed class TurnsMetrics
{
    private readonly Counter<long> _turns;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _clockJumps;
    private readonly Histogram<double> _duration;

    public TurnsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ClinicalBot.Turns");
        _turns = meter.CreateCounter<long>("clinicalbot.turns", description: "Turns by outcome");
        _conflicts = meter.CreateCounter<long>("clinicalbot.turns.conflicts", description: "Runs repeated because a document changed");
        _deliveries = meter.CreateCounter<long>("clinicalbot.deliveries", description: "Attempts at the channel by outcome");
        _clockJumps = meter.CreateCounter<long>("clinicalbot.clock.jumps", description: "Jumps of the system clock by direction");
        _duration = meter.CreateHistogram<double>("clinicalbot.turns.duration", "s", "From arrival to commit");
    }

    public void Turn(string outcome, TimeSpan duration)
    {
        _turns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _duration.Record(duration.TotalSeconds);
    }

    public void ClockJump(string direction) => _clockJumps.Add(1, new KeyValuePair<string, object?>("direction", direction));

    public void Conflict() => _conflicts.Add(1);

    public void Delivery(string outcome) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
