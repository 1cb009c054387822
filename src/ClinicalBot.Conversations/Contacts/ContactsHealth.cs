using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>
/// A role without a number makes the service not ready: clinicians would be told to call a number that is not there. Not checked in local mode.
/// </summary>
internal sealed class ContactsHealth(RolePhones contacts) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = contacts.Missing;
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"No number is configured for {string.Join(", ", missing.Select(role => $"Site:Contacts:{role}:Phone"))}."));
    }
}
