using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Testing;

/// <summary>A turn of which only the activity and the answer matter.</summary>
public sealed class FakeTurnContext(Activity activity, bool isInternal = false) : ITurnContext
{
    /// <inheritdoc/>
    public Activity Activity => activity;

    /// <inheritdoc/>
    public DateTimeOffset Now => throw new NotSupportedException();

    /// <inheritdoc/>
    public string TurnId => throw new NotSupportedException();

    /// <inheritdoc/>
    public bool IsInternal => isInternal;

    /// <inheritdoc/>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <inheritdoc/>
    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow => throw new NotSupportedException();

    /// <inheritdoc/>
    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Append(RecordEntry entry) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(
        ConversationReference to, Activity activity, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Schedule(Timer timer) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void CancelTimer(string key) => throw new NotSupportedException();
}
