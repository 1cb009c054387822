using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Site;

/// <summary>In which language a reader is spoken to: the person's own, where it is known and translated; else, and in channels, the site's.</summary>
internal sealed class Languages(IOptions<SiteOptions> site)
{
    /// <summary>The site's: that of its channel, and of people whose own is not known.</summary>
    public CultureInfo Site => Language.Find(site.Value.Language) ?? Language.English;

    /// <summary>That of a person.</summary>
    /// <param name="tag">Their locale, as the channel told it; null when it did not.</param>
    public CultureInfo Of(string? tag) => Language.Find(tag) ?? Site;

    /// <summary>That of the person who reads the answer to an activity.</summary>
    public CultureInfo Of(Activity activity) => activity.Conversation is { ConversationType: "channel" } ? Site : Of(activity.Locale);

    /// <summary>That of the person who reads a conversation.</summary>
    public CultureInfo Of(ConversationReference reference) => reference.Conversation is { ConversationType: "channel" } ? Site : Of(reference.Locale);

    /// <summary>That of a person of the turn's tenant, as they last wrote.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="channel">The channel they are reached by.</param>
    /// <param name="person">Their Entra object id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<CultureInfo> OfPersonAsync(ITurnContext turn, string? channel, string person, CancellationToken cancellationToken) =>
        Of(channel is null ? null : (await ConversationReferences.FindPersonAsync(turn, channel, person, cancellationToken))?.Locale);
}
