using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.Tests.Hosting;

/// <summary>The tab "Open cases": who gets what of it from a registered bot.</summary>
public sealed class OpenCasesTests
{
    [Fact]
    public async Task A_person_of_the_tenant_reads_the_open_cases_and_nobody_else_does()
    {
        await using var bot = await RegisteredBot.StartAsync();
        using var said = await bot.SayAsync(bot.ChannelToken, text: "numb leg 3 h after block, saddle numbness");
        Assert.Equal(202, (int)said.StatusCode);

        var (status, body) = await ReadAsync(bot, Person(bot));
        Assert.Equal(200, status);
        var open = Assert.Single(JsonElement.Parse(body).GetProperty("cases").EnumerateArray());
        Assert.Equal("Emergency", open.GetProperty("urgency").GetString());
        Assert.NotEmpty(open.GetProperty("timeline").EnumerateArray());
        Assert.DoesNotContain("saddle", body, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(401, (await ReadAsync(bot, null)).Status);
        Assert.Equal(401, (await ReadAsync(bot, bot.ChannelToken)).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims => claims["aud"] = "other-app"))).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims => claims["tid"] = "other"))).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims =>
            (claims["iss"], claims["tid"]) = ("https://login.microsoftonline.com/other/v2.0", "other")))).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeSeconds()))).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims => claims.Remove("exp")))).Status);
        Assert.Equal(401, (await ReadAsync(bot, Person(bot, claims => claims["ver"] = "1.0"))).Status);
        Assert.Equal(403, (await ReadAsync(bot, Person(bot, claims => claims["scp"] = "User.Read"))).Status);
        Assert.Equal(403, (await ReadAsync(bot, Person(bot, claims => claims.Remove("scp")))).Status);
        Assert.Equal(403, (await ReadAsync(bot, Person(bot, claims => claims.Remove("oid")))).Status);
        // An app's own role is no person.
        Assert.Equal(403, (await ReadAsync(bot, bot.ApiToken())).Status);
    }

    [Fact]
    public async Task The_page_itself_holds_no_data_runs_what_it_names_and_is_framed_by_teams_alone()
    {
        await using var bot = await RegisteredBot.StartAsync();
        foreach (var (path, type) in new[] { ("/tab/open-cases", "text/html"), ("/tab/open-cases.js", "text/javascript"), ("/tab/open-cases.css", "text/css") })
        {
            using var response = await bot.SendAsync(HttpMethod.Get, path, null);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self' https://res.cdn.office.net;", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors https://teams.microsoft.com", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("X-Frame-Options"));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }

        using var page = await bot.SendAsync(HttpMethod.Get, "/tab/open-cases", null);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("integrity=\"sha384-", html, StringComparison.Ordinal);
        using var other = await bot.SendAsync(HttpMethod.Get, "/health/live", null);
        Assert.Equal("DENY", Assert.Single(other.Headers.GetValues("X-Frame-Options")));
    }

    private static string Person(RegisteredBot bot, Action<JsonObject>? spoil = null) => bot.ApiToken(claims =>
    {
        claims.Remove("roles");
        claims["scp"] = "access_as_user";
        claims["oid"] = "aad-nurse";
        spoil?.Invoke(claims);
    });

    private static async Task<(int Status, string Body)> ReadAsync(RegisteredBot bot, string? token)
    {
        using var response = await bot.SendAsync(HttpMethod.Get, "/api/open-cases", token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
