using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.BotFramework;

/// <summary>Adds what a registered bot needs to know who calls it, and to be known.</summary>
public static class BotAuthenticationExtensions
{
    /// <summary>
    /// Key of the <see cref="TimeProvider"/> that tokens are judged by: one that does not jump with the system clock, where the host has one.
    /// </summary>
    public const string SteadyClock = "steady";

    /// <summary>
    /// Adds verification of incoming tokens and of the activities they come with, and what <see cref="AddBotIdentity"/> adds. Endpoints
    /// say <see cref="RequireChannelToken"/> or <see cref="RequireApiRole"/>.
    /// </summary>
    public static IServiceCollection AddBotAuthentication(this IServiceCollection services)
    {
        services.AddBotIdentity();
        services.AddHttpClient(OpenIdDocuments.ClientName, http =>
            {
                http.Timeout = TimeSpan.FromSeconds(10);
                http.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSigningKeys(ChannelTokenScheme.Name, bot => bot.ChannelMetadata);
        services.AddSigningKeys(ApiTokenScheme.Name, bot => bot.EntraMetadata);

        services.AddAuthentication().AddJwtBearer(ChannelTokenScheme.Name, _ => { }).AddJwtBearer(ApiTokenScheme.Name, _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, ChannelTokenScheme>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, ApiTokenScheme>();
        services.AddAuthorization();
        services.AddSingleton<IActivityAdmission, ChannelTokenAdmission>();
        services.AddSingleton<IActivityAdmission>(provider => provider.GetRequiredService<AllowListAdmission>());
        services.AddSingleton(provider => new BotAuthenticationCheck(provider));
        return services;
    }

    /// <summary>
    /// Adds who the bot is, without an endpoint: an <see cref="IConnectorClient"/> whose calls carry the bot's own token, and
    /// <see cref="HostAdmission"/> for a host that authenticates by itself. Settings are <see cref="BotAuthenticationOptions"/>, checked at
    /// start. Uses the registered <see cref="TimeProvider"/>, which must be the system's.
    /// </summary>
    public static IServiceCollection AddBotIdentity(this IServiceCollection services)
    {
        services.AddOptions<BotAuthenticationOptions>()
            .Configure<IConfiguration, IHostEnvironment>((bot, configuration, environment) =>
            {
                configuration.Bind(bot);
                bot.AllowLoopbackHttp = environment.IsDevelopment();
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotAuthenticationOptions>, BotAuthenticationValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton<TimeProvider>(SteadyClock, (provider, _) => provider.GetRequiredService<TimeProvider>());
        services.AddMetrics();
        services.AddSingleton<AuthenticationMetrics>();
        services.AddSingleton<VerifiedServiceUrls>();
        services.AddSingleton<AllowListAdmission>();
        services.AddSingleton(provider => new HostAdmission(provider.GetRequiredService<AllowListAdmission>(),
            provider.GetRequiredService<VerifiedServiceUrls>()));
        services.AddHttpClient(EntraHttp.ClientName, http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<EntraHttp>();
        services.AddSingleton<EntraApp>();
        services.AddSingleton<BotTokens>();
        services.AddTransient<BotTokenHandler>();
        services.AddConnectorClient(ChannelPolicy).AddHttpMessageHandler<BotTokenHandler>();
        return services;
    }

    /// <summary>Lets only verified tokens of the bot's channel in. Whether the activity fits its token is <see cref="IActivityAdmission"/>'s.</summary>
    public static TBuilder RequireChannelToken<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.AddAuthenticationSchemes(ChannelTokenScheme.Name).RequireAuthenticatedUser());

    /// <summary>Lets only Entra tokens for this app in that hold an app role. The token's tenant must be an allowed one.</summary>
    public static AuthorizationPolicyBuilder RequireApiRole(this AuthorizationPolicyBuilder policy, string role)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddAuthenticationSchemes(ApiTokenScheme.Name).RequireRole(role);
    }

    /// <summary>
    /// Lets only Entra tokens for this app in that a person's client asked for with a delegated permission (the "scp" claim). The token's tenant must be an
    /// allowed one.
    /// </summary>
    public static AuthorizationPolicyBuilder RequireApiScope(this AuthorizationPolicyBuilder policy, string scope)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddAuthenticationSchemes(ApiTokenScheme.Name).RequireClaim("oid")
            .RequireAssertion(context => context.User.FindFirst("scp")?.Value.Split(' ').Contains(scope, StringComparer.Ordinal) is true);
    }

    private static ServiceUrlPolicy.Channel ChannelPolicy(IServiceProvider provider)
    {
        var bot = provider.GetRequiredService<IOptions<BotAuthenticationOptions>>().Value;
        return new([.. bot.CloudAddresses.ChannelHosts, .. bot.ChannelHosts], provider.GetRequiredService<VerifiedServiceUrls>(), bot.AllowLoopbackHttp);
    }

    private static void AddSigningKeys(this IServiceCollection services, string scheme, Func<BotAuthenticationOptions, string> metadata) =>
        services.AddKeyedSingleton(scheme, (provider, _) =>
        {
            var bot = provider.GetRequiredService<IOptions<BotAuthenticationOptions>>().Value;
            return new SigningKeys(
                metadata(bot),
                new OpenIdDocuments(provider.GetRequiredService<IHttpClientFactory>().CreateClient(OpenIdDocuments.ClientName), bot.AllowLoopbackHttp),
                provider.GetRequiredKeyedService<TimeProvider>(SteadyClock),
                provider.GetRequiredService<ILogger<SigningKeys>>());
        });
}
