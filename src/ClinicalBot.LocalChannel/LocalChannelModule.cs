namespace ClinicalBot.LocalChannel;

/// <summary>
/// A channel inside this process, for local mode: the page is its client. It posts activities to the bot's own endpoint and is answered
/// at its own connector, both over HTTP, so that the bot cannot tell it from Teams.
/// </summary>
internal static class LocalChannelModule
{
    /// <summary>Path of the serviceUrl.</summary>
    public const string ConnectorPath = "/local/connector";

    /// <summary>Adds the channel. The host also registers an <see cref="IUpcoming"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="transcriptPath">Says in which file the transcript is kept.</param>
    public static IServiceCollection AddLocalChannel(this IServiceCollection services, Func<IServiceProvider, string> transcriptPath)
    {
        services.AddSingleton(provider => new TranscriptFile(transcriptPath(provider)));
        services.AddSingleton<Transcript>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Acting>();
        services.AddSingleton<CareClock>();
        services.AddHttpClient<BotEndpoint>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddHostedService<LocalChannelService>();
        return services;
    }

    /// <summary>Maps the connector and the calls of the page.</summary>
    public static void MapLocalChannel(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapConnector();
        endpoints.MapPageCalls();
    }
}

/// <summary>Reads the transcript before the first request, and sends again what was on its way when the process ended.</summary>
internal sealed class LocalChannelService(Transcript transcript, Deliveries deliveries, IHostApplicationLifetime lifetime) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        transcript.Load();
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var entry in transcript.Undelivered())
            {
                deliveries.Enqueue(entry);
            }
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
