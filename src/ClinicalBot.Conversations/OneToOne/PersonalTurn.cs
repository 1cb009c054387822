using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Conversations.OneToOne;

/// <summary>
/// A turn of a channel as if its sender had said the same one to one: what it keeps belongs to the personal chat, and what it answers goes there.
/// All else is the turn's own.
/// </summary>
internal sealed class PersonalTurn : ITurnContext
{
    private readonly ProactiveTarget _person;

    private PersonalTurn(ITurnContext channel, ConversationAccount chat, string person)
    {
        Channel = channel;
        _person = ProactiveTarget.PersonOf(channel.Activity, person);
        // Nothing goes back with the HTTP answer: the caller is the channel.
        Activity = channel.Activity with { Conversation = chat, DeliveryMode = null, ReplyToId = null };
    }

    /// <summary>The turn of the channel.</summary>
    public ITurnContext Channel { get; }

    /// <summary>What was sent to the person last in this turn; null for nothing.</summary>
    public Activity? Sent { get; private set; }

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public DateTimeOffset Now => Channel.Now;

    /// <inheritdoc/>
    public string TurnId => Channel.TurnId;

    /// <inheritdoc/>
    public bool IsInternal => Channel.IsInternal;

    /// <inheritdoc/>
    public InvokeResponse? InvokeResponse
    {
        get => Channel.InvokeResponse;
        set => Channel.InvokeResponse = value;
    }

    /// <summary>
    /// The personal turn of a turn in a channel; null for a turn elsewhere, and where the channel names neither tenant nor sender, so that the sender
    /// cannot be written to one to one (Teams names both in every activity).
    /// </summary>
    public static async ValueTask<PersonalTurn?> OfAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (!PersonalChat.IsChannel(activity) || activity is not { From.AadObjectId: { Length: > 0 } person, Recipient: not null, ChannelId: { } channel }
            || activity.GetTenantId() is not { } tenant)
        {
            return null;
        }

        var known = await ConversationReferences.FindPersonAsync(turn, channel, person, cancellationToken);
        return new PersonalTurn(turn, known?.Conversation ?? PersonalChat.OfUnmet(person, tenant), person);
    }

    /// <inheritdoc/>
    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => Channel.GetStateAsync(key, type, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow => Channel.FindStateAsync(query, type, cancellationToken);

    /// <inheritdoc/>
    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class => Channel.SetState(key, value, type);

    /// <inheritdoc/>
    public void Append(RecordEntry entry) => Channel.Append(entry);

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        Sent = activity;
        return Channel.SendActivityAsync(_person, activity, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        Channel.SendActivityAsync(to, activity, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) =>
        Channel.SendActivityAsync(to, activity, cancellationToken);

    /// <inheritdoc/>
    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false) =>
        Channel.ReportDelivery(messageKey, name, value, alsoWhenSent);

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Channel.UpdateActivityAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        Channel.DeleteActivityAsync(activityId, cancellationToken);

    /// <inheritdoc/>
    public void Schedule(Timer timer) => Channel.Schedule(timer);

    /// <inheritdoc/>
    public void CancelTimer(string key) => Channel.CancelTimer(key);
}
