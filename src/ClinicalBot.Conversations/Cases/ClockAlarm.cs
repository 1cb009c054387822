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
internal sealed class ClockAlarm(ITurnStore store, SteadyTime time, CareTime careTime, IOptions<EscalationOptions> options) : IClockAlarm
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
                await WakeAsync(reference, Event, value: null, $"clock/{reference.Conversation.Id}", cancellationToken);
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
                await WakeAsync(file.Requester, CaseDesk.Due, note, $"clock/{file.Case.Reference}", cancellationToken);
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

    private async Task WakeAsync(ConversationReference reference, string name, JsonElement? value, string key, CancellationToken cancellationToken)
    {
        var timer = new StateKey(reference.Conversation.TenantId, "timer", key).Id;
        var wake = reference.GetContinuationActivity() with
        {
            Id = FormattableString.Invariant($"{timer}:{time.GetUtcNow().UtcTicks}"),
            Name = name,
            Value = value,
        };
        if (await store.BeginAsync(TurnClaim.For(wake, ""), cancellationToken) is not TurnStart.Opened { Session: { } session })
        {
            return;
        }

        await using (session)
        {
            var start = new TimerStart(
                ConversationKey.Of(wake.ChannelId, wake.Conversation?.Id),
                careTime.GetUtcNow(),
                JsonSerializer.SerializeToUtf8Bytes(wake with { Id = null }, ProtocolJson.Default.Activity));
            await session.CommitAsync(new TurnCommit { Response = TurnResponse.Accepted, At = time.GetUtcNow(), Timers = [new TimerChange(timer, start)] });
        }
    }

    private async ValueTask<T?> ReadAsync<T>(StateKey key, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body ? JsonSerializer.Deserialize(body, type) : null;
}
