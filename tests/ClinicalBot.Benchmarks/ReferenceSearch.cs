using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using ClinicalBot.Conversations.Reference;

namespace ClinicalBot.Benchmarks;

/// <summary>One lookup. Promise: 99 of 100 under 5 ms.</summary>
[MemoryDiagnoser]
[Config(typeof(Percentiles))]
public class ReferenceSearch
{
    private readonly ReferenceIndex _index = new();

    [Params("dorsiflexion", "d", "anaesthesiologest", "when should I tell the anesthetist about a numb leg past 4 hours?", "aspirin dose", "")]
    public string Query { get; set; } = "";

    [Benchmark]
    public int Search() => _index.Search(Query).Count;

    private sealed class Percentiles : ManualConfig
    {
        public Percentiles() => AddColumn(StatisticColumn.P95, StatisticColumn.P100);
    }
}
