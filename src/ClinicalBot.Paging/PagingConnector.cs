using ClinicalBot.BotFramework;

namespace ClinicalBot.Paging;

/// <summary>
/// The connector with the other media beside it. A page stands in the outbox like every message, with the same promises, and its channel says
/// that a pager takes it.
/// </summary>
internal sealed class PagingConnector(IConnectorClient teams, SecondMedium media) : IConnectorClient
{
    /// <inheritdoc/>
    public Task<DeliveryResult> PostActivityAsync(SerializedActivity activity, CancellationToken cancellationToken = default) =>
        activity.Address.ChannelId == Page.Channel ? PageAsync(activity, cancellationToken) : teams.PostActivityAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default) =>
        teams.SendToConversationAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        teams.ReplyToActivityAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        teams.UpdateActivityAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> PutActivityAsync(SerializedActivity activity, string activityId, CancellationToken cancellationToken = default) =>
        teams.PutActivityAsync(activity, activityId, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> DeleteActivityAsync(ConversationReference conversation, string activityId, CancellationToken cancellationToken = default) =>
        teams.DeleteActivityAsync(conversation, activityId, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        teams.CreateConversationAsync(serviceUrl, parameters, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChannelAccount>?> GetConversationMembersAsync(ConversationReference conversation,
        CancellationToken cancellationToken = default) =>
        teams.GetConversationMembersAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public Task<PagedMembersResult?> GetConversationPagedMembersAsync(
        ConversationReference conversation, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        teams.GetConversationPagedMembersAsync(conversation, pageSize, continuationToken, cancellationToken);

    private async Task<DeliveryResult> PageAsync(SerializedActivity activity, CancellationToken cancellationToken)
    {
        var name = activity.Address.ServiceUrl?.Split(':', 2)[^1] ?? "";
        return media.Find(name) is not { } pager ? new DeliveryResult.Refused(0, "mediumNotSetUp")
            : Page.Read(activity.Deserialize()) is not { } page ? new DeliveryResult.Refused(0, "pageUnreadable")
            : await pager.SendAsync(page, cancellationToken);
    }
}
