namespace ClinicalBot.BotFramework;

/// <summary>
/// The Bot Connector REST API v3, one attempt a call. It never retries: only the outbox does. What goes wrong is an outcome, not an
/// exception; a missing or unusable id is refused with status 0. Only cancellation throws, and then the call may have arrived.
/// </summary>
public interface IConnectorClient
{
    /// <summary>POST v3/conversations/{id}/activities. Uses the activity's <c>ServiceUrl</c> and <c>Conversation</c>.</summary>
    Task<DeliveryResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>POST v3/conversations/{id}/activities/{replyToId}.</summary>
    Task<DeliveryResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>PUT v3/conversations/{id}/activities/{activity.Id}.</summary>
    Task<DeliveryResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same as <see cref="ReplyToActivityAsync"/> when the activity says what it answers, else as <see cref="SendToConversationAsync"/>.
    /// </summary>
    Task<DeliveryResult> PostActivityAsync(SerializedActivity activity, CancellationToken cancellationToken = default);

    /// <summary>The same as <see cref="UpdateActivityAsync"/>, for an activity without an id.</summary>
    Task<DeliveryResult> PutActivityAsync(SerializedActivity activity, string activityId, CancellationToken cancellationToken = default);

    /// <summary>DELETE v3/conversations/{id}/activities/{activityId}. A channel may not offer it (501): refused.</summary>
    Task<DeliveryResult> DeleteActivityAsync(ConversationReference conversation, string activityId, CancellationToken cancellationToken = default);

    /// <summary>POST v3/conversations: a 1:1 chat with a member, or a thread in a channel.</summary>
    Task<DeliveryResult> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>GET v3/conversations/{id}/members; null when they cannot be had.</summary>
    Task<IReadOnlyList<ChannelAccount>?> GetConversationMembersAsync(ConversationReference conversation, CancellationToken cancellationToken = default);

    /// <summary>GET v3/conversations/{id}/pagedmembers: one page of them; null when it cannot be had. What Teams asks for in a large team.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="pageSize">How many at most; the channel decides when null.</param>
    /// <param name="continuationToken">Of the page before; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<PagedMembersResult?> GetConversationPagedMembersAsync(
        ConversationReference conversation, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default);
}

/// <summary>A page of members.</summary>
/// <param name="ContinuationToken">Asks for the next page; null on the last.</param>
/// <param name="Members">Those on this page.</param>
public sealed record PagedMembersResult(string? ContinuationToken, IReadOnlyList<ChannelAccount> Members);

/// <summary>Body of createConversation.</summary>
public sealed record ConversationParameters
{
    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>With whom; empty for a channel thread.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    /// <summary>More than two members.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Entra tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>First message.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The channel's own data, e.g. tenant and channel id.</summary>
    public System.Text.Json.JsonElement? ChannelData { get; init; }
}
