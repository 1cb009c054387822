using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Turns;

/// <summary>Hands a handler its turn and writes down what it asks for. Message keys come from the time, the turn id and an ordinal.</summary>
internal sealed class RecordingTurnContext(ITurnSession session, Activity activity, string turnId, DateTimeOffset now, bool isInternal = false)
    : ITurnContext
{
    private readonly Dictionary<StateKey, StoredState> _reads = [];
    private readonly Dictionary<StateKey, StoredState> _found = [];
    private readonly Dictionary<StateKey, Func<StateWrite>> _writes = [];
    // What was read or set last.
    private readonly Dictionary<StateKey, object?> _values = [];
    private readonly Dictionary<string, TimerStart?> _timers = [];
    private readonly List<RecordEntry> _records = [];
    private readonly List<OutboxEntry> _outbox = [];
    private readonly List<Activity> _inlineReplies = [];
    private readonly string? _tenant = activity.GetTenantId();
    private int _messages;

    public Activity Activity => activity;

    public DateTimeOffset Now => now;

    public string TurnId => turnId;

    public bool IsInternal => isInternal;

    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>The caller wants the replies in the HTTP answer.</summary>
    private bool RepliesInline => activity.DeliveryMode == DeliveryModes.ExpectReplies;

    /// <summary>False for a turn that only looked: there is nothing to commit.</summary>
    public bool HasEffects =>
        _writes.Count + _records.Count + _timers.Count + _outbox.Count + _inlineReplies.Count > 0;

    public async ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class
    {
        if (_values.TryGetValue(Own(key), out var value) && value is null or T)
        {
            return (T?)value;
        }

        if (_writes.TryGetValue(key, out var write))
        {
            return Read(write().Body, type);
        }

        if (!_reads.TryGetValue(key, out var stored))
        {
            stored = _found.TryGetValue(key, out var found) ? found : await session.ReadAsync(key, cancellationToken);
            _reads.Add(key, stored);
        }

        var read = Read(stored.Body, type);
        _values[key] = read;
        return read;
    }

    public async ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow
    {
        ArgumentNullException.ThrowIfNull(query);
        // Nobody looks into another tenant, whatever was asked for.
        query = query with { Tenant = (_tenant ?? "").ToLowerInvariant() };
        var rows = await session.FindAsync(query, cancellationToken);
        foreach (var row in rows)
        {
            _found[row.Key] = row.State;
        }

        var isAll = rows.Count < query.Limit && (rows.Count > 0 || query.Skip == 0);
        return new StatePage<T>(
            [.. rows.Select(row => Read(row.State.Body, type)!)], isAll ? query.Skip + rows.Count : await session.CountAsync(query, cancellationToken));
    }

    /// <summary>
    /// A document that was found and is now written is relied on like one that was read. It becomes JSON with the commit: a handler may set it more
    /// than once.
    /// </summary>
    public void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (_found.TryGetValue(Own(key), out var found))
        {
            _reads.TryAdd(key, found);
        }

        _values[key] = value;
        _writes[key] = () =>
            new StateWrite(key, value is null ? null : JsonSerializer.SerializeToUtf8Bytes(value, type), (value as IStateRow)?.Columns);
    }

    public void Append(RecordEntry entry) => _records.Add(entry);

    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        SendEach(activity, (key, part) =>
        {
            var reply = Address.Reply(Activity, part);
            if (RepliesInline)
            {
                _inlineReplies.Add(reply with { Id = key });
            }
            else
            {
                Record(OutboxKind.Send, key, null, reply);
            }
        });

    public Task<ResourceResponse> SendActivityAsync(
        ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        SendEach(activity, (key, part) => Record(OutboxKind.Send, key, null, Address.To(to, part)));

    public Task<ResourceResponse> SendActivityAsync(
        ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var parameters = JsonSerializer.SerializeToUtf8Bytes(to.Parameters, ProtocolJson.Default.ConversationParameters);
        return SendEach(activity, (key, part) =>
            _outbox.Add(new OutboxEntry(OutboxKind.Create, ConversationKey.Of(to.ChannelId, to.Key), key, null, Json(Address.To(to, part)))
            {
                Parameters = parameters,
            }));
    }

    public void ReportDelivery(string messageKey, string name, JsonElement? value = null, bool alsoWhenSent = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_inlineReplies.Exists(reply => reply.Id == messageKey))
        {
            return;
        }

        var at = _outbox.FindIndex(entry => entry.MessageKey == messageKey);
        if (at < 0)
        {
            throw new ArgumentException("No message of this turn has this key.", nameof(messageKey));
        }

        _outbox[at] = _outbox[at] with { Report = new OutboxReport(Json(Address.Event(Activity, name, value)), alsoWhenSent) };
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activity.Id);
        Record(OutboxKind.Update, NextKey(), activity.Id, Address.Update(Activity, Outgoing.CardOrText(activity)));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        var delete = Address.Update(Activity, new Activity { Type = ActivityTypes.MessageDelete });
        Record(OutboxKind.Delete, NextKey(), activityId, delete);
        return Task.CompletedTask;
    }

    public void Schedule(Timer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var wake = Address.Wake(Activity, timer);
        _timers[TimerKey(timer.Key)] = new TimerStart(KeyOf(wake), timer.DueAt, Json(wake));
    }

    public void CancelTimer(string key) => _timers[TimerKey(key)] = null;

    /// <summary>Everything recorded, ready to commit.</summary>
    public TurnCommit ToCommit(DateTimeOffset at) => new()
    {
        Response = Response(),
        At = at,
        Reads = [.. _reads.Select(r => new StateRead(r.Key, r.Value.Version))],
        Writes = [.. _writes.Values.Select(write => write())],
        Records = _records,
        // What people wait for goes first: a message that is redrawn or deleted is one they have answered.
        Outbox = [.. _outbox.OrderBy(entry => entry.Kind is OutboxKind.Update or OutboxKind.Delete)],
        Timers = [.. _timers.Select(t => new TimerChange(t.Key, t.Value))],
    };

    /// <summary>The HTTP answer.</summary>
    public TurnResponse Response() => TurnResponses.For(activity, InvokeResponse, RepliesInline ? _inlineReplies : null);

    /// <summary>No handler reaches into another tenant, whatever it was told.</summary>
    private StateKey Own(StateKey key) =>
        key.IsOf(_tenant) ? key : throw new InvalidOperationException($"A document of the scope \"{key.Scope}\" is of another tenant than the turn.");

    /// <summary>Timers of two tenants never meet, though their keys may be the same.</summary>
    private string TimerKey(string key) => new StateKey(_tenant, "timer", key).Id;

    private static T? Read<T>(byte[]? body, JsonTypeInfo<T> type)
        where T : class => body is null ? null : JsonSerializer.Deserialize(body, type);

    private static byte[] Json(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity);

    private static string KeyOf(Activity activity) => ConversationKey.Of(activity.ChannelId, activity.Conversation?.Id);

    /// <summary>The key returned is that of the last part: of the card, when there is one.</summary>
    private Task<ResourceResponse> SendEach(Activity activity, Action<string, Activity> send)
    {
        var key = "";
        foreach (var part in Outgoing.Parts(activity))
        {
            key = NextKey();
            send(key, part);
        }

        return Task.FromResult(new ResourceResponse(key));
    }

    private string NextKey() => MessageKey.Of(now, turnId, _messages++);

    private void Record(OutboxKind kind, string key, string? target, Activity addressed) =>
        _outbox.Add(new OutboxEntry(kind, KeyOf(addressed), key, target, Json(addressed)));
}
