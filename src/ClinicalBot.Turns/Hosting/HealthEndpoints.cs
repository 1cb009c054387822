using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicalBot.Turns;

/// <summary>The health endpoints.</summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks that decide about readiness.</summary>
    public const string Ready = "ready";

    /// <summary>Tag of the checks that say whether all of the bot does its work in time: the store, the outbox, the timers, the auditor.</summary>
    public const string Deep = "deep";

    /// <summary>
    /// Maps GET /health/live (200 while the process answers) and GET /health/ready (200 while it can serve, degraded or
    /// not, else 503; with what is wrong by the name of the check that found it) and GET /health/deep (200 only while all of it works, for a
    /// watchdog outside). Anybody may ask: they tell neither names nor numbers.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = WriteAsync,
        }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/deep", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Deep),
            ResponseWriter = WriteAsync,
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        }).AllowAnonymous();
        return endpoints;
    }

    private static async Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = MediaTypeNames.Application.Json;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteStartObject("wrong");
        foreach (var (name, entry) in report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy))
        {
            json.WriteString(name, entry.Description);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
