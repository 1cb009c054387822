using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>A registered bot on a real socket, as far as trust goes: what it lets in gets 202.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    public const string AppId = "bot-app";
    public const string Tenant = "home-tenant";
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";

    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private BotServer(IEnumerable<(string Key, string? Value)> settings, TimeProvider? time, string environment)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.AddProvider(Log));
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddBotAuthentication();
        app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost("/api/messages", (Delegate)ReceiveAsync).RequireChannelToken();
    }

    public IServiceProvider Services => app.Services;

    public MemoryLog Log { get; } = new();

    public static async Task<BotServer> StartAsync(
        LocalIssuer issuer, TimeProvider? time = null, string environment = "Development", params IEnumerable<(string Key, string? Value)> more)
    {
        var server = new BotServer([.. Settings(issuer), .. more], time, environment);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public static IEnumerable<(string Key, string? Value)> Settings(LocalIssuer issuer) =>
    [
        ("MicrosoftAppId", AppId),
        ("MicrosoftAppTenantId", Tenant),
        ("MicrosoftAppPassword", "secret-of-the-bot"),
        ("BotOpenIdMetadata", issuer.Metadata),
        ("ApiOpenIdMetadata", issuer.Metadata),
    ];

    public static string Message(string? channel = "msteams", string? serviceUrl = ServiceUrl, string? tenant = Tenant) =>
        JsonSerializer.Serialize(new
        {
            type = "message",
            id = "1",
            channelId = channel,
            serviceUrl,
            from = new { id = "29:nurse" },
            conversation = new { id = "a:1", tenantId = tenant },
            text = "leg feels numb",
        });

    public async Task<HttpResponseMessage> PostAsync(string? authorization, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Urls.Single() + "/api/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<int> StatusAsync(string? authorization, string? body = null)
    {
        using var response = await PostAsync(authorization, body ?? Message());
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return ActivityParser.Parse(body.ToArray()).Match(
            parsed => context.Refuse(parsed.Activity) ?? Results.Accepted(),
            rejected => Results.StatusCode(rejected.Status));
    }
}
