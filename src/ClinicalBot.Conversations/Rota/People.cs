using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Rota;

/// <summary>Where people and the escalation channel can be written to, outside of any turn; null for whom the bot has not met.</summary>
internal sealed class People(ITurnStore store, IOptions<EscalationOptions> options)
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

    /// <summary>The escalation channel.</summary>
    public async ValueTask<ConversationReference?> ChannelAsync(string? tenant, CancellationToken cancellationToken) =>
        await ChannelIdAsync(tenant, cancellationToken) is { } channel
            ? await ReadAsync(ConversationReferences.KeyOf(tenant, Teams, channel), cancellationToken) : null;

    private async ValueTask<ConversationReference?> ReadAsync(StateKey key, CancellationToken cancellationToken) =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body
            ? JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference) : null;
}
