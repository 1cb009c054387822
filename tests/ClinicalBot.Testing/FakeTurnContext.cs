using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Testing;

/// <summary>
/// A turn without a store and without a channel: documents are bytes in a dictionary, as the store would have them, and what is sent is
/// kept in lists. Several turns may share one dictionary; nothing is rolled back.
/// </summary>
/// <param name="activity">What arrived.</param>
/// <param name="state">The documents; by default there are none.</param>
/// <param name="turnId">The turn's id.</param>
/// <param name="now">The turn's moment.</param>
/// <param name="isInternal">The bot itself asked for this turn.</param>
public sealed class FakeTurnContext(
    Activity activity, ConcurrentDictionary<StateKey, byte[]>? state = null, string turnId = "turn", DateTimeOffset now = default,
        bool isInternal = false) : ITurnContext
{
    private readonly ConcurrentDictionary<StateKey, byte[]> _state = state ?? new();
    private readonly List<Activity> _replies = [];
    private readonly List<Activity> _elsewhere = [];
    private readonly List<Activity> _updates = [];

    /// <inheritdoc/>
    public Activity Activity => activity;

    /// <inheritdoc/>
    public DateTimeOffset Now => now;

    /// <inheritdoc/>
    public string TurnId => turnId;

    /// <inheritdoc/>
    public bool IsInternal => isInternal;

    /// <inheritdoc/>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>Sent into the turn's conversation.</summary>
    public IReadOnlyList<Activity> Replies => _replies;

    /// <summary>Sent into other conversations.</summary>
    public IReadOnlyList<Activity> Elsewhere => _elsewhere;

    /// <summary>Messages replaced.</summary>
    public IReadOnlyList<Activity> Updates => _updates;

    /// <inheritdoc/>
    public ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class => new(_state.TryGetValue(key, out var body) ? JsonSerializer.Deserialize(body, type) : null);

    /// <inheritdoc/>
    public ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow
    {
        List<T> found =
        [
            .. _state.Where(each => each.Key.Scope == query.Scope).Select(each => JsonSerializer.Deserialize(each.Value, type)!)
                .Where(each => !query.OpenOnly || each.Columns.IsOpen)
                .Where(each => query.Conversation is null || query.Conversation == each.Columns.Conversation),
        ];
        return new(new StatePage<T>([.. found.OrderByDescending(each => each.Columns.OpenedAt).Skip(query.Skip).Take(query.Limit)], found.Count));
    }

    /// <inheritdoc/>
    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (value is null)
        {
            _state.TryRemove(key, out _);
        }
        else
        {
            _state[key] = JsonSerializer.SerializeToUtf8Bytes(value, type);
        }
    }

    /// <summary>Records are not kept.</summary>
    public void Append(RecordEntry entry)
    {
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) => Keep(_replies, "", activity);

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        Keep(_elsewhere, "e", to.ApplyTo(activity));

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default) =>
        Keep(_elsewhere, "e", activity);

    /// <summary>Nothing is delivered, so nothing is reported.</summary>
    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false)
    {
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) => Keep(_updates, "u", activity);

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>No timer runs.</summary>
    public void Schedule(Timer timer)
    {
    }

    /// <inheritdoc/>
    public void CancelTimer(string key)
    {
    }

    /// <summary>Made into bytes, so that what cannot be written is found here too.</summary>
    private Task<ResourceResponse> Keep(List<Activity> list, string kind, Activity sent)
    {
        JsonSerializer.SerializeToUtf8Bytes(sent, ProtocolJson.Default.Activity);
        list.Add(sent);
        return Task.FromResult(new ResourceResponse($"msg:{turnId}:{kind}{list.Count - 1}"));
    }
}
