using ClinicalBot.BotFramework;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Hosting;

/// <summary>Without the channel's keys no caller is let in: every message gets 503.</summary>
internal sealed class KeysHealth(BotAuthenticationCheck bot) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await bot.HasChannelKeysAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The channel's signing keys cannot be fetched: no message is let in. Let this machine reach the address in "
            + "BotOpenIdMetadata, or the cloud's own.");
}

/// <summary>
/// Without a token for the connector no reply leaves. Degraded and no worse: what people send is still taken, and the replies stay due.
/// Entra is not asked more often because health is asked here.
/// </summary>
internal sealed class TokenHealth(BotAuthenticationCheck bot, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1);
    private (long At, string? Why)? _known;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_known is not { } known || time.GetElapsedTime(known.At) >= AskAgainAfter)
            {
                _known = known = (time.GetTimestamp(), await bot.WhyNoTokenAsync(cancellationToken));
            }

            return known.Why is { } why
                ? HealthCheckResult.Degraded($"There is no token for the connector ({why}): replies wait. The command doctor says what to do.")
                : HealthCheckResult.Healthy();
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();
}
