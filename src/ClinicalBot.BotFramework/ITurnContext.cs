using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.BotFramework;

/// <summary>
/// One turn as its handler sees it. Nothing here touches the channel or the database's contents: everything asked for is recorded, and
/// committed at once when the handler returns. A conflict runs the handler again from the start, so a handler must derive everything
/// from this context and hold no state of its own.
/// </summary>
public interface ITurnContext
{
    /// <summary>What arrived.</summary>
    Activity Activity { get; }

    /// <summary>The turn's one moment, on the care clock. The same on a re-run.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Identifies the turn; the same on a re-run and a redelivery. Seed ids from it.</summary>
    string TurnId { get; }

    /// <summary>
    /// The bot itself asked for this turn: a timer or a delivery report is due. False for whatever came from outside, also for an event
    /// of the same name.
    /// </summary>
    bool IsInternal { get; }

    /// <summary>
    /// Reads a state document of the turn's own tenant as this turn sees it (its own <see cref="SetState"/> included); null when there is none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The document is another tenant's.</exception>
    ValueTask<T?> GetStateAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>
    /// Finds documents by their columns, as last committed: see <see cref="IStateRow"/>. A turn that only shows them is not run again when
    /// one of them changes; one that also writes or reads a document it found is.
    /// </summary>
    ValueTask<StatePage<T>> FindStateAsync<T>(StateQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class, IStateRow;

    /// <summary>Replaces a state document with the turn's commit; null deletes it. The value must not change any more: it is written then.</summary>
    void SetState<T>(StateKey key, T? value, JsonTypeInfo<T> type)
        where T : class;

    /// <summary>Adds a line to a record that is only ever added to, with the turn's commit. A number that is taken runs the turn again.</summary>
    void Append(RecordEntry entry);

    /// <summary>Sends into the turn's conversation. The id returned is our own message key: good for update and delete at once.</summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends into another conversation.</summary>
    Task<ResourceResponse> SendActivityAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends to a person or as a new thread, who need not have talked to the bot: the conversation is created when it must be. The person's
    /// chat is kept for later. An app that is not installed there shows as a refusal: see <see cref="ReportDelivery"/>.
    /// </summary>
    Task<ResourceResponse> SendActivityAsync(ProactiveTarget to, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks to be told when a message that this turn sends is refused for good: a turn with an event activity named
    /// <paramref name="name"/> then runs in this turn's conversation, with a <see cref="DeliveryOutcome"/> as its value. It happens exactly
    /// once. Replies that go back with the HTTP answer (expectReplies) are not reported.
    /// </summary>
    /// <param name="messageKey">Id that sending returned, in this turn.</param>
    /// <param name="name">Name of the event activity.</param>
    /// <param name="value">Handed back as <see cref="DeliveryOutcome.Value"/>.</param>
    /// <param name="alsoWhenSent">Tell also when the channel took it.</param>
    /// <exception cref="ArgumentException">The message is not of this turn.</exception>
    void ReportDelivery(string messageKey, string name, System.Text.Json.JsonElement? value = null, bool alsoWhenSent = false);

    /// <summary>
    /// Replaces a message; <see cref="Activity.Id"/> is a message key of ours or the channel's activity id. A key of ours finds the
    /// conversation the message went to; the channel's id is looked for in <see cref="Activity.Conversation"/>, else in the turn's.
    /// </summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message by our message key, wherever it went, or by the channel's activity id in the turn's conversation.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a timer: at <see cref="Timer.DueAt"/> (care clock) a turn with an event activity named <see cref="Timer.Name"/> runs in this
    /// conversation. A timer with the same key replaces the earlier one.
    /// </summary>
    void Schedule(Timer timer);

    /// <summary>Stops a timer by its key. One that already ran, or never was, is no error.</summary>
    void CancelTimer(string key);

    /// <summary>The HTTP answer of an invoke; ignored for other activities.</summary>
    InvokeResponse? InvokeResponse { get; set; }
}

/// <summary>Handles turns. <c>ActivityHandler</c> is the usual base.</summary>
public interface IBot
{
    /// <summary>Handles one turn. Pure but for reads through <paramref name="turnContext"/>.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>A line of a record that is only ever added to.</summary>
/// <param name="Record">Which record: the <see cref="StateKey.Id"/> of what it is about, which names the tenant.</param>
/// <param name="Number">1 for its first line, and so on without a gap.</param>
/// <param name="At">Care clock.</param>
/// <param name="Body">JSON (UTF-8), kept byte for byte.</param>
/// <param name="Hash">Chains it to the line before.</param>
public sealed record RecordEntry(string Record, int Number, DateTimeOffset At, byte[] Body, string Hash);

/// <summary>What sending returns: our own message key, known before the channel has seen the message.</summary>
/// <param name="Id">The message key.</param>
public sealed record ResourceResponse(string Id);

/// <summary>The HTTP answer of an invoke.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body, or null for none.</param>
public sealed record InvokeResponse(int Status, System.Text.Json.JsonElement? Body = null);

/// <summary>A turn to come.</summary>
/// <param name="Key">Unique name; scheduling it again moves it.</param>
/// <param name="Name">Name of the event activity the handler gets.</param>
/// <param name="DueAt">When, on the care clock.</param>
/// <param name="Value">Handed back as <see cref="Activity.Value"/>.</param>
public sealed record Timer(string Key, string Name, DateTimeOffset DueAt, System.Text.Json.JsonElement? Value = null);
