using System.Net;
using System.Net.Http.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Testing;

/// <summary>A connector without tokens, for hosts that speak to a <see cref="FakeChannel"/>.</summary>
public sealed class LoopbackConnector : IConnectorClient, IDisposable
{
    private readonly HttpClient _http = new();

    /// <inheritdoc/>
    public Task<DeliveryResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Post, activity, null, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Post, activity, activity?.ReplyToId, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        CallAsync(HttpMethod.Put, activity, activity?.Id, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> DeleteActivityAsync(
        ConversationReference conversation, string activityId, CancellationToken cancellationToken = default) =>
        CallAsync(
            HttpMethod.Delete,
            new Activity { ServiceUrl = conversation?.ServiceUrl, Conversation = conversation?.Conversation },
            activityId,
            cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChannelAccount>?> GetConversationMembersAsync(
        ConversationReference conversation, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<DeliveryResult> CallAsync(HttpMethod method, Activity? activity, string? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var url = $"{activity.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{id}";
        using var request = new HttpRequestMessage(method, url);
        request.Content = JsonContent.Create(activity, ProtocolJson.Default.Activity);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new DeliveryResult.Sent(
                    (await response.Content.ReadFromJsonAsync(ProtocolJson.Default.Activity, cancellationToken))?.Id),
                HttpStatusCode.TooManyRequests => new DeliveryResult.Throttled(response.Headers.RetryAfter?.Delta),
                >= HttpStatusCode.InternalServerError => new DeliveryResult.Ambiguous("5xx"),
                var status => new DeliveryResult.Refused((int)status, "refused"),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return new DeliveryResult.Unreachable("noConnection");
        }
        catch (HttpRequestException)
        {
            return new DeliveryResult.Ambiguous("broken");
        }
    }
}
