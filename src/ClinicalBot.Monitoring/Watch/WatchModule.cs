using ClinicalBot.BotFramework;
using ClinicalBot.Paging;

namespace ClinicalBot.Monitoring.Watch;

/// <summary>Registers the two ends of the watch: the heartbeat inside the bot, the watchdog in a process of its own.</summary>
internal static class WatchModule
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Adds the heartbeat.</summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.Section).ValidateDataAnnotations()
            .Validate(watch => watch.HeartbeatUrl.Length == 0 || Uri.TryCreate(watch.HeartbeatUrl, UriKind.Absolute, out _),
                "Watch:HeartbeatUrl is no address. Set one such as https://hc.example.org/ping/uuid.")
            .ValidateOnStart();
        services.AddHttpClient(Heartbeat.ClientName, http => http.Timeout = Longest).RemoveAllLoggers();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        return services;
    }

    /// <summary>Adds what the watchdog needs, and nothing of the bot.</summary>
    public static IServiceCollection AddWatchdog(this IServiceCollection services, IConfiguration settings, TextWriter output)
    {
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        services.AddPaging(settings);
        services.AddHttpClient(Watchdog.ClientName, http => http.Timeout = Longest).RemoveAllLoggers();
        services.AddSingleton(output);
        services.AddSingleton<Watchdog>();
        return services;
    }
}
