using ClinicalBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>When keys are fetched, over HTTP, on a clock that only tests move.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    private readonly SigningKey first = SigningKey.Rsa("first", ["msteams"]);
    private readonly SigningKey second = SigningKey.Rsa("second", ["msteams"]);
    private LocalIssuer issuer = null!;
    private BotServer bot = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync(first);
        bot = await BotServer.StartAsync(issuer, time);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_once()
    {
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StatusAsync(first))), status => Assert.Equal(202, status));

        Assert.Equal(1, issuer.KeyFetches);
    }

    [Fact]
    public async Task A_new_key_is_accepted_at_its_first_token()
    {
        Assert.Equal(202, await StatusAsync(first));
        issuer.Keys = [first, second];
        time.Advance(SigningKeys.BetweenFetches);

        Assert.Equal(202, await StatusAsync(second));
        Assert.Equal(2, issuer.KeyFetches);
    }

    [Fact]
    public async Task Unknown_keys_cause_one_fetch_a_minute()
    {
        await StatusAsync(first);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(401, await StatusAsync(second));
        }

        Assert.Equal(1, issuer.KeyFetches);
        time.Advance(SigningKeys.BetweenFetches);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(401, await StatusAsync(second));
        }

        Assert.Equal(2, issuer.KeyFetches);
    }

    [Fact]
    public async Task Keys_are_renewed_after_half_a_day_and_a_withdrawn_one_is_refused()
    {
        await StatusAsync(first);
        issuer.Keys = [second];
        time.Advance(SigningKeys.RenewAfter);

        Assert.Equal(401, await StatusAsync(first));
        Assert.Equal(202, await StatusAsync(second));
        Assert.Equal(2, issuer.KeyFetches);
    }

    [Fact]
    public async Task Keys_that_cannot_be_renewed_serve_for_a_day_then_nobody_is_let_in()
    {
        await StatusAsync(first);
        issuer.IsDown = true;
        time.Advance(SigningKeys.RenewAfter);
        Assert.Equal(202, await StatusAsync(first));

        time.Advance(SigningKeys.UseAtMost - SigningKeys.RenewAfter);
        Assert.Equal(503, await StatusAsync(first));

        issuer.IsDown = false;
        time.Advance(SigningKeys.BetweenFetches);
        Assert.Equal(202, await StatusAsync(first));
    }

    [Fact]
    public async Task Without_keys_the_answer_is_to_try_again()
    {
        issuer.IsDown = true;

        using var response = await bot.PostAsync(Token(first), BotServer.Message());

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.RetryAfter?.Delta);
        Assert.Equal(401, await bot.StatusAsync(null));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Warning: No signing keys", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://keys.example/keys")]
    [InlineData("ftp://127.0.0.1/keys")]
    [InlineData("file:///etc/hostname")]
    [InlineData("https://user@127.0.0.1/keys")]
    public async Task Keys_come_from_a_trustworthy_address_only(string address)
    {
        var documents = new RecordingDocuments(Document(address));
        using var http = new HttpClient(documents);
        var keys = new SigningKeys(issuer.Metadata, new OpenIdDocuments(http, allowLoopbackHttp: true), time, NullLogger.Instance);

        await Assert.ThrowsAsync<InvalidOperationException>(() => keys.GetConfigurationAsync(TestContext.Current.CancellationToken));

        Assert.Equal([issuer.Metadata], documents.Asked);
    }

    [Fact]
    public async Task Outside_Development_http_is_not_even_tried()
    {
        var documents = new RecordingDocuments("{}");
        using var http = new HttpClient(documents);
        var keys = new SigningKeys(issuer.Metadata, new OpenIdDocuments(http, allowLoopbackHttp: false), time, NullLogger.Instance);

        await Assert.ThrowsAsync<InvalidOperationException>(() => keys.GetConfigurationAsync(TestContext.Current.CancellationToken));

        Assert.Empty(documents.Asked);
    }

    private static string Document(string keys) => $$"""{"issuer":"x","jwks_uri":"{{keys}}"}""";

    private string Token(SigningKey key) => new BotToken(key, BotServer.AppId, BotServer.ServiceUrl, time.GetUtcNow()).Bearer;

    private Task<int> StatusAsync(SigningKey key) => bot.StatusAsync(Token(key));

    private sealed class RecordingDocuments(string document) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.OriginalString);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(document) });
        }
    }
}
