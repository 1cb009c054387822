using Microsoft.Identity.Client;

namespace ClinicalBot.BotFramework;

/// <summary>The connections MSAL uses.</summary>
internal sealed class EntraHttp(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "ClinicalBot.Entra";

    public HttpClient GetHttpClient() => clients.CreateClient(ClientName);
}
