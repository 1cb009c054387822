using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ClinicalBot.BotFramework;

/// <summary>The bot as Entra knows it: a secret, a certificate or a managed identity. MSAL keeps the token until shortly before it ends.</summary>
internal sealed class EntraApp(IOptions<BotAuthenticationOptions> options, EntraHttp http)
{
    private readonly Lazy<Func<bool, Task<AuthenticationResult>>> _acquire = new(() => Build(options.Value, http));

    /// <summary>A token for connectors.</summary>
    /// <param name="renew">Not the one at hand.</param>
    public Task<AuthenticationResult> AcquireAsync(bool renew) => _acquire.Value(renew);

    private static Func<bool, Task<AuthenticationResult>> Build(BotAuthenticationOptions bot, EntraHttp http)
    {
        var cloud = bot.CloudAddresses;
        if (bot.MicrosoftAppType == BotAppType.UserAssignedMSI)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(bot.MicrosoftAppId))
                .WithHttpClientFactory(http)
                .Build();
            return renew => identity.AcquireTokenForManagedIdentity(cloud.ConnectorScope).WithForceRefresh(renew).ExecuteAsync();
        }

        var tenant = bot.MicrosoftAppType == BotAppType.MultiTenant ? cloud.BotTenant : bot.MicrosoftAppTenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(bot.MicrosoftAppId)
            .WithAuthority(cloud.Login + tenant)
            // The authority is one of ours: nobody has to be asked whether it is one.
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        var app = (bot.MicrosoftAppPassword is { Length: > 0 } secret
            ? builder.WithClientSecret(secret)
            : builder.WithCertificate(BotCertificate.Load(bot), sendX5C: true)).Build();
        return renew => app.AcquireTokenForClient([cloud.ConnectorScope]).WithForceRefresh(renew).ExecuteAsync();
    }
}
