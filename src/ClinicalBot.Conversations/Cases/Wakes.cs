using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Begins turns of the bot's own in conversations, from outside of any turn.</summary>
internal sealed class Wakes(ITurnStore store, SteadyTime time, CareTime careTime)
{
    /// <summary>Begins one, once for each key and moment.</summary>
    /// <param name="wake">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="once">Once for the key and tenant, as long as claims are kept; otherwise once for the key and moment.</param>
    public Task WakeAsync(Wake wake, CancellationToken cancellationToken, bool once = false)
    {
        var activity = wake.Activity;
        // What happens once in a tenant does so whichever conversation it is in.
        var claim = once
            ? activity with { Id = wake.Timer, Conversation = new ConversationAccount { Id = "once" } }
            : activity with { Id = FormattableString.Invariant($"{wake.Timer}:{time.GetUtcNow().UtcTicks}") };
        return CommitAsync(claim, [wake], state: null, cancellationToken);
    }

    /// <summary>Begins several together with a document that says so: all or none, and none when another node was first.</summary>
    /// <param name="wakes">Which.</param>
    /// <param name="key">The document.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="body">As it is from then on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WakeAllAsync(IReadOnlyList<Wake> wakes, StateKey key, long version, byte[] body, CancellationToken cancellationToken)
    {
        var claim = new Activity
        {
            Type = ActivityTypes.Event,
            Id = FormattableString.Invariant($"{key.Scope}/{key.Id}/{version}"),
            ChannelId = "once",
            Conversation = new ConversationAccount { Id = key.Id },
        };
        return CommitAsync(claim, wakes, (new StateRead(key, version), new StateWrite(key, body)), cancellationToken);
    }

    private async Task CommitAsync(Activity claim, IReadOnlyList<Wake> wakes, (StateRead Read, StateWrite Write)? state, CancellationToken cancellationToken)
    {
        if (await store.BeginAsync(TurnClaim.For(claim, ""), cancellationToken) is not TurnStart.Opened { Session: { } session })
        {
            return;
        }

        await using (session)
        {
            var now = careTime.GetUtcNow();
            await session.CommitAsync(new TurnCommit
            {
                Response = TurnResponse.Accepted,
                At = time.GetUtcNow(),
                Reads = state is { } read ? [read.Read] : [],
                Writes = state is { } written ? [written.Write] : [],
                Timers =
                [
                    .. wakes.Select(wake => new TimerChange(wake.Timer, new TimerStart(
                        ConversationKey.Of(wake.Activity.ChannelId, wake.Activity.Conversation?.Id), now,
                        JsonSerializer.SerializeToUtf8Bytes(wake.Activity, ProtocolJson.Default.Activity)))),
                ],
            });
        }
    }
}

/// <summary>A turn of the bot's own.</summary>
/// <param name="Reference">Where.</param>
/// <param name="Name">Name of its event.</param>
/// <param name="Value">Value of its event; null for none.</param>
/// <param name="Key">Names it among the timers of the tenant.</param>
internal sealed record Wake(ConversationReference Reference, string Name, JsonElement? Value, string Key)
{
    /// <summary>Name of its timer in the whole store.</summary>
    public string Timer => new StateKey(Reference.Conversation.TenantId, "timer", Key).Id;

    /// <summary>The event its turn gets.</summary>
    public Activity Activity => Reference.GetContinuationActivity() with { Id = null, Name = Name, Value = Value };
}

/// <summary>Events about who is on call.</summary>
internal static class RotaEvents
{
    /// <summary>Tells a person or the channel something; its value is the lines, the first of which is the title.</summary>
    public const string Tell = "rota/tell";

    /// <summary>Posts to the escalation channel; its value is a <see cref="PostedNotice"/>.</summary>
    public const string Post = "rota/post";

    /// <summary>A post to the escalation channel was refused.</summary>
    public const string PostRefused = "rota/postRefused";
}

/// <summary>Something the escalation channel is told that is of no one case.</summary>
/// <param name="Channel">The channel to begin a thread in; null when the turn runs in it.</param>
/// <param name="Lines">The first is its title; null for the open cases.</param>
internal sealed record PostedNotice(string? Channel, IReadOnlyList<string>? Lines);
