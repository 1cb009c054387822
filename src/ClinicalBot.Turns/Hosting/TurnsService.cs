using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Opens the store before the first request, runs the ticks, and on shutdown lets turns and sends end.</summary>
internal sealed class TurnsService(
    ITurnStore store,
    ColdStart coldStart,
    TurnProcessor processor,
    Outbox outbox,
    TurnTicks ticks,
    CareTime careTime,
    ClockWatch clock,
    TurnsReadiness readiness,
    SteadyTime time,
    IHostApplicationLifetime lifetime,
    IOptions<TurnsOptions> options,
    ILogger<TurnsService> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _loop = Task.CompletedTask;
    private Task? _stopped;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Opening waits for the disk; meanwhile the processor runs what the first reply needs.
        var rehearsal = Task.Run(coldStart.RehearseAsync, CancellationToken.None);
        await store.OpenAsync(time.GetUtcNow(), cancellationToken);
        await careTime.LoadAsync(cancellationToken);
        await clock.LoadAsync(cancellationToken);
        await rehearsal;
        await coldStart.PrepareAsync();
        readiness.Recovered = true;
        lifetime.ApplicationStopping.Register(() => _ = processor.DrainAsync());
        _loop = Task.Run(LoopAsync, CancellationToken.None);
    }

    /// <summary>A host may be told to stop twice at once, by its own signal and by its owner. The store closes once.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _stopped ??= StopOnceAsync();
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task StopOnceAsync()
    {
        if (!readiness.Recovered)
        {
            return;
        }

        await _stop.CancelAsync();
        var limit = options.Value.Drain;
        var drained = await EndsAsync(Task.WhenAll(_loop, processor.DrainAsync()), limit);
        var clean = await outbox.StopAsync(limit) && drained;
        await store.CloseAsync(clean);
    }

    private async Task<bool> EndsAsync(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit, time);
            return true;
        }
        catch (TimeoutException)
        {
            logger.LogWarning("Turns were still running after {Limit}.", limit);
            return false;
        }
    }

    private async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(options.Value.Tick, time);
        var (next, work) = (timer.WaitForNextTickAsync(_stop.Token).AsTask(), store.WaitForWorkAsync(_stop.Token));
        do
        {
            try
            {
                await ticks.RunOnceAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A tick that fails must not end all later ones.
            catch (Exception e)
#pragma warning restore CA1031
            {
                logger.LogError(e, "A tick failed.");
            }
        }
        while (await NextAsync());

        async Task<bool> NextAsync()
        {
            await Task.WhenAny(next, work);
            if (_stop.IsCancellationRequested)
            {
                return false;
            }

            next = next.IsCompleted ? timer.WaitForNextTickAsync(_stop.Token).AsTask() : next;
            work = work.IsCompleted ? store.WaitForWorkAsync(_stop.Token) : work;
            return true;
        }
    }
}
