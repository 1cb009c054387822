using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Monitoring.Telemetry;

/// <summary>GET /metrics, for who brings the token. There is no such endpoint without one.</summary>
internal static class PrometheusEndpoint
{
    /// <summary>Where Prometheus asks.</summary>
    public const string Path = "/metrics";

    private const string Key = $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.PrometheusToken)}";

    /// <summary>A token is set.</summary>
    public static bool IsOn(IConfiguration settings) => settings[Key] is { Length: > 0 };

    /// <summary>Maps the endpoint when it is wanted.</summary>
    public static void MapPrometheus(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            Map(app, SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {app.Configuration[Key]}")));
        }
    }

    private static void Map(WebApplication app, byte[] wanted)
    {
        app.MapPrometheusScrapingEndpoint(Path).AllowAnonymous().Add(endpoint =>
        {
            var scrape = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                var brought = SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()));
                if (CryptographicOperations.FixedTimeEquals(brought, wanted))
                {
                    return scrape(http);
                }

                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Bring Telemetry:PrometheusToken.").ExecuteAsync(http);
            };
        });
    }
}
