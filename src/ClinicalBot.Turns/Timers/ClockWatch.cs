using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Turns;

/// <summary>
/// Compares the system clock with the time that has passed, at each tick. A jump is an alarm: in the log, as a metric, in /health/ready and
/// to every registered <see cref="IClockAlarm"/>. Nothing follows a jump that goes away by itself. One that stays for
/// <see cref="Hold"/> is taken for a correction: the clock of care follows it, and everything that waits is moved along, so that no wait
/// becomes longer or shorter than it was. Nodes that share a database start by its clock and follow nothing after: what one node took for a
/// correction would move what another counts on.
/// </summary>
internal sealed class ClockWatch(
    SteadyTime steady, CareTime careTime, ITurnStore store, IEnumerable<IClockAlarm> alarms, TurnsMetrics metrics, ILogger<ClockWatch> logger)
    : IHealthCheck, IDisposable
{
    /// <summary>How far the two may differ. A clock that is slewed stays well within.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>How long a jump must stay to count as a correction.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(15);

    // Reading both clocks takes no time. Where it does, the process was stopped in between, and the difference says nothing.
    private static readonly TimeSpan MostReading = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _looking = new(1);
    private volatile Jump? _jump;
    private volatile Jump? _last;
    private bool _isShared;

    /// <summary>Goes on from what the process before left: also a jump between the two is one.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await store.GetSharedClockAsync(cancellationToken) is { } shared)
        {
            _isShared = true;
            steady.SetTo(shared);
            return;
        }

        if (await store.GetClockAsync(cancellationToken) is { } mark)
        {
            careTime.Correction = mark.Correction;
            var now = steady.GetUtcNow();
            var lived = mark.At + TimeSpan.FromTicks(Ticks() - mark.Timestamp);
            if (mark.Boot != 0 && mark.Boot == ClockMark.ThisBoot() && (now - lived).Duration() > Slack)
            {
                steady.SetTo(lived);
            }
            else if (mark.Latest is { } latest && now < latest - Slack)
            {
                // Nothing is known but that time does not go back.
                steady.SetTo(latest);
            }
        }

        await KeepAsync(TimeSpan.Zero, cancellationToken);
    }

    /// <summary>Compares once; one after the other, so that nothing due is looked for while the clock is being moved.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            await CompareAsync(cancellationToken);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var started = steady.GetTimestamp();
        var ahead = steady.SystemAhead;
        if (steady.GetElapsedTime(started) > MostReading)
        {
            return;
        }

        if (ahead.Duration() <= Slack)
        {
            if (_jump is not null)
            {
                _jump = null;
                logger.LogWarning("The system clock agrees again with the time that passed. Nothing had followed it.");
            }
        }
        else if (_jump is not { } jump || (ahead - jump.Ahead).Duration() > Slack)
        {
            _last = _jump = new Jump(ahead, steady.GetTimestamp());
            await RaiseAsync(ahead, cancellationToken);
        }
        else if (!_isShared && steady.GetElapsedTime(jump.Timestamp) >= Hold)
        {
            await FollowAsync(ahead, cancellationToken);
        }
    }

    /// <summary>Degraded while the clocks differ and for a while after, so that monitoring sees a short jump too.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _jump is { } jump ? HealthCheckResult.Degraded($"The system clock jumped by {jump.InWords} and has not come back. Correct it.")
        : _last is { } last && steady.GetElapsedTime(last.Timestamp) < ToldFor
            ? HealthCheckResult.Degraded($"The system clock jumped by {last.InWords} a short while ago. What waits was not changed by it.")
        : HealthCheckResult.Healthy());

    private async Task RaiseAsync(TimeSpan ahead, CancellationToken cancellationToken)
    {
        logger.LogCritical("The system clock jumped by {Ahead}. Waits go on by the time that passes.", ahead);
        metrics.ClockJump(ahead > TimeSpan.Zero ? "forward" : "back");
        foreach (var alarm in alarms)
        {
            await alarm.RaiseAsync(ahead, cancellationToken);
        }
    }

    /// <summary>
    /// The clock and what waits cannot move in one instant. Whichever goes first is the one that makes nothing due before its time.
    /// </summary>
    private async Task FollowAsync(TimeSpan ahead, CancellationToken cancellationToken)
    {
        var before = steady.SystemAhead;
        if (ahead < TimeSpan.Zero)
        {
            steady.SetToSystem();
        }

        try
        {
            careTime.Correction += await KeepAsync(ahead, cancellationToken) ? ahead : TimeSpan.Zero;
        }
        catch
        {
            if (ahead < TimeSpan.Zero)
            {
                steady.SetTo(steady.GetUtcNow() - before);
            }

            throw;
        }

        steady.SetToSystem();
        _jump = null;
        logger.LogWarning("The system clock stayed where it jumped to ({Ahead}): it is followed, and everything that waits was moved by as much.", ahead);
        foreach (var alarm in alarms)
        {
            await alarm.FollowedAsync(cancellationToken);
        }
    }

    /// <summary>Moves what waits and leaves a mark, at once.</summary>
    private Task<bool> KeepAsync(TimeSpan by, CancellationToken cancellationToken) => store.MoveClockAsync(
        by, new ClockMark(steady.GetUtcNow() + (steady.SystemAhead.Duration() > Slack ? by : TimeSpan.Zero), Ticks(), ClockMark.ThisBoot(),
            careTime.Correction + by, null), cancellationToken);

    private long Ticks() => (long)(steady.GetTimestamp() * ((double)TimeSpan.TicksPerSecond / steady.TimestampFrequency));

    private sealed record Jump(TimeSpan Ahead, long Timestamp)
    {
        public string InWords => FormattableString.Invariant($"{(Ahead < TimeSpan.Zero ? "-" : "")}{Ahead.Duration():d\\.hh\\:mm\\:ss}");
    }
}
