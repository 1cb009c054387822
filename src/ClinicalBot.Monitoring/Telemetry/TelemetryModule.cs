using System.Reflection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ClinicalBot.Monitoring.Telemetry;

/// <summary>
/// Sends traces, metrics and logs over OTLP, and lets Prometheus scrape the metrics; each by setting. Of the frameworks below only sources
/// are taken whose tags name routes and statuses: their traces would hold addresses, and addresses hold ids of people.
/// </summary>
internal static class TelemetryModule
{
    private static readonly string[] Meters = ["ClinicalBot*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Adds what the settings ask for: see <see cref="TelemetryOptions"/>.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryValidation>();
        services.AddSingleton<RefusedActivities>();
        var isExported = Uri.TryCreate(settings[TelemetryOptions.EndpointKey], UriKind.Absolute, out _);
        var isScraped = PrometheusEndpoint.IsOn(settings);
        if (isExported || isScraped)
        {
            AddOpenTelemetry(services, isExported, isScraped);
        }

        return services;
    }

    // A method of its own: a start that exports nothing loads no library for it.
    private static void AddOpenTelemetry(IServiceCollection services, bool isExported, bool isScraped)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("clinicalbot", serviceVersion: Version()).AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                if (isScraped)
                {
                    metrics.AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 0);
                }
            });
        if (isExported)
        {
            telemetry.WithTracing(traces => traces.AddSource("ClinicalBot*")).WithLogging().UseOtlpExporter();
        }
    }

    private static string Version() => typeof(TelemetryModule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
