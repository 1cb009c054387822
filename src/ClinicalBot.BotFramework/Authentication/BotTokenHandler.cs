using System.Net;
using System.Net.Http.Headers;

namespace ClinicalBot.BotFramework;

/// <summary>Gives each call to a connector the bot's token. Only the connector client uses it, which calls no address its policy denies.</summary>
internal sealed class BotTokenHandler(BotTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Reject(token);
        }

        return response;
    }
}
