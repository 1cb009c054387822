using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Turns due timers into turns. A timer whose turn fails is tried again later, never lost.</summary>
internal sealed class DueTimers(
    ITurnStore store,
    TurnProcessor processor,
    CareTime careTime,
    SteadyTime systemTime,
    IOptions<TurnsOptions> options,
    ILogger<DueTimers> logger)
{
    private const int BatchSize = 100;

    /// <summary>Runs every timer that is due, each in the queue of its conversation, and waits for them.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = await store.TakeDueTimersAsync(careTime.GetUtcNow(), systemTime.GetUtcNow(), BatchSize, cancellationToken);
        await Task.WhenAll(due.Select(RunAsync));
    }

    private async Task RunAsync(DueTimer timer)
    {
        var activity = JsonSerializer.Deserialize(timer.Start.Activity, ProtocolJson.Default.Activity)!;
        if (await processor.RunTimerAsync(timer, activity) is TurnResult.Answered)
        {
            return;
        }

        var pause = Backoff.After(timer.Attempts, timer.Id, options.Value.MaxBackoff);
        logger.LogWarning("Timer {Timer} failed {Attempts} times; again in {Pause}.", timer.Id, timer.Attempts + 1, pause);
        await store.SettleAsync(new Settlement.Postponed(timer.Id, systemTime.GetUtcNow() + pause, InDoubt: false, Held: false));
    }
}
