using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>A connector on a real socket that answers as a test says, and remembers what it was asked.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeConnector(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            // The raw target: what went over the wire, before anything is unescaped.
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            using var body = new StreamReader(context.Request.Body);
            Requests.Enqueue(new Request(
                context.Request.Method, target, await body.ReadToEndAsync(), context.Request.ContentType, context.Connection.Id));
            await answer(context);
        });
    }

    public ConcurrentQueue<Request> Requests { get; } = [];

    public string Url => app.Urls.Single();

    public static async Task<FakeConnector> StartAsync(RequestDelegate answer)
    {
        var connector = new FakeConnector(answer);
        await connector.app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    /// <summary>Answers with a status and a body.</summary>
    public static Task<FakeConnector> StartAsync(int status, string body = "", params (string Name, string Value)[] headers) =>
        StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(body);
        });

    public async ValueTask DisposeAsync()
    {
        // What still hangs is cut, not waited for.
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    internal sealed record Request(string Method, string Target, string Body, string? ContentType, string ConnectionId);
}
