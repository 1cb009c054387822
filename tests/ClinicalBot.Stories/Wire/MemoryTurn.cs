using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Stories;

/// <summary>A turn without a database: whatever is written or sent is made into bytes, as the store would have it.</summary>
internal sealed class MemoryTurn(ConcurrentDictionary<StateKey, byte[]> state, Activity activity, string turnId, DateTimeOffset now) : ITurnContext
{
    private int _sent;
    private int _elsewhere;

    public Activity Activity => activity;

    public DateTimeOffset Now => now;

    public string TurnId => turnId;

    public bool IsInternal => false;

    public InvokeResponse? InvokeResponse { get; set; }

    public int Sent => _sent;

    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => new(state.TryGetValue(key, out var body) ? JsonSerializer.Deserialize(body, type) : null);

    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow
    {
        List<T> found =
        [
            .. state.Where(each => each.Key.Scope == query.Scope).Select(each => JsonSerializer.Deserialize(each.Value, type)!)
                .Where(each => !query.OpenOnly || each.Columns.IsOpen)
                .Where(each => query.Conversation is null || query.Conversation == each.Columns.Conversation),
        ];
        return new(new StatePage<T>([.. found.OrderByDescending(each => each.Columns.OpenedAt).Skip(query.Skip).Take(query.Limit)], found.Count));
    }

    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (value is null)
        {
            state.TryRemove(key, out _);
        }
        else
        {
            state[key] = JsonSerializer.SerializeToUtf8Bytes(value, type);
        }
    }

    public void Append(RecordEntry entry)
    {
    }

    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) => Keep(activity);

    public Task<ResourceResponse> SendActivityAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        Elsewhere(to.ApplyTo(activity));

    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) => Elsewhere(activity);

    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false)
    {
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) => Elsewhere(activity);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Schedule(Timer timer)
    {
    }

    public void CancelTimer(string key)
    {
    }

    /// <summary>Calls and cards redrawn are no replies.</summary>
    private Task<ResourceResponse> Elsewhere(Activity sent)
    {
        Keep(sent);
        _sent--;
        return Task.FromResult(new ResourceResponse($"msg:{turnId}:e{_elsewhere++}"));
    }

    private Task<ResourceResponse> Keep(Activity sent)
    {
        JsonSerializer.SerializeToUtf8Bytes(sent, ProtocolJson.Default.Activity);
        return Task.FromResult(new ResourceResponse($"msg:{turnId}:{_sent++}"));
    }
}
