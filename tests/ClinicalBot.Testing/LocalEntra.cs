using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Testing;

/// <summary>
/// An identity provider on a free loopback port: gives an app "token-1", "token-2" and so on, the way Entra and the managed identity
/// endpoint of a machine do. MSAL talks only https to Entra, so what it sends is led here by <see cref="Handler"/>.
/// </summary>
public sealed class LocalEntra : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _tokens;

    private LocalEntra()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <summary>Completes when it has been asked for the first time.</summary>
    public Task WhenAsked => _asked.Task;

    /// <summary>An error answer instead of tokens: status and Entra's code.</summary>
    public (int Status, string Code)? Failure { get; set; }

    /// <summary>Answers after this; at once when null.</summary>
    public Task? Until { get; set; }

    /// <summary>Starts it; dispose it to free its port.</summary>
    public static async Task<LocalEntra> StartAsync()
    {
        var entra = new LocalEntra();
        await entra._app.StartAsync();
        return entra;
    }

    /// <summary>Leads every request here, keeping its path and query, and noting the host it was for.</summary>
    public HttpMessageHandler Handler() => new Detour(new Uri(_app.Urls.First()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        Requests.Enqueue(new Asked(
            http.Request.Headers["X-For-Host"].ToString(), http.Request.Path, form.ToDictionary(f => f.Key, f => f.Value.ToString()),
                http.Request.QueryString.Value ?? ""));
        _asked.TrySetResult();
        if (Until is { } until)
        {
            await until.WaitAsync(http.RequestAborted);
        }

        if (Failure is { } failure)
        {
            http.Response.StatusCode = failure.Status;
            await http.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = $"{failure.Code}: Refused. Trace ID: x",
                error_codes = new[] { 7000215 } });
            return;
        }

        var token = "token-" + Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = "3599", access_token = token,
            resource = "https://api.botframework.com" });
    }

    private sealed class Detour(Uri here) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-For-Host", request.RequestUri!.Host);
            request.RequestUri = new Uri(here, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>One request for a token.</summary>
/// <param name="Host">Whom it was meant for.</param>
/// <param name="Path">Its path.</param>
/// <param name="Form">Its fields.</param>
/// <param name="Query">Its query.</param>
public sealed record Asked(string Host, string Path, IReadOnlyDictionary<string, string> Form, string Query);
