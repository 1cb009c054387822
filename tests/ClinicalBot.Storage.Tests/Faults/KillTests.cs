using System.Globalization;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>The promise: a turn happens exactly once and its replies arrive, whatever dies and whenever.</summary>
public sealed class KillTests
{
    private static readonly string[] Script = ["hello", "twice", "edit", "timer", "bye"];

    public static TheoryData<KillPoint> Points => [.. Enum.GetValues<KillPoint>()];

    [Fact]
    public async Task Undisturbed_conversation_arrives_as_said()
    {
        await using var run = new Run();
        Assert.Equal(Run.Undisturbed(Script), await run.PlayAsync(Script, null, default));
    }

    /// <summary>Each seed is a script, and a step, a point and a count at which to die.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, RunsAsked())];

    [Fact]
    public async Task Seven_fired_at_a_cold_bot_without_waiting_are_seven_turns_in_one_order()
    {
        // Which of them the system's scheduler hands over first is not ours to say: the order of entering is tested at the gate.
        string[] script = ["a", "b", "c", "d", "e", "f", "g"];
        await using var run = new Run();
        var lines = await run.FireAsync(script);
        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"POST {i}:"), lines.Select(l => l[..^2]));
        Assert.Equal(script, lines.Select(l => l[^1..]).Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_script_survives_any_death(int seed)
    {
        var random = new Random(seed);
        var script = random.GetItems(Script, 6);
        var point = random.GetItems(Enum.GetValues<KillPoint>(), 1)[0];
        await using var run = new Run();
        Assert.Equal(Run.Undisturbed(script), await run.PlayAsync(script, random.Next(script.Length), point, random.Next(1, 3)));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_process_repeats_no_turn_and_loses_no_reply(KillPoint point)
    {
        await using var run = new Run();
        Assert.Equal(Run.Undisturbed(Script), await run.PlayAsync(Script, 1, point));
        Assert.True(run.HasDied);
    }

    /// <summary>CLINICALBOT_FAULT_RUNS=500 makes it a long run; 4 fit a build.</summary>
    private static int RunsAsked() =>
        int.TryParse(Environment.GetEnvironmentVariable("CLINICALBOT_FAULT_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 4;
}
