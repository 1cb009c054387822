using BenchmarkDotNet.Attributes;
using ClinicalBot.Rules;

namespace ClinicalBot.Benchmarks;

/// <summary>A decision should take less than 5 microseconds; the urgency alone less than 200 ns, without allocating.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class RulesBenchmarks
{
    private static readonly DateTimeOffset Block = new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);

    private readonly Assessment _expected = new()
    {
        BlockTime = Block,
        AssessedAt = Block.AddHours(2.5),
        Numbness = Numbness.Present,
        Distribution = Distribution.WithinBlockArea,
        RadicularSymptoms = YesNo.No,
        StraightLegRaise = StraightLegRaise.Able,
        Motor = MotorExam.All(Strength.Normal),
        Reflexes = new ReflexExam(Reflex.Normal, Reflex.Normal),
        RedFlags = RedFlags.All(YesNo.No),
    };

    /// <summary>Nothing known but a red flag: the longest answer there is.</summary>
    private readonly Assessment _longest = new() { AssessedAt = Block, RedFlags = new() { SaddleAnesthesia = YesNo.Yes } };

    private Assessment[] _earlier = [];

    [GlobalSetup]
    public void Setup() => _earlier = [.. Enumerable.Repeat(_expected, 50)];

    [Benchmark]
    public Urgency UrgencyOf() => RulesCore.UrgencyOf(_expected);

    [Benchmark]
    public Decision Decide() => RulesCore.Decide(_expected);

    [Benchmark]
    public Decision DecideTheLongest() => RulesCore.Decide(_longest);

    [Benchmark]
    public Decision DecideAfterFiftyExams() => RulesCore.Decide(_expected, _earlier);
}
