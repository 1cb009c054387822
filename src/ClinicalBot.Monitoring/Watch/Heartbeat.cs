using ClinicalBot.Turns;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Monitoring.Watch;

/// <summary>
/// Every minute, and only while the store, the outbox, the timers and the auditor have each done their work in time, asks for the address of the
/// settings. Who watches that address learns that the bot died: nothing inside it could tell.
/// </summary>
internal sealed class Heartbeat(HealthCheckService health, IHttpClientFactory clients, IOptions<WatchOptions> options, SteadyTime time,
    ILogger<Heartbeat> logger) : BackgroundService
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "heartbeat";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Beats once, if all is well.</summary>
    /// <returns>True when the beat was taken.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var report = await health.CheckHealthAsync(check => check.Tags.Contains(HealthEndpoints.Deep), cancellationToken);
        if (report.Status != HealthStatus.Healthy)
        {
            logger.LogError("No heartbeat: {Wrong}", string.Join(" ", report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
                .Select(entry => $"{entry.Key}: {entry.Value.Description}")));
            return false;
        }

        try
        {
            using var http = clients.CreateClient(ClientName);
            using var response = await http.GetAsync(new Uri(options.Value.HeartbeatUrl), cancellationToken);
            response.EnsureSuccessStatusCode();
            return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning("The heartbeat was not taken ({Why}).", e.GetType().Name);
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.HeartbeatUrl.Length == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunOnceAsync(stoppingToken);
        }
    }
}
