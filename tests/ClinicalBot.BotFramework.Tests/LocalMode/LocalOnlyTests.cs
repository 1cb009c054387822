using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.BotFramework.Tests;

public sealed class LocalOnlyTests : IAsyncLifetime
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private IPAddress? remote = IPAddress.Loopback;
    private int port;

    public LocalOnlyTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = remote;
            return next(context);
        });
        app.UseLocalOnly();
        app.Run(context => context.Response.WriteAsync("in"));
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        port = new Uri(app.Urls.Single()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.9.9.9", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("bot.evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.nip.io", 421)]
    [InlineData("evil.localhost", 421)]
    [InlineData("10.0.0.5", 421)]
    [InlineData("0.0.0.0", 421)]
    public async Task The_host_must_be_this_machine(string host, int status) =>
        Assert.Equal(status, await StatusAsync($"{host}:{port}"));

    [Theory]
    [InlineData("http://localhost:{0}", 200)]
    [InlineData("HTTP://LOCALHOST:{0}", 200)]
    [InlineData("https://localhost:{0}", 403)]
    [InlineData("http://127.0.0.1:{0}", 403)]
    [InlineData("http://localhost", 403)]
    [InlineData("http://localhost:1", 403)]
    [InlineData("http://evil.example:{0}", 403)]
    [InlineData("http://localhost:{0}@evil.example", 403)]
    [InlineData("http://evil@localhost:{0}", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    public async Task An_origin_must_be_the_host(string origin, int status) =>
        Assert.Equal(
            status,
            await StatusAsync($"localhost:{port}", string.Format(System.Globalization.CultureInfo.InvariantCulture, origin, port)));

    [Fact]
    public async Task A_host_without_a_port_means_port_80()
    {
        Assert.Equal(200, await StatusAsync("localhost", "http://localhost"));
        Assert.Equal(200, await StatusAsync("localhost", "http://localhost:80"));
        Assert.Equal(403, await StatusAsync("localhost", $"http://localhost:{port}"));
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("192.168.1.4", 403)]
    [InlineData("fe80::1", 403)]
    [InlineData("::ffff:192.168.1.4", 403)]
    public async Task The_caller_must_be_this_machine(string caller, int status)
    {
        remote = IPAddress.Parse(caller);

        Assert.Equal(status, await StatusAsync($"localhost:{port}"));
    }

    [Fact]
    public async Task Inside_this_process_there_is_no_address()
    {
        remote = null;

        Assert.Equal(200, await StatusAsync($"localhost:{port}"));
    }

    [Fact]
    public async Task No_host_is_refused()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);

        Assert.StartsWith("HTTP/1.1 421", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_to_do()
    {
        using var response = await http.SendAsync(Request("evil.example", null), TestContext.Current.CancellationToken);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Equal("Local mode answers only under a loopback name.", problem?.Title);
        Assert.Contains("MicrosoftAppId", problem?.Detail, StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(string host, string? origin = null)
    {
        using var response = await http.SendAsync(Request(host, origin), TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private HttpRequestMessage Request(string host, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/") { Headers = { Host = host } };
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        return request;
    }
}
