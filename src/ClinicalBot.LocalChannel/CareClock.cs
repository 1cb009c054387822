using ClinicalBot.Turns;

namespace ClinicalBot.LocalChannel;

/// <summary>
/// Moves the care clock for the page, forward only. It goes from one due moment of a case to the next and lets each happen before it goes
/// on, and stops every few minutes for what the host does by itself, such as notices of shifts: ten minutes skipped look like ten minutes waited.
/// </summary>
internal sealed class CareClock(CareTime careTime, IUpcoming upcoming, TurnTicks ticks, TimeProvider time)
{
    private const int MaxLooks = 40;

    // Within the shortest time after which something that is due at a clock time is given up: a day has 288 stops.
    private static readonly TimeSpan Stride = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>What the clock shows.</summary>
    public async Task<CareMoment> ReadAsync(CancellationToken cancellationToken) =>
        new(careTime.GetUtcNow(), await FindNextAsync(cancellationToken));

    /// <summary>Moves it on.</summary>
    /// <param name="by">More than zero.</param>
    /// <param name="cancellationToken">Gives up; what was moved stays.</param>
    public async Task<CareMoment> ForwardAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        await ForwardToAsync(careTime.GetUtcNow() + by, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Moves it to what is due next; not at all when nothing is.</summary>
    public async Task<CareMoment> ForwardToNextAsync(CancellationToken cancellationToken)
    {
        if (await FindNextAsync(cancellationToken) is { } next)
        {
            await ForwardToAsync(next.At, cancellationToken);
        }

        return await ReadAsync(cancellationToken);
    }

    private async Task ForwardToAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (careTime.GetUtcNow() is var now && now < until)
        {
            var stop = now + Stride < until ? now + Stride : until;
            if (await FindNextAsync(cancellationToken) is { } next && next.At <= stop)
            {
                await MoveToAsync(next.At, cancellationToken);
                if (!await HappensAsync(next, cancellationToken))
                {
                    break;
                }
            }
            else
            {
                await MoveToAsync(stop, cancellationToken);
            }

            await upcoming.DoByItselfAsync(cancellationToken);
            await ticks.RunOnceAsync(cancellationToken);
        }

        await MoveToAsync(until, cancellationToken);
        await ticks.RunOnceAsync(cancellationToken);
    }

    private async Task MoveToAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (at - careTime.GetUtcNow() is var by && by > TimeSpan.Zero)
        {
            await careTime.ForwardAsync(by, cancellationToken);
        }
    }

    /// <summary>Runs what is due. The host's own tick may have it in hand; then this waits for it. False when it takes too long.</summary>
    private async Task<bool> HappensAsync(NextStep due, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MaxLooks; look++)
        {
            await ticks.RunOnceAsync(cancellationToken);
            await ticks.WhenIdleAsync().WaitAsync(cancellationToken);
            if (await FindNextAsync(cancellationToken) is not { } next || next.At > due.At)
            {
                return true;
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        return false;
    }

    private Task<NextStep?> FindNextAsync(CancellationToken cancellationToken) => upcoming.FindNextAsync(cancellationToken);
}

/// <summary>What the care clock shows.</summary>
/// <param name="Now">The moment of care.</param>
/// <param name="Next">What is due next; null when nothing is.</param>
internal sealed record CareMoment(DateTimeOffset Now, NextStep? Next);
