using ClinicalBot.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Site;

/// <summary>Outside local mode a role without a number makes the service not ready: somebody would be told to call nobody.</summary>
internal sealed class ContactsHealth(Contacts contacts, BotMode mode) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = contacts.Missing;
        return Task.FromResult(mode.IsLocal || missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"No number is configured for {string.Join(", ", missing.Select(role => $"Site:Contacts:{role}:Phone"))}."));
    }
}
