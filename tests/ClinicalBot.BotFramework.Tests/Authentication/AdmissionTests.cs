using System.Diagnostics.Metrics;
using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Who may talk to the bot, once the token is good.</summary>
public sealed class AdmissionTests : IAsyncLifetime
{
    private readonly SigningKey key = SigningKey.Rsa("k", ["msteams", "webchat"]);
    private LocalIssuer issuer = null!;

    public async ValueTask InitializeAsync() => issuer = await LocalIssuer.StartAsync(key);

    public ValueTask DisposeAsync() => issuer.DisposeAsync();

    [Theory]
    [InlineData("""{"id":"a:1","tenantId":"home-tenant"}""", null, 202)]
    [InlineData("""{"id":"a:1","tenantId":"HOME-tenant"}""", null, 202)]
    [InlineData("""{"id":"a:1"}""", """{"tenant":{"id":"home-tenant"}}""", 202)]
    [InlineData("""{"id":"a:1","tenantId":"home-tenant"}""", """{"tenant":{"id":"home-tenant"}}""", 202)]
    [InlineData("""{"id":"a:1","tenantId":"other"}""", null, 403)]
    [InlineData("""{"id":"a:1","tenantId":"home-tenant"}""", """{"tenant":{"id":"other"}}""", 403)]
    [InlineData("""{"id":"a:1","tenantId":"other"}""", """{"tenant":{"id":"home-tenant"}}""", 403)]
    [InlineData("""{"id":"a:1","tenantId":"home-tenant"}""", """{"tenant":{"id":7}}""", 403)]
    [InlineData("""{"id":"a:1","tenantId":""}""", null, 403)]
    [InlineData("""{"id":"a:1"}""", """{"tenant":"home-tenant"}""", 403)]
    [InlineData("""{"id":"a:1"}""", null, 403)]
    public async Task Teams_must_name_an_allowed_tenant_and_no_other(string conversation, string? channelData, int status)
    {
        await using var bot = await BotServer.StartAsync(issuer);

        Assert.Equal(status, await StatusAsync(bot, conversation, channelData, "msteams"));
    }

    [Fact]
    public async Task Lists_replace_the_defaults()
    {
        await using var bot = await BotServer.StartAsync(
            issuer, more: [("AllowedTenants:0", "clinic-a"), ("AllowedTenants:1", "clinic-b"), ("AllowedChannels:0", "webchat")]);

        Assert.Equal(202, await StatusAsync(bot, """{"id":"a:1"}""", null, "webchat"));
        Assert.Equal(202, await StatusAsync(bot, """{"id":"a:1","tenantId":"clinic-b"}""", null, "webchat"));
        Assert.Equal(403, await StatusAsync(bot, """{"id":"a:1","tenantId":"home-tenant"}""", null, "webchat"));
        Assert.Equal(403, await StatusAsync(bot, """{"id":"a:1","tenantId":"clinic-a"}""", null, "msteams"));
    }

    [Fact]
    public async Task A_refusal_is_counted_and_logged_without_a_word_of_the_activity()
    {
        await using var bot = await BotServer.StartAsync(issuer);
        var counted = new List<object?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "clinicalbot.activities.unlisted" && instrument.Meter.Scope == bot.Services.GetService(typeof(IMeterFactory)))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(tags[0].Value));
        listener.Start();

        await StatusAsync(bot, """{"id":"a:secret-conversation","tenantId":"other-tenant"}""", null, "msteams");
        await StatusAsync(bot, """{"id":"a:secret-conversation","tenantId":"home-tenant"}""", null, "webchat");

        Assert.Equal(["tenant", "channel"], counted);
        Assert.Single(bot.Log.Lines, line => line.Contains("Warning: Refused an activity: its tenant is not allowed", StringComparison.Ordinal));
        Assert.DoesNotContain(
            bot.Log.Lines,
            line => line.Contains("secret-conversation", StringComparison.Ordinal)
                || line.Contains("numb", StringComparison.Ordinal)
                || line.Contains("nurse", StringComparison.Ordinal)
                || line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_token_learns_nothing()
    {
        await using var bot = await BotServer.StartAsync(issuer);

        using var response = await bot.PostAsync("Bearer " + key.Sign(new() { ["alg"] = "RS256", ["kid"] = "k" }, "{}"), "not even JSON");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).ToString());
    }

    [Theory]
    [InlineData("USGovernment", "https://api.botframework.us", 202)]
    [InlineData("USGovernment", "https://api.botframework.com", 401)]
    [InlineData("Public", "https://api.botframework.us", 401)]
    [InlineData("Public", "https://api.botframework.com", 202)]
    public async Task Each_cloud_has_its_issuer(string cloud, string tokenIssuer, int status)
    {
        await using var bot = await BotServer.StartAsync(issuer, more: ("Cloud", cloud));
        var token = new BotToken(key, BotServer.AppId, BotServer.ServiceUrl, DateTimeOffset.UtcNow) { Payload = { ["iss"] = tokenIssuer } };

        Assert.Equal(status, await bot.StatusAsync(token.Bearer));
    }

    private Task<int> StatusAsync(BotServer bot, string conversation, string? channelData, string channel) => bot.StatusAsync(
        new BotToken(key, BotServer.AppId, BotServer.ServiceUrl, DateTimeOffset.UtcNow).Bearer,
        $$"""
        {"type":"message","channelId":"{{channel}}","serviceUrl":"{{BotServer.ServiceUrl}}","from":{"id":"nurse"},"text":"leg feels numb",
         "conversation":{{conversation}},"channelData":{{channelData ?? "null"}}}
        """);
}
