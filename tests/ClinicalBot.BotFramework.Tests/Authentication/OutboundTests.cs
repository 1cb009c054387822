using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClinicalBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Calls to connectors as a registered bot makes them: MSAL, an identity provider and connectors, all over HTTP.</summary>
public sealed class OutboundTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    private readonly MemoryLog log = new();
    private readonly List<string?> authorizations = [];
    private int status = 200;
    private LocalEntra entra = null!;
    private FakeConnector connector = null!;
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync()
    {
        entra = await LocalEntra.StartAsync();
        connector = await FakeConnector.StartAsync(context =>
        {
            authorizations.Add(context.Request.Headers.Authorization);
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("{}");
        });
        services = Build();
        services.GetRequiredService<VerifiedServiceUrls>().Add(connector.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connector.DisposeAsync();
        await entra.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_carries_the_bots_token()
    {
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url));

        Assert.Equal(["Bearer token-1"], authorizations);
        var asked = Assert.Single(entra.Requests);
        Assert.Equal(("login.microsoftonline.com", "/home-tenant/oauth2/v2.0/token"), (asked.Host, asked.Path));
        Assert.Equal("https://api.botframework.com/.default", asked.Form["scope"]);
        Assert.Equal(("client_credentials", "bot-app", "the-secret"), (asked.Form["grant_type"], asked.Form["client_id"], asked.Form["client_secret"]));
    }

    [Fact]
    public async Task A_token_is_asked_for_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(connector.Url)));

        Assert.Single(entra.Requests);
        Assert.Equal(20, authorizations.Count(a => a == "Bearer token-1"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/other")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://user@127.0.0.1:{0}")]
    public async Task A_forged_service_url_gets_neither_a_token_nor_a_request(string forged)
    {
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, forged, new Uri(connector.Url).Port);

        Assert.IsNotType<DeliveryResult.Sent>(await SendAsync(url));

        Assert.Empty(connector.Requests);
        Assert.Empty(entra.Requests);
    }

    [Fact]
    public async Task What_is_not_verified_stays_due()
    {
        var result = Assert.IsType<DeliveryResult.Unreachable>(await SendAsync("https://connector.example/x"));

        Assert.Equal("service URL not verified", result.Why);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_reply_stays_due()
    {
        entra.Failure = (401, "AADSTS7000215");

        var result = Assert.IsType<DeliveryResult.Unreachable>(await SendAsync(connector.Url));

        Assert.Equal("no token: invalid_client AADSTS7000215", result.Why);
        Assert.Empty(connector.Requests);
        Assert.Contains(log.Lines, line => line.Contains("AADSTS7000215", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_holds_for_a_few_seconds_then_Entra_is_asked_again()
    {
        entra.Failure = (401, "AADSTS7000215");
        await SendAsync(connector.Url);
        var asked = entra.Requests.Count;
        entra.Failure = null;

        Assert.IsType<DeliveryResult.Unreachable>(await SendAsync(connector.Url));
        Assert.Equal(asked, entra.Requests.Count);

        time.Advance(BotTokens.AfterFailure);
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url));
    }

    [Fact]
    public async Task A_token_that_does_not_come_in_time_was_not_used()
    {
        var never = new TaskCompletionSource();
        entra.Until = never.Task;

        var sending = SendAsync(connector.Url);
        await entra.WhenAsked;
        time.Advance(ConnectorClient.AttemptTimeout);

        Assert.IsType<DeliveryResult.Unreachable>(await sending);
        Assert.Empty(connector.Requests);
        never.SetResult();
    }

    [Fact]
    public async Task A_token_that_was_not_taken_is_replaced_and_the_reply_stays_due()
    {
        status = 401;
        Assert.IsType<DeliveryResult.Unreachable>(await SendAsync(connector.Url));
        status = 200;
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url));
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url));

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], authorizations);
    }

    [Fact]
    public async Task A_certificate_stands_for_a_secret()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem(),
                TestContext.Current.CancellationToken);
            await using var other = Build(("MicrosoftAppPassword", null), ("MicrosoftAppCertificatePath", path));
            other.GetRequiredService<VerifiedServiceUrls>().Add(connector.Url);

            Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url, other));
            Assert.StartsWith("eyJ", Assert.Single(entra.Requests).Form["client_assertion"], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret()
    {
        await using var other = Build(("MicrosoftAppPassword", null), ("MicrosoftAppType", "UserAssignedMSI"));
        other.GetRequiredService<VerifiedServiceUrls>().Add(connector.Url);

        Assert.IsType<DeliveryResult.Sent>(await SendAsync(connector.Url, other));

        var asked = entra.Requests.Last();
        Assert.Equal("169.254.169.254", asked.Host);
        Assert.Contains("resource=https://api.botframework.com&", asked.Query, StringComparison.Ordinal);
        Assert.Contains("client_id=bot-app", asked.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Public", "MultiTenant", "login.microsoftonline.com", "/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("USGovernment", "SingleTenant", "login.microsoftonline.us", "/home-tenant/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("USGovernment", "MultiTenant", "login.microsoftonline.us", "/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token",
        "https://api.botframework.us/.default")]
    public async Task Cloud_and_type_say_whom_to_ask(string cloud, string type, string host, string path, string scope)
    {
        await using var other = Build(("Cloud", cloud), ("MicrosoftAppType", type));
        other.GetRequiredService<VerifiedServiceUrls>().Add(connector.Url);

        await SendAsync(connector.Url, other);

        var asked = Assert.Single(entra.Requests);
        Assert.Equal((host, path.ToUpperInvariant(), scope), (asked.Host, asked.Path.ToUpperInvariant(), asked.Form["scope"]));
    }

    [Fact]
    public async Task No_secret_and_no_token_is_logged()
    {
        await SendAsync(connector.Url);
        entra.Failure = (400, "AADSTS1");
        services.GetRequiredService<BotTokens>().Reject("token-1");
        await SendAsync(connector.Url);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("the-secret", StringComparison.Ordinal) || line.Contains("token-1", StringComparison.Ordinal));
    }

    private Task<DeliveryResult> SendAsync(string serviceUrl, ServiceProvider? from = null) =>
        (from ?? services).GetRequiredService<IConnectorClient>().SendToConversationAsync(
            MessageFactory.Text("hello") with { ServiceUrl = serviceUrl, Conversation = new ConversationAccount { Id = "c" } },
            TestContext.Current.CancellationToken);

    private ServiceProvider Build(params (string Key, string? Value)[] more)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["MicrosoftAppId"] = "bot-app",
                ["MicrosoftAppTenantId"] = "home-tenant",
                ["MicrosoftAppPassword"] = "the-secret",
            })
            .AddInMemoryCollection(more.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddSingleton<IHostEnvironment>(new Development());
        collection.AddSingleton<TimeProvider>(time);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddBotAuthentication();
        collection.AddHttpClient(EntraHttp.ClientName).ConfigurePrimaryHttpMessageHandler(entra.Handler);
        return collection.BuildServiceProvider();
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
