using ClinicalBot.BotFramework;
using ClinicalBot.Conversations;
using ClinicalBot.Storage;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.BotBuilder;

/// <summary>Registers the bot inside a host built on Microsoft.Bot.Builder.</summary>
public static class BotBuilderModule
{
    /// <summary>
    /// Adds the bot. The SDK authenticates and parses; turns, outbox, timers and the store are the bot's own, with the settings that
    /// appsettings.template.json documents (Storage, Turns, Site, Escalation) and the keys every bot has: MicrosoftAppId,
    /// MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType. Without MicrosoftAppId the SDK authenticates no caller: then it runs
    /// only in Development, answers only this machine and calls only connectors on it.
    /// </summary>
    /// <remarks>
    /// Adds the adapter and an <see cref="Microsoft.Bot.Builder.IBot"/> unless the host has its own. A host with a bot of its own adds
    /// <see cref="ClinicalBotMiddleware"/> to its adapter. An error handler of the adapter must throw again: what it swallows is answered
    /// with 200, and the channel does not send it again.
    /// </remarks>
    public static IServiceCollection AddClinicalBot(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddStorage();
        services.AddTurns();
        services.AddConversations();
        services.AddSingleton<IBot, BesideAnother>();
        if (string.IsNullOrEmpty(configuration["MicrosoftAppId"]))
        {
            services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
            services.AddSingleton<IStartupFilter, ThisMachineOnly>();
            services.AddOptions<TurnsOptions>().Validate<IHostEnvironment>(
                (_, environment) => environment.IsDevelopment(),
                "MicrosoftAppId is not set, and without it the bot runs only in Development. Set it to the app id of the bot's registration.");
        }
        else
        {
            services.AddBotIdentity();
            services.AddSiteChecks();
        }

        services.AddSingleton<HandOver>();
        services.AddSingleton(provider => new ClinicalBotMiddleware(provider.GetRequiredService<HandOver>()));
        services.TryAddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider => new CloudAdapter(
            provider.GetRequiredService<BotFrameworkAuthentication>(), provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.TryAddSingleton<Microsoft.Bot.Builder.IBot, ClinicalBotHandler>();
        return services;
    }
}
