using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>
/// Ready when the store is open and can be written; degraded while a message has been unsent for too long: to keep people's messages away
/// would help no one.
/// </summary>
internal sealed class TurnsReadiness(ITurnStore store, TimeProvider time, IOptions<TurnsOptions> options) : IHealthCheck
{
    /// <summary>The store is open.</summary>
    public bool Recovered { get; set; }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!Recovered)
        {
            return HealthCheckResult.Unhealthy("The store is not open yet.");
        }

        try
        {
            var status = await store.CheckAsync(cancellationToken);
            var waiting = time.GetUtcNow() - status.OldestUnsent;
            return waiting > options.Value.UnsentAlarm
                ? HealthCheckResult.Degraded($"A message has been unsent for {waiting:hh\\:mm\\:ss}: the channel does not take it.")
                : HealthCheckResult.Healthy();
        }
        catch (TurnStoreException e)
        {
            return HealthCheckResult.Unhealthy("The store cannot be written: " + e.Message);
        }
    }
}
