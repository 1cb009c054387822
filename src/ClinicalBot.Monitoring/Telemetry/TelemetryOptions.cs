using Microsoft.Extensions.Options;

namespace ClinicalBot.Monitoring.Telemetry;

/// <summary>Where traces, metrics and logs go. Nothing goes anywhere unless a setting says so.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>OpenTelemetry's own name of the setting that turns the export over OTLP on.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>OpenTelemetry's own name of the setting for how it is sent.</summary>
    public const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Shortest token of the scrape, in characters.</summary>
    public const int ShortestToken = 24;

    /// <summary>What Prometheus has to bring to GET /metrics; empty: there is no such endpoint.</summary>
    public string PrometheusToken { get; set; } = "";
}

/// <summary>What OpenTelemetry would only pass over in silence stops the start.</summary>
internal sealed class TelemetryValidation(IConfiguration settings) : IValidateOptions<TelemetryOptions>
{
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private IEnumerable<string> Faults(TelemetryOptions options)
    {
        if (settings[TelemetryOptions.EndpointKey] is { Length: > 0 } endpoint
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return $"{TelemetryOptions.EndpointKey} is no address. Set one such as http://collector.example.org:4317, or leave it empty.";
        }

        if (settings[TelemetryOptions.ProtocolKey] is { Length: > 0 } protocol && !Protocols.Contains(protocol))
        {
            yield return $"{TelemetryOptions.ProtocolKey} is \"{protocol}\". Set it to grpc or http/protobuf.";
        }

        if (options.PrometheusToken.Length is > 0 and < TelemetryOptions.ShortestToken)
        {
            yield return $"Telemetry:PrometheusToken is too short. Set it to at least {TelemetryOptions.ShortestToken} characters, or leave it empty.";
        }
    }
}
