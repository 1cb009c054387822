using System.Collections.Immutable;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>An OTLP collector on a free loopback port: keeps the bodies posted to each signal's path.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ImmutableList<(string Path, string? Type, byte[] Body)> _posts = [];

    private Collector(WebApplication app) => _app = app;

    /// <summary>For the exporter's endpoint.</summary>
    public string Address => _app.Urls.First();

    /// <summary>What came, in order: path, content type, protobuf.</summary>
    public IReadOnlyList<(string Path, string? Type, byte[] Body)> Posts => _posts;

    /// <summary>All bodies as text; protobuf keeps strings as they are.</summary>
    public string Text => string.Join('\n', _posts.Select(post => Encoding.UTF8.GetString(post.Body)));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", (Delegate)collector.ReceiveAsync);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>What was posted for one signal, as text.</summary>
    public string TextOf(string signal) =>
        string.Join('\n', _posts.Where(post => post.Path == "/v1/" + signal).Select(post => Encoding.UTF8.GetString(post.Body)));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        ImmutableInterlocked.Update(ref _posts, posts => posts.Add((http.Request.Path, http.Request.ContentType, body.ToArray())));
        // An empty message: everything was taken.
        return Results.Bytes([], "application/x-protobuf");
    }
}
