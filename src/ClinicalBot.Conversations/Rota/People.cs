using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Rota;

/// <summary>Where people and the escalation channel can be written to, outside of any turn; null for whom the bot has not met.</summary>
internal sealed class People(ITurnStore store, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    private const string Teams = "msteams";

    /// <summary>The chat of a person.</summary>
    public ValueTask<ConversationReference?> FindAsync(string? tenant, string id, CancellationToken cancellationToken) =>
        ReadAsync(ConversationReferences.KeyOfPerson(Teams, tenant, id), cancellationToken);

    /// <summary>The chat of the first coordinator there is one of.</summary>
    public async ValueTask<ConversationReference?> CoordinatorAsync(string? tenant, CancellationToken cancellationToken)
    {
        foreach (var coordinator in options.Value.Coordinators)
        {
            if (await FindAsync(tenant, coordinator, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Id of the escalation channel: the one chosen in chat, else that of the settings.</summary>
    public async ValueTask<string?> ChannelIdAsync(string? tenant, CancellationToken cancellationToken) =>
        (await store.ReadStateAsync(EscalationChannel.KeyOf(tenant), cancellationToken)).Body is { } body
            ? JsonSerializer.Deserialize(body, CaseFileJson.Default.EscalationChannel)!.TeamsChannelId
            : options.Value.ChannelOf(tenant);

    /// <summary>
    /// How to post to the escalation channel: as itself where the bot has heard from it, else from the chat of a person, as a new thread. Null when there is
    /// no channel, or when the bot has met no person of the tenant.
    /// </summary>
    public async ValueTask<ChannelPost?> ToChannelAsync(string? tenant, CancellationToken cancellationToken)
    {
        if (await ChannelIdAsync(tenant, cancellationToken) is not { } channel)
        {
            return null;
        }

        if (await HasMetAsync(tenant, channel, cancellationToken) is { } known)
        {
            return new ChannelPost(known, Channel: null);
        }

        foreach (var id in options.Value.Coordinators.Concat(contacts.Of(tenant).People.Select(person => person.Id)))
        {
            if (await FindAsync(tenant, id, cancellationToken) is { Bot: not null } met)
            {
                return new ChannelPost(met, channel);
            }
        }

        var query = new StateQuery(CaseFile.Scope) { Tenant = CaseFile.ColumnOf(tenant), OpenOnly = true, Limit = 1 };
        return (await store.FindStateAsync(query, cancellationToken)) is [{ State.Body: { } open }]
            && JsonSerializer.Deserialize(open, CaseFileJson.Default.CaseFile)!.Requester is { Bot: not null } requester
            ? new ChannelPost(requester, channel) : null;
    }

    /// <summary>The channel as the bot has heard from it; null when it never has.</summary>
    public ValueTask<ConversationReference?> HasMetAsync(string? tenant, string channel, CancellationToken cancellationToken) =>
        ReadAsync(ConversationReferences.KeyOf(tenant, Teams, channel), cancellationToken);

    private async ValueTask<ConversationReference?> ReadAsync(StateKey key, CancellationToken cancellationToken) =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body
            ? JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference) : null;
}

/// <summary>How to post to the escalation channel.</summary>
/// <param name="From">The conversation in which the turn runs.</param>
/// <param name="Channel">The channel to begin a thread in; null when <paramref name="From"/> is the channel.</param>
internal sealed record ChannelPost(ConversationReference From, string? Channel);
