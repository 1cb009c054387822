using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Turns;

/// <summary>Degraded while timers and outbox do not get to run to their end: what is due waits then, and nothing else may say so.</summary>
internal sealed class TicksHealth(TurnTicks ticks) : IHealthCheck
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        ticks.SinceLastRun is var since && since > Most
            ? HealthCheckResult.Degraded($"Timers and outbox have not run for {since:d\\.hh\\:mm\\:ss}.")
            : HealthCheckResult.Healthy());
}
