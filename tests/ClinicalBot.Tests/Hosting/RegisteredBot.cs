using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Hosting;
using ClinicalBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Tests.Hosting;

/// <summary>The whole program as a registered bot, with an issuer, an identity provider and a channel of ours, all over HTTP.</summary>
internal sealed class RegisteredBot : IAsyncDisposable
{
    public const string AppId = "bot-app";
    public const string Tenant = "home-tenant";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly SigningKey _channelKey = SigningKey.Rsa("channel", ["msteams"]);
    private readonly SigningKey _entraKey = SigningKey.Rsa("entra");
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;
    private LocalIssuer _issuer = null!;
    private LocalIssuer _entraIssuer = null!;

    private RegisteredBot()
    {
    }

    public string Database => Path.Combine(_folder.FullName, "bot.db");

    public FakeChannel Channel { get; private set; } = null!;

    public LocalEntra Entra { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public string ChannelToken => ChannelTokenFor(Channel.ServiceUrl);

    public static async Task<RegisteredBot> StartAsync(params (string Key, string? Value)[] more)
    {
        var bot = new RegisteredBot
        {
            Channel = await FakeChannel.StartAsync(),
            Entra = await LocalEntra.StartAsync(),
        };
        bot._issuer = await LocalIssuer.StartAsync(bot._channelKey);
        bot._entraIssuer = await LocalIssuer.StartAsync(bot._entraKey);
        bot._entraIssuer.Issuer = "https://login.microsoftonline.com/other/v2.0";
        bot._app = bot.Build(more);
        try
        {
            await bot._app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        bot._http.BaseAddress = new Uri(bot._app.Urls.First());
        return bot;
    }

    public string ChannelTokenFor(string serviceUrl) => new BotToken(_channelKey, AppId, serviceUrl, DateTimeOffset.UtcNow).Bearer;

    public string ApiToken(Action<JsonObject>? spoil = null)
    {
        var token = new BotToken(_entraKey, AppId, "", DateTimeOffset.UtcNow);
        token.Payload.Remove("serviceurl");
        token.Payload["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0";
        token.Payload["tid"] = Tenant;
        token.Payload["ver"] = "2.0";
        token.Payload["azp"] = "caller-app";
        token.Payload["roles"] = new JsonArray("Assess");
        spoil?.Invoke(token.Payload);
        return token.Bearer;
    }

    public Task<HttpResponseMessage> SayAsync(
        string? authorization, string id = "1", string conversation = "a:1", string tenant = Tenant, string from = "29:nurse", string? text = "hello",
            string? verb = null) =>
        SendAsync(HttpMethod.Post, "/api/messages", authorization, JsonContent.Create(new
        {
            type = "message",
            id,
            channelId = "msteams",
            serviceUrl = Channel.ServiceUrl,
            from = new { id = from },
            recipient = new { id = "28:bot" },
            conversation = new { id = conversation, tenantId = tenant, conversationType = "personal" },
            text,
            value = verb is null ? null : new { verb, @case = "K7-4FX", rev = "1", eta = "5" },
        }));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? authorization, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
        await Entra.DisposeAsync();
        await _issuer.DisposeAsync();
        await _entraIssuer.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private WebApplication Build((string Key, string? Value)[] more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder.FullName });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["MicrosoftAppId"] = AppId,
                ["MicrosoftAppTenantId"] = Tenant,
                ["MicrosoftAppPassword"] = "the-secret",
                ["BotOpenIdMetadata"] = _issuer.Metadata,
                ["ApiOpenIdMetadata"] = _entraIssuer.Metadata,
                ["Site:TimeZone"] = "America/New_York",
                ["Turns:FirstHold"] = "0",
                ["Storage:Path"] = Path.Combine(_folder.FullName, "bot.db"),
            });
        builder.Configuration.AddInMemoryCollection(more.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        var mode = BotMode.Decide(builder);
        builder.Services.AddClinicalBot(mode, builder.Configuration);
        builder.Services.AddHttpClient("ClinicalBot.Entra").ConfigurePrimaryHttpMessageHandler(Entra.Handler);
        var app = builder.Build();
        app.UseClinicalBot(mode);
        app.MapGet("/fails", Fail).AllowAnonymous();
        app.MapGet("/says-nothing", () => Results.Ok());
        return app;
    }

    private static IResult Fail() => throw new InvalidOperationException("the patient's secret");
}
