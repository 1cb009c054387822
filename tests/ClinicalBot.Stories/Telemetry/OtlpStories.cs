using ClinicalBot.Stories.Escalation;
using ClinicalBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>Traces, metrics and logs arrive at a collector when a setting names one, and nothing is sent or loaded otherwise.</summary>
[Collection(Alone.Name)]
public sealed class OtlpStories
{
    [Fact]
    public async Task All_three_signals_of_a_triage_arrive_at_the_collector()
    {
        await using var collector = await PageReceiver.StartAsync();
        await using var night = await Night.FallsAsync(settings: Settings(collector));
        night.Ward.Channel.Decide = arrival => arrival.Conversation.Contains("noor", StringComparison.Ordinal) ? Verdict.Refuse : Verdict.Take;
        await night.EmergencyAsync();
        Flush(night.Ward);

        Assert.All(collector.Posts, post => Assert.Equal("application/x-protobuf", post.Headers["content-type"]));
        var (traces, metrics, logs) = (TextOf(collector, "traces"), TextOf(collector, "metrics"), TextOf(collector, "logs"));
        Assert.Contains("turn message", traces, StringComparison.Ordinal);
        Assert.Contains("deliver send", traces, StringComparison.Ordinal);
        Assert.Contains("clinicalbot.turns.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("clinicalbot.cases.first_call", metrics, StringComparison.Ordinal);
        Assert.Contains("will not be delivered", logs, StringComparison.Ordinal);
        Assert.All([traces, metrics, logs], signal => Assert.Contains("clinicalbot", signal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_nothing_is_exported()
    {
        await using var ward = await Ward.OpenAsync();
        Assert.Null(ward.Services.GetService<TracerProvider>());
        Assert.Null(ward.Services.GetService<MeterProvider>());
        Assert.Null(ward.Services.GetService<LoggerProvider>());
    }

    /// <summary>Settings that send everything to a collector.</summary>
    internal static (string, string)[] Settings(PageReceiver collector) =>
        [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    /// <summary>What was posted for one signal; protobuf keeps strings as they are.</summary>
    internal static string TextOf(PageReceiver collector, string signal) =>
        string.Join('\n', collector.Posts.Where(post => post.Path == "/v1/" + signal).Select(post => post.Body));

    /// <summary>Sends what is waiting.</summary>
    internal static void Flush(Ward ward)
    {
        Assert.True(ward.Get<TracerProvider>().ForceFlush(10_000));
        Assert.True(ward.Get<MeterProvider>().ForceFlush(10_000));
        Assert.True(ward.Get<LoggerProvider>().ForceFlush(10_000));
    }
}
