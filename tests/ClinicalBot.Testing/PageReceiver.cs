using System.Collections.Immutable;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Testing;

/// <summary>A web server that takes whatever is posted to it: the receiver of a webhook, or what speaks Twilio's API.</summary>
public sealed class PageReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ImmutableList<PagePosted> _posts = [];

    private PageReceiver(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Everything posted, taken or not, in order.</summary>
    public IReadOnlyList<PagePosted> Posts => _posts;

    /// <summary>The status it answers with. 204 until told otherwise.</summary>
    public int Status { get; set; } = 204;

    /// <summary>Starts one on a free port of this machine.</summary>
    public static async Task<PageReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new PageReceiver(builder.Build());
        receiver._app.Map("/{**path}", (Delegate)receiver.TakeAsync);
        await receiver._app.StartAsync();
        receiver.Address = new Uri(receiver._app.Urls.First());
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        ImmutableInterlocked.Update(ref _posts, posts => posts.Add(new PagePosted(http.Request.Path, headers, body)));
        if (Status is >= 300 and < 400)
        {
            http.Response.Headers.Location = "/elsewhere";
        }

        return Results.StatusCode(Status);
    }
}

/// <summary>What was posted.</summary>
/// <param name="Path">Path of the address.</param>
/// <param name="Headers">By name in lower case.</param>
/// <param name="Body">The body.</param>
public sealed record PagePosted(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
