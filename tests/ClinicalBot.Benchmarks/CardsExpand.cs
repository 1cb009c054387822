using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ClinicalBot.AdaptiveCards;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks;

/// <summary>A decision card of realistic size: from parsed data to UTF-8.</summary>
[MemoryDiagnoser]
public class CardsExpand
{
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);
    private CardTemplate _template = null!;
    private JsonElement _data;

    [GlobalSetup]
    public void Setup()
    {
        var directory = Path.Combine(Repository.Root, "tests", "ClinicalBot.AdaptiveCards.Tests", "Cards");
        _template = CardTemplate.Compile(File.ReadAllBytes(Path.Combine(directory, "decision.json")), "decision.json");
        _data = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(directory, "decision.sample.json")));
    }

    [Benchmark]
    public int Expand()
    {
        _output.ResetWrittenCount();
        _template.Expand(_data, _output);
        return _output.WrittenCount;
    }
}
