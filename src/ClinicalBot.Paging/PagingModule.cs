using ClinicalBot.BotFramework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Paging;

/// <summary>Registers the second medium.</summary>
public static class PagingModule
{
    /// <summary>
    /// Adds the media that the section "Paging" sets up, and puts them beside the connector, which must be added before. The settings are
    /// checked at start.
    /// </summary>
    public static IServiceCollection AddPaging(this IServiceCollection services, IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddOptions<PagingOptions>().BindConfiguration(PagingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PagingOptions>, PagingOptionsValidation>();
        services.TryAddSingleton<SecondMedium>();
        var paging = settings.GetSection(PagingOptions.Section).Get<PagingOptions>() ?? new PagingOptions();
        if (paging.Webhook.Url.Length > 0)
        {
            AddClient(services, WebhookPager.ClientName, allowPrivate: paging.Webhook.AllowPrivate);
            services.AddSingleton<IPager, WebhookPager>();
        }

        if (paging.Email.Host.Length > 0)
        {
            services.AddSingleton<IPager, EmailPager>();
        }

        if (paging.Twilio.AccountSid.Length > 0)
        {
            AddClient(services, TwilioPager.ClientName, allowPrivate: true);
            services.AddSingleton<IPager, TwilioPager>();
        }

        var teams = services.Last(service => service.ServiceType == typeof(IConnectorClient));
        services.Remove(teams);
        services.AddTransient<IConnectorClient>(provider =>
            new PagingConnector((IConnectorClient)teams.ImplementationFactory!(provider), provider.GetRequiredService<SecondMedium>()));
        return services;
    }

    private static void AddClient(IServiceCollection services, string name, bool allowPrivate) => services
        .AddHttpClient(name, http => http.Timeout = TimeSpan.FromSeconds(10))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect would lead past the settings.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = null,
            UseProxy = false,
            ConnectCallback = allowPrivate ? null : PublicAddress.ConnectAsync,
        })
        .RemoveAllLoggers();
}
