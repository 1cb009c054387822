using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ClinicalBot.Hosting;
using ClinicalBot.Records.Audit;
using ClinicalBot.Storage;
using ClinicalBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Who gets what from a registered bot.</summary>
public sealed class CallerTests
{
    [Fact]
    public async Task A_verified_message_is_answered_with_the_bots_token()
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var response = await bot.SayAsync(bot.ChannelToken);

        Assert.Equal(202, (int)response.StatusCode);
        await bot.Channel.WaitForAsync(arrivals => arrivals.Count > 0);
        Assert.Equal("login.microsoftonline.com", Assert.Single(bot.Entra.Requests).Host);
    }

    [Fact]
    public async Task A_message_whose_token_names_another_connector_is_refused_and_answered_nowhere()
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var forged = await bot.SayAsync(bot.ChannelTokenFor("https://smba.trafficmanager.net/amer/"));
        using var stranger = await bot.SayAsync(bot.ChannelToken, tenant: "other");

        Assert.Equal(401, (int)forged.StatusCode);
        Assert.Equal(403, (int)stranger.StatusCode);
        Assert.Equal("application/problem+json", forged.Content.Headers.ContentType?.MediaType);
        Assert.Empty(bot.Channel.Arrivals);
        Assert.Empty(bot.Entra.Requests);
    }

    [Theory]
    [InlineData("POST", "/api/messages")]
    [InlineData("POST", "/api/assessments")]
    [InlineData("GET", "/api/ruleset")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/says-nothing")]
    public async Task Nothing_answers_without_a_token(string method, string path)
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var response = await bot.SendAsync(new HttpMethod(method), path, null, method == "POST" ? JsonContent.Create(new { }) : null);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_api_takes_Entra_tokens_with_the_role()
    {
        await using var bot = await RegisteredBot.StartAsync();

        Assert.Equal(200, await AssessAsync(bot, bot.ApiToken()));
        Assert.Equal(200, await AssessAsync(bot, bot.ApiToken(claims => claims["aud"] = "api://" + RegisteredBot.AppId)));
        Assert.Equal(200, await AssessAsync(bot, bot.ApiToken(claims => claims["roles"] = new JsonArray("Other", "Assess"))));
        Assert.Equal(403, await AssessAsync(bot, bot.ApiToken(claims => claims.Remove("roles"))));
        Assert.Equal(403, await AssessAsync(bot, bot.ApiToken(claims => claims["roles"] = new JsonArray("assess"))));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["aud"] = "other-app")));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["aud"] = new JsonArray(RegisteredBot.AppId, "other-app"))));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["iss"] = "https://login.microsoftonline.com/other/v2.0")));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["iss"] = $"https://sts.windows.net/{RegisteredBot.Tenant}/")));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["tid"] = "other")));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims =>
            (claims["iss"], claims["tid"]) = ("https://login.microsoftonline.com/other/v2.0", "other"))));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["ver"] = "1.0")));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims.Remove("exp"))));
        Assert.Equal(401, await AssessAsync(bot, bot.ApiToken(claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeSeconds())));
        Assert.Equal(401, await AssessAsync(bot, bot.ChannelToken));
    }

    [Fact]
    public async Task A_token_for_the_api_is_none_for_the_channel()
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var response = await bot.SayAsync(bot.ApiToken());

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Health_tells_anybody()
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var live = await bot.SendAsync(HttpMethod.Get, "/health/live", null);

        Assert.Equal(200, (int)live.StatusCode);
    }

    [Fact]
    public async Task A_missing_setting_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => RegisteredBot.StartAsync(("MicrosoftAppPassword", "")));

        Assert.StartsWith("Neither MicrosoftAppPassword nor MicrosoftAppCertificatePath is set.", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppType", "Foo", "MicrosoftAppType cannot be read. Set it as appsettings.template.json shows.")]
    [InlineData("Cloud", "Moon", "Cloud cannot be read. Set it as")]
    [InlineData("RateLimits:Api:Burst", "many", "RateLimits:Api:Burst cannot be read as a whole number. Set it")]
    [InlineData("RateLimits:Api:Burst", "0", "RateLimits:Api:Burst is 0. Set it to a whole number from 1 to 1000000.")]
    [InlineData("BotOpenIdMetadata", "http://evil.example/", "BotOpenIdMetadata is not trustworthy.")]
    public async Task A_wrong_setting_is_told_in_a_sentence(string key, string value, string sentence)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => RegisteredBot.StartAsync((key, value)));

        Assert.StartsWith(sentence, Assert.Single(StartFailure.Explain(refused)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/report", "ReadAudit")]
    [InlineData("GET", "/api/on-call", "OnCall")]
    [InlineData("POST", "/api/drill", "Drill")]
    [InlineData("GET", "/api/ruleset", "Assess")]
    [InlineData("GET", "/api/reference?q=slr", "Assess")]
    public async Task Each_endpoint_needs_its_own_role_and_a_refusal_is_said_and_recorded(string method, string path, string role)
    {
        await using var bot = await RegisteredBot.StartAsync();
        string[] others = ["Assess", "ReadAudit", "OnCall", "Drill", "access_as_user"];
        using var refused = await bot.SendAsync(new HttpMethod(method), path, bot.ApiToken(claims =>
            claims["roles"] = new JsonArray([.. others.Where(other => other != role).Select(other => (JsonNode)other)])));

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Contains($"This needs the app role {role} of the bot's app registration", await refused.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains($"home-tenant refused {method} {path.Split('?')[0]}, by caller-app", await AdministrationAsync(bot), StringComparison.Ordinal);

        using var allowed = await bot.SendAsync(new HttpMethod(method), path, bot.ApiToken(claims => claims["roles"] = new JsonArray(role)));
        Assert.NotEqual(403, (int)allowed.StatusCode);
        Assert.Single((await AdministrationAsync(bot)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_person_without_the_permission_is_told_which_and_a_caller_that_goes_on_does_not_fill_the_record()
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Api:Burst", "2"), ("RateLimits:Api:PerMinute", "1"));
        var token = bot.ApiToken(claims => (claims["scp"], claims["oid"]) = ("User.Read", "aad-kim"));
        using var refused = await bot.SendAsync(HttpMethod.Get, "/api/open-cases", token);
        Assert.Contains("access_as_user", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var again = await bot.SendAsync(HttpMethod.Get, "/api/report", token);
        using var often = await bot.SendAsync(HttpMethod.Get, "/api/report", token);
        Assert.Equal((403, 403, 429), ((int)refused.StatusCode, (int)again.StatusCode, (int)often.StatusCode));
        Assert.Equal(2, (await AdministrationAsync(bot)).Split("by aad-kim").Length - 1);
    }

    [Fact]
    public async Task A_refusal_is_answered_where_the_record_cannot_be_written()
    {
        await using var bot = await RegisteredBot.StartAsync();
        await bot.Services.GetRequiredService<ITurnStore>().CloseAsync(clean: true);
        using var refused = await bot.SendAsync(HttpMethod.Get, "/api/report", bot.ApiToken());
        Assert.Equal(403, (int)refused.StatusCode);
    }

    private static async Task<string> AdministrationAsync(RegisteredBot bot)
    {
        await using var output = new StringWriter();
        await AuditCommand.RunAsync(["administration"], new StorageOptions { Path = bot.Database }, output);
        return output.ToString();
    }

    private static async Task<int> AssessAsync(RegisteredBot bot, string token)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await bot.SendAsync(HttpMethod.Post, "/api/assessments", token, content);
        return (int)response.StatusCode;
    }
}
