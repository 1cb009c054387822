using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.BotFramework;

/// <summary>Speaks to connectors over HTTP. Says what became of each attempt; see <see cref="DeliveryResult"/>.</summary>
internal sealed class ConnectorClient(HttpClient http, ServiceUrlPolicy serviceUrls, TimeProvider time) : IConnectorClient
{
    /// <summary>How long one attempt may take, answer included.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    private const int MaxAnswerBytes = 64 * 1024;
    private const int MaxMembersBytes = 1024 * 1024;

    public Task<DeliveryResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(
            HttpMethod.Post, activity.ServiceUrl, [activity.Conversation?.Id, "activities"], Json(activity), cancellationToken);
    }

    public Task<DeliveryResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(
            HttpMethod.Post,
            activity.ServiceUrl,
            [activity.Conversation?.Id, "activities", activity.ReplyToId],
            Json(activity),
            cancellationToken);
    }

    public Task<DeliveryResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(
            HttpMethod.Put, activity.ServiceUrl, [activity.Conversation?.Id, "activities", activity.Id], Json(activity), cancellationToken);
    }

    public Task<DeliveryResult> PostActivityAsync(SerializedActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var to = activity.Address;
        return SendAsync(
            HttpMethod.Post,
            to.ServiceUrl,
            to.ReplyToId is null ? [to.Conversation?.Id, "activities"] : [to.Conversation?.Id, "activities", to.ReplyToId],
            Content(activity.Json),
            cancellationToken);
    }

    public Task<DeliveryResult> PutActivityAsync(
        SerializedActivity activity, string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var to = activity.Address;
        return SendAsync(
            HttpMethod.Put, to.ServiceUrl, [to.Conversation?.Id, "activities", activityId], Content(activity.JsonWithId(activityId)), cancellationToken);
    }

    public Task<DeliveryResult> DeleteActivityAsync(
        ConversationReference conversation, string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return SendAsync(
            HttpMethod.Delete, conversation.ServiceUrl, [conversation.Conversation.Id, "activities", activityId], null, cancellationToken);
    }

    public Task<DeliveryResult> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return SendAsync(HttpMethod.Post, serviceUrl, [], Json(parameters, ProtocolJson.Default.ConversationParameters), cancellationToken);
    }

    public async Task<IReadOnlyList<ChannelAccount>?> GetConversationMembersAsync(
        ConversationReference conversation, CancellationToken cancellationToken = default) =>
        await GetAsync(conversation, "members", "", cancellationToken) is { } body ? ConversationMembers.Read(body) : null;

    public async Task<PagedMembersResult?> GetConversationPagedMembersAsync(
        ConversationReference conversation, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        string?[] query =
        [
            pageSize is { } size ? string.Create(CultureInfo.InvariantCulture, $"pageSize={size}") : null,
            continuationToken is null ? null : "continuationToken=" + Uri.EscapeDataString(continuationToken),
        ];
        return await GetAsync(conversation, "pagedmembers", string.Join('&', query.OfType<string>()), cancellationToken) is { } body
            ? ConversationMembers.ReadPage(body)
            : null;
    }

    private async Task<byte[]?> GetAsync(ConversationReference conversation, string what, string query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (!ConnectorTarget.TryBuild(conversation.ServiceUrl, serviceUrls, [conversation.Conversation.Id, what], out var target, out _))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, query.Length == 0 ? target : new Uri($"{target.AbsoluteUri}?{query}"));
        var attempt = await AttemptAsync(request, MaxMembersBytes, creates: false, cancellationToken);
        return attempt is { Result: DeliveryResult.Sent, Body: { } body } ? body : null;
    }

    private static ReadOnlyMemoryContent Json(Activity activity) => Json(activity, ProtocolJson.Default.Activity);

    private static ReadOnlyMemoryContent Json<T>(T value, JsonTypeInfo<T> type) => Content(JsonSerializer.SerializeToUtf8Bytes(value, type));

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> json) =>
        new(json)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };

    private async Task<DeliveryResult> SendAsync(
        HttpMethod method, string? serviceUrl, string?[] path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage { Method = method, Content = content };
        if (!ConnectorTarget.TryBuild(serviceUrl, serviceUrls, path, out var target, out var denial))
        {
            return denial;
        }

        request.RequestUri = target;
        return (await AttemptAsync(request, MaxAnswerBytes, creates: path.Length == 0, cancellationToken)).Result;
    }

    private async Task<Attempt> AttemptAsync(
        HttpRequestMessage request, int maxBytes, bool creates, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadAsync(response.Content, maxBytes, either.Token);
            return new Attempt(ConnectorAnswer.Read(body).Judge(response.StatusCode, RetryAfter(response.Headers), creates), body);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Attempt(new DeliveryResult.Ambiguous($"no answer within {AttemptTimeout.TotalSeconds} s"), null);
        }
        catch (OperationCanceledException)
        {
            // Neither of ours: the handler gave up connecting.
            return new Attempt(new DeliveryResult.Unreachable("no connection in time"), null);
        }
        catch (TokenUnavailableException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Attempt(new DeliveryResult.Unreachable($"no token: {e.Reason}"), null);
        }
        catch (HttpRequestException e)
        {
            return new Attempt(Judge(e.HttpRequestError), null);
        }
    }

    private static DeliveryResult Judge(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new DeliveryResult.Unreachable($"no connection: {error}"),
        _ => new DeliveryResult.Ambiguous($"connection broken: {error}"),
    };

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        var wait = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private readonly record struct Attempt(DeliveryResult Result, byte[]? Body);
}
