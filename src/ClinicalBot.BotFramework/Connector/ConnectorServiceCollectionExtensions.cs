using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClinicalBot.BotFramework;

/// <summary>Adds the connector.</summary>
public static class ConnectorServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IConnectorClient"/>. It uses the registered <see cref="TimeProvider"/>, which must be the system's, not the care
    /// clock. Authorization of outgoing calls is a <see cref="DelegatingHandler"/> added to the builder returned.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceUrls">Which connectors may be called; anything else is refused without a request.</param>
    public static IHttpClientBuilder AddConnectorClient(this IServiceCollection services, ServiceUrlPolicy serviceUrls)
    {
        ArgumentNullException.ThrowIfNull(serviceUrls);
        return services.AddConnectorClient(_ => serviceUrls);
    }

    internal static IHttpClientBuilder AddConnectorClient(this IServiceCollection services, Func<IServiceProvider, ServiceUrlPolicy> serviceUrls)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(serviceUrls);
        return services
            // The client times each attempt by its own clock.
            .AddHttpClient<IConnectorClient, ConnectorClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                // A redirect would lead past the policy.
                AllowAutoRedirect = false,
                UseCookies = false,
                // A proxy would get what is meant for this machine.
                UseProxy = provider.GetRequiredService<ServiceUrlPolicy>() is not ServiceUrlPolicy.LoopbackOnly,
                // Shorter than an attempt: not having connected is known not to have arrived.
                ConnectTimeout = TimeSpan.FromSeconds(5),
                // The handler below lives as long as the program, so connections must age to follow DNS.
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                // A connector is another company's: it gets no ids of our traces, and none are made.
                ActivityHeadersPropagator = null,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They would log addresses with conversation ids on every send.
            .RemoveAllLoggers();
    }
}
