using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Degraded while a timer is due for too long and has not run: a step of a ladder may be among them.</summary>
internal sealed class DueWorkAge(ITurnStore store, CareTime careTime, IOptions<TurnsOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var late = careTime.GetUtcNow() - (await store.CheckAsync(cancellationToken)).EarliestTimer;
            return late > options.Value.UnsentAlarm
                ? HealthCheckResult.Degraded($"Something was due {late:d\\.hh\\:mm\\:ss} ago and has not happened.")
                : HealthCheckResult.Healthy();
        }
        catch (TurnStoreException)
        {
            // The check of the store itself says so.
            return HealthCheckResult.Healthy();
        }
    }
}
