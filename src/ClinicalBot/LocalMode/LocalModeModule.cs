using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.LocalChannel;
using ClinicalBot.Storage;
using Microsoft.Extensions.Options;

namespace ClinicalBot.LocalMode;

/// <summary>Local mode: the page with its made-up people, channel and places in the place of Teams. A registered bot has none of it.</summary>
internal static class LocalModeModule
{
    /// <summary>Adds the page's channel and joins it to the bot. Call before the bot itself, so that its people are the contacts.</summary>
    public static IServiceCollection AddLocalMode(this IServiceCollection services)
    {
        services.AddLocalChannel(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath + ".page.jsonl");
        services.AddSingleton<IContactsWithoutFile, PageContacts>();
        services.AddSingleton<IUpcoming, UpcomingOfCases>();
        // With nothing configured a case climbs its ladder on the page. An empty setting means no channel.
        services.PostConfigure<EscalationOptions>(escalation =>
        {
            escalation.AnyoneCoordinates = true;
            escalation.RotaTenant = Cast.TenantId;
            escalation.Channel ??= Team.ChannelId;
            foreach (var place in escalation.Locations.Count == 0 ? Team.Places : [])
            {
                escalation.Locations.Add(place);
            }
        });
        return services;
    }
}
