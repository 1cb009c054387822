using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SdkBot = Microsoft.Bot.Builder.IBot;

namespace ClinicalBot.BotBuilder.Tests.Hosts;

/// <summary>A registered bot: the SDK says who calls, the same keys give the bot's own token.</summary>
public sealed class AuthenticatedHostTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-sdk-").FullName;
    private readonly ConcurrentQueue<string?> _authorizations = [];
    private readonly TokenOf _token = new();
    private LocalEntra _entra = null!;
    private FakeChannel _channel = null!;
    private WebApplication _host = null!;

    public async ValueTask InitializeAsync()
    {
        _entra = await LocalEntra.StartAsync();
        _channel = await FakeChannel.StartAsync();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = "bot-app",
            ["MicrosoftAppPassword"] = "the-secret",
            ["MicrosoftAppTenantId"] = "home-tenant",
            ["MicrosoftAppType"] = "SingleTenant",
            ["Storage:Path"] = Path.Combine(_folder, "clinicalbot.db"),
            ["Site:TimeZone"] = "America/New_York",
            ["Turns:Tick"] = "00:00:00.050",
        });
        builder.Services.AddSingleton<BotFrameworkAuthentication>(_token);
        builder.Services.AddClinicalBot(builder.Configuration);
        builder.Services.AddHttpClient("ClinicalBot.Entra").ConfigurePrimaryHttpMessageHandler(_entra.Handler);
        builder.Services.AddHttpClient(nameof(BotFramework.IConnectorClient)).AddHttpMessageHandler(() => new Listener(_authorizations));
        _host = builder.Build();
        _host.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, SdkBot bot) =>
            adapter.ProcessAsync(request, response, bot));
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _channel.DisposeAsync();
        await _entra.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_comes_with_a_token_of_the_channel_is_answered_with_the_bots_own_token()
    {
        _token.ServiceUrl = _channel.ServiceUrl;

        Assert.Equal(HttpStatusCode.OK, await PostAsync("home-tenant"));

        await _channel.WaitForAsync(arrivals => arrivals.Count > 0);
        Assert.Equal("Bearer token-1", _authorizations.First());
        Assert.Equal("bot-app", _entra.Requests.First(request => request.Form.ContainsKey("client_id")).Form["client_id"]);
    }

    [Fact]
    public async Task A_tenant_that_is_not_allowed_is_refused_though_the_token_is_good()
    {
        _token.ServiceUrl = _channel.ServiceUrl;

        Assert.Equal(HttpStatusCode.InternalServerError, await PostAsync("other-tenant"));
        Assert.Empty(_channel.Arrivals);
    }

    [Fact]
    public async Task A_connector_that_the_token_does_not_name_gets_no_token()
    {
        _token.ServiceUrl = "http://127.0.0.1:1";

        Assert.Equal(HttpStatusCode.OK, await PostAsync("home-tenant"));
        // The turn is committed; its reply waits for a connector that is known.
        await _host.Services.GetRequiredService<TurnTicks>().WhenIdleAsync();
        Assert.Empty(_channel.Arrivals);
        Assert.Empty(_authorizations);
    }

    [Fact]
    public async Task Whom_the_sdk_does_not_know_is_not_let_in()
    {
        _token.ServiceUrl = null;

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("home-tenant"));
        Assert.Empty(_channel.Arrivals);
    }

    private async Task<HttpStatusCode> PostAsync(string tenant)
    {
        var activity = Say.Message("m-1", "triage", _channel.ServiceUrl) with
        {
            ChannelId = "msteams",
            Conversation = new ConversationAccount { Id = "a:chat-7", ConversationType = "personal", TenantId = tenant },
        };
        using var http = new HttpClient();
        using var content = new StringContent(JsonSerializer.Serialize(activity, ProtocolJson.Default.Activity), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(_host.Urls.First() + "/api/messages"), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>The SDK's authentication, which finds the token that a test says.</summary>
    private sealed class TokenOf : BotFrameworkAuthentication
    {
        private readonly ConfigurationBotFrameworkAuthentication _open = new(new ConfigurationBuilder().Build());

        /// <summary>The connector that the token names; null for a caller without one.</summary>
        public string? ServiceUrl { get; set; }

        public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(SdkActivity activity, string authHeader,
            CancellationToken cancellationToken)
        {
            if (ServiceUrl is null)
            {
                throw new UnauthorizedAccessException();
            }

            var result = await _open.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            result.ClaimsIdentity = new ClaimsIdentity([new Claim(AuthenticationConstants.ServiceUrlClaim, ServiceUrl),
                new Claim(AuthenticationConstants.AudienceClaim, "bot-app")], "Bearer");
            return result;
        }

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _open.CreateConnectorFactory(claimsIdentity);

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
            _open.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);
    }

    private sealed class Listener(ConcurrentQueue<string?> authorizations) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            authorizations.Enqueue(request.Headers.Authorization?.ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
