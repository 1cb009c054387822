using System.Collections.Concurrent;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>What was measured of one bot; several slices add up.</summary>
internal sealed class Measure
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly ConcurrentDictionary<string, int> _errors = new();
    private TimeSpan _elapsed;
    private TimeSpan _cpu;

    public int Turns => _milliseconds.Count;

    public double TurnsPerSecond => Turns / _elapsed.TotalSeconds;

    public double CpuPerTurn => _cpu.TotalMilliseconds / Turns;

    public IReadOnlyDictionary<string, int> Errors => _errors;

    /// <summary>Bytes allocated in all slices; null when they were not counted.</summary>
    public long? Allocated { get; set; }

    public void Add(TimeSpan latency) => _milliseconds.Add(latency.TotalMilliseconds);

    public void Error(string what) => _errors.AddOrUpdate(what, 1, (_, times) => times + 1);

    public void End(TimeSpan elapsed, TimeSpan cpu) => (_elapsed, _cpu) = (elapsed, cpu);

    /// <summary>Latency that so many of 100 turns stay under.</summary>
    public double Percentile(double percent)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];
    }

    /// <summary>Adds another slice.</summary>
    public void Merge(Measure other)
    {
        foreach (var each in other._milliseconds)
        {
            _milliseconds.Add(each);
        }

        foreach (var (what, times) in other._errors)
        {
            _errors.AddOrUpdate(what, times, (_, before) => before + times);
        }

        (_elapsed, _cpu) = (_elapsed + other._elapsed, _cpu + other._cpu);
    }
}
