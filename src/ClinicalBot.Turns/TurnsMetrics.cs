using System.Diagnostics.Metrics;

namespace ClinicalBot.Turns;

/// <summary>Metrics of turns, under the meter "ClinicalBot.Turns". None carries an id or content.</summary>
internal sealed class TurnsMetrics
{
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30] };

    private readonly Counter<long> _turns;
    private readonly Counter<long> _replayed;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _clockJumps;
    private readonly Histogram<double> _duration;
    private readonly ObservableGauge<double> _dueAge;
    private Func<(TimeSpan Due, TimeSpan Unsent)> _ages = () => default;

    public TurnsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ClinicalBot.Turns");
        _turns = meter.CreateCounter<long>("clinicalbot.turns", description: "Turns by outcome");
        _replayed = meter.CreateCounter<long>("clinicalbot.turns.replayed", description: "Activities that came again and got the answer kept with their claim");
        _conflicts = meter.CreateCounter<long>("clinicalbot.turns.conflicts", description: "Runs repeated because a document changed");
        _deliveries = meter.CreateCounter<long>("clinicalbot.deliveries", description: "Attempts at the channel by outcome");
        _clockJumps = meter.CreateCounter<long>("clinicalbot.clock.jumps", description: "Jumps of the system clock by direction");
        _duration = meter.CreateHistogram("clinicalbot.turns.duration", "s", "From arrival to commit", tags: null, Seconds);
        _dueAge = meter.CreateObservableGauge("clinicalbot.due.age", () =>
            _ages().Due.TotalSeconds, "s", "How long the earliest timer has been due and has not run; 0 for none");
        meter.CreateObservableGauge("clinicalbot.unsent.age", () =>
            _ages().Unsent.TotalSeconds, "s", "How long the oldest unsent message has been waiting; 0 for none");
    }

    /// <summary>Metrics are collected.</summary>
    public bool AreRead => _dueAge.Enabled;

    /// <summary>Where ages of waiting work are read when metrics are collected.</summary>
    public void Watch(Func<(TimeSpan Due, TimeSpan Unsent)> ages) => _ages = ages;

    public void Turn(string outcome, TimeSpan duration)
    {
        _turns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _duration.Record(duration.TotalSeconds);
    }

    public void Replayed() => _replayed.Add(1);

    public void ClockJump(string direction) => _clockJumps.Add(1, new KeyValuePair<string, object?>("direction", direction));

    public void Conflict() => _conflicts.Add(1);

    public void Delivery(string outcome) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
