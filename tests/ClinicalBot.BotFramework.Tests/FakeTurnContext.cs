using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>A turn of which only the activity and the answer matter.</summary>
internal sealed class FakeTurnContext(Activity activity, bool isInternal = false) : ITurnContext
{
    public Activity Activity => activity;

    public DateTimeOffset Now => throw new NotSupportedException();

    public string TurnId => throw new NotSupportedException();

    public bool IsInternal => isInternal;

    public InvokeResponse? InvokeResponse { get; set; }

    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => throw new NotSupportedException();

    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow => throw new NotSupportedException();

    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class => throw new NotSupportedException();

    public void Append(RecordEntry entry) => throw new NotSupportedException();

    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<ResourceResponse> SendActivityAsync(
        ConversationReference to, Activity activity, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public void ReportDelivery(string messageKey, string name, System.Text.Json.JsonElement? value = null, bool alsoWhenSent = false) =>
        throw new NotSupportedException();

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Schedule(Timer timer) => throw new NotSupportedException();

    public void CancelTimer(string key) => throw new NotSupportedException();
}
