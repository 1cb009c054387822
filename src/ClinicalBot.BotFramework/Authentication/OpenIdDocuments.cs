using Microsoft.IdentityModel.Protocols;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Fetches OpenID documents. The rule for addresses holds for the keys as well, whose address comes out of the metadata.
/// </summary>
internal sealed class OpenIdDocuments(HttpClient http, bool allowLoopbackHttp) : IDocumentRetriever
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "ClinicalBot.OpenId";

    // The rule above is stricter than the retriever's own.
    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = false };

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && TrustedAddress.IsTrusted(uri, allowLoopbackHttp)
            ? _documents.GetDocumentAsync(address, cancel)
            : throw new InvalidOperationException("An OpenID document must be fetched over https.");
}
