using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Every alarm the auditor of one bot raised, whichever of its looks found it.</summary>
internal sealed class Alarms : IDisposable
{
    private readonly ConcurrentQueue<string> _kinds = new();
    private readonly MeterListener _listener = new();

    public Alarms(IMeterFactory bot)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "clinicalbot.cases.alarms" && instrument.Meter.Scope == bot)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _kinds.Enqueue((string)tags[0].Value!));
        _listener.Start();
    }

    /// <summary>Their kinds, in order.</summary>
    public IReadOnlyCollection<string> Kinds => _kinds;

    public void Dispose() => _listener.Dispose();
}
