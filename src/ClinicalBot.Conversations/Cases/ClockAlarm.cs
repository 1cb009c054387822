using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Tells the coordinators, and the escalation channel, that the clock jumped: times on cards may be wrong, and people watch the time
/// themselves. Each of them is told in a turn of their own chat, as far as the bot has heard from there.
/// </summary>
internal sealed class ClockAlarm(ITurnStore store, Wakes wakes, IOptions<EscalationOptions> options) : IClockAlarm
{
    /// <summary>Name of the event that tells people.</summary>
    public const string Event = "case/clock";

    private const string Teams = "msteams";

    /// <inheritdoc/>
    public async Task RaiseAsync(TimeSpan ahead, CancellationToken cancellationToken = default)
    {
        foreach (var tenant in (await OpenAsync(cancellationToken)).Select(key => CaseFile.TenantOf(key.Id)).Distinct())
        {
            foreach (var reference in await FindAsync(tenant, cancellationToken))
            {
                await wakes.WakeAsync(new Wake(reference, Event, Value: null, $"clock/{reference.Conversation.Id}"), cancellationToken);
            }
        }
    }

    /// <summary>Every open case is looked at once, so that what it keeps and shows moves with the clock.</summary>
    public async Task FollowedAsync(CancellationToken cancellationToken = default)
    {
        foreach (var key in await OpenAsync(cancellationToken))
        {
            if (await ReadAsync(key, CaseFileJson.Default.CaseFile, cancellationToken) is { } file)
            {
                var note = JsonSerializer.SerializeToElement(new CaseNote(file.Case.Reference), CaseFileJson.Default.CaseNote);
                await wakes.WakeAsync(new Wake(file.Requester, CaseDesk.Due, note, $"clock/{file.Case.Reference}"), cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<StateKey>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await store.FindOpenAsync(CaseFile.Scope, cancellationToken)).Keys];

    private async Task<IReadOnlyList<ConversationReference>> FindAsync(string? tenant, CancellationToken cancellationToken)
    {
        var chosen = await ReadAsync(EscalationChannel.KeyOf(tenant), CaseFileJson.Default.EscalationChannel, cancellationToken);
        var channel = chosen?.TeamsChannelId ?? options.Value.ChannelOf(tenant);
        List<StateKey> keys = [.. options.Value.Coordinators.Select(person => ConversationReferences.KeyOfPerson(Teams, tenant, person))];
        if (!string.IsNullOrWhiteSpace(channel))
        {
            keys.Add(ConversationReferences.KeyOf(tenant, Teams, channel));
        }

        var found = new List<ConversationReference>();
        foreach (var key in keys)
        {
            if (await ReadAsync(key, ProtocolJson.Default.ConversationReference, cancellationToken) is { } reference)
            {
                found.Add(reference);
            }
        }

        return found;
    }

    private async ValueTask<T?> ReadAsync<T>(StateKey key, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body ? JsonSerializer.Deserialize(body, type) : null;
}
