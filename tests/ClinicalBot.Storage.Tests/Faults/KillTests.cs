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

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_process_repeats_no_turn_and_loses_no_reply(KillPoint point)
    {
        await using var run = new Run();
        Assert.Equal(Run.Undisturbed(Script), await run.PlayAsync(Script, 1, point));
    }
}
