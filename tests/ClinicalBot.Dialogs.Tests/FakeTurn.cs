using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Dialogs.Tests;

/// <summary>A turn whose state is a dictionary and whose replies are a list.</summary>
internal sealed class FakeTurn(Dictionary<StateKey, JsonElement> state, string turnId, DateTimeOffset now, string user = "user") : ITurnContext
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public Activity Activity { get; } = new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "test",
        Conversation = new ConversationAccount { Id = "conversation" },
        From = new ChannelAccount { Id = user },
    };

    public DateTimeOffset Now => now;

    public string TurnId => turnId;

    public bool IsInternal => false;

    public InvokeResponse? InvokeResponse { get; set; }

    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => new(state.TryGetValue(key, out var json) ? json.Deserialize(type) : null);

    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow => throw new NotSupportedException();

    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        state.Remove(key);
        if (value is not null)
        {
            state[key] = JsonSerializer.SerializeToElement(value, type);
        }
    }

    public void Append(RecordEntry entry) => throw new NotSupportedException();

    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        Sent.Add(activity);
        return Task.FromResult(new ResourceResponse($"{turnId}.{Sent.Count}"));
    }

    public Task<ResourceResponse> SendActivityAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false) =>
        throw new NotSupportedException();

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id!));
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Schedule(BotFramework.Timer timer) => throw new NotSupportedException();

    public void CancelTimer(string key) => throw new NotSupportedException();
}
