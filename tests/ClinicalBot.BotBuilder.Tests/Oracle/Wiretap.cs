using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Takes the place of the network: notes a request as it would go out, and answers as a connector does.</summary>
internal sealed class Wiretap(string answer = """{"id":"a-1"}""") : DelegatingHandler
{
    // What a client says of itself and of the connection is its own.
    private static readonly string[] Mattering = ["Accept", "Content-Type", "Authorization"];

    /// <summary>The last request.</summary>
    public Sent? Last { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        Last = new Sent(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            string.Join('\n', headers.Where(header => Mattering.Contains(header.Key))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal)),
            body is null ? null : JsonNode.Parse(body));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }

    internal sealed record Sent(string Method, string Address, string Headers, JsonNode? Body);
}
