using ClinicalBot.Escalation;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>
/// A role without a number makes the service not ready: clinicians would be told to call a number that is not there. Not checked in local mode.
/// </summary>
internal sealed class ContactsHealth(RolePhones phones) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = phones.Missing;
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The contacts file has no phone of {string.Join(", ", missing.Select(RoleNames.Of))}."));
    }
}
