using System.Globalization;
using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Paging;

/// <summary>
/// Posts a page to the address of the settings, signed. A receiver checks the signature, drops what is older than five minutes by
/// webhook-timestamp, and drops a webhook-id that it has seen.
/// </summary>
internal sealed class WebhookPager(IHttpClientFactory clients, IOptions<PagingOptions> options, TimeProvider time) : IPager
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "paging.webhook";

    /// <inheritdoc/>
    public string Name => "webhook";

    /// <inheritdoc/>
    public bool Reaches(PageTo person) => true;

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(Page page, CancellationToken cancellationToken)
    {
        var (webhook, at) = (options.Value.Webhook, time.GetUtcNow());
        var body = JsonSerializer.SerializeToUtf8Bytes(page, PageJson.Default.Page);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("webhook-id", page.Id);
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(webhook.Secret, page.Id, at, body));
        using var http = clients.CreateClient(ClientName);
        return await HttpAnswer.SendAsync(http, request, cancellationToken);
    }
}
