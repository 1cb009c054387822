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
        foreach (var tenant in (await store.FindRecordsAsync(cancellationToken)).Select(CaseFile.TenantOf).Distinct().ToList())
        {
            foreach (var reference in await FindAsync(tenant, cancellationToken))
            {
                await TellAsync(reference, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<ConversationReference>> FindAsync(string? tenant, CancellationToken cancellationToken)
    {
        var chosen = await ReadAsync(EscalationChannel.KeyOf(tenant), CaseFileJson.Default.EscalationChannel, cancellationToken);
        var channel = chosen?.TeamsChannelId ?? options.Value.Channel;
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

    private async Task TellAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        var wake = reference.GetContinuationActivity() with
        {
            Id = FormattableString.Invariant($"clock:{reference.Conversation.TenantId}:{reference.Conversation.Id}:{time.GetUtcNow().UtcTicks}"),
            Name = Event,
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
            await session.CommitAsync(new TurnCommit { Response = TurnResponse.Accepted, At = time.GetUtcNow(), Timers = [new TimerChange(wake.Id!, start)] });
        }
    }

    private async ValueTask<T?> ReadAsync<T>(StateKey key, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body ? JsonSerializer.Deserialize(body, type) : null;
}
