using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>Counts what a .NET process allocates, from outside, by the runtime's own counter that is told every second.</summary>
internal sealed class AllocationCounter : IAsyncDisposable
{
    private readonly EventPipeSession _session;
    private readonly Task _reading;
    private long _bytes;

    public AllocationCounter(int processId)
    {
        var provider = new EventPipeProvider(
            "System.Runtime", EventLevel.Informational, 0, new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" });
        _session = new DiagnosticsClient(processId).StartEventPipeSession([provider], requestRundown: false);
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Bytes since it was started, up to the last full second.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public async ValueTask DisposeAsync()
    {
        await _session.StopAsync(CancellationToken.None);
        await _reading;
        _session.Dispose();
    }

    private void Read()
    {
        using var source = new EventPipeEventSource(_session.EventStream);
        source.Dynamic.All += Take;
        source.Process();
    }

    private void Take(TraceEvent told)
    {
        if (told.EventName == "EventCounters"
            && told.PayloadValue(0) is IDictionary<string, object> { } payload
            && payload["Payload"] is IDictionary<string, object> counter
            && (string)counter["Name"] == "alloc-rate")
        {
            Interlocked.Add(ref _bytes, (long)(double)counter["Increment"]);
        }
    }
}
