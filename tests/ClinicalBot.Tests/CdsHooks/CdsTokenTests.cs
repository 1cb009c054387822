using System.Text.Json.Nodes;

namespace ClinicalBot.Tests.CdsHooks;

/// <summary>Who may call the CDS Hooks service: "Trusting CDS Clients" of the specification, rule by rule.</summary>
public sealed class CdsTokenTests
{
    private const string Root = "/cds-services";

    [Fact]
    public async Task A_client_comes_in_with_either_kind_of_key_once()
    {
        await using var site = await CdsSite.StartAsync();
        var rsa = site.Token(Root);

        Assert.Equal(200, await GetAsync(site, rsa));
        Assert.Equal(401, await GetAsync(site, rsa));
        Assert.Equal(200, await GetAsync(site, site.Token(Root, (header, _) => header["alg"] = "ES384", site.CurveKey)));
        Assert.Equal(200, await GetAsync(site, site.Token(Root, (_, payload) => payload["aud"] = new JsonArray(CdsSite.BaseUrl + Root))));
    }

    [Fact]
    public async Task Of_one_token_brought_many_times_at_once_one_gets_in()
    {
        await using var site = await CdsSite.StartAsync();
        var token = site.Token(Root);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(site, token)));

        Assert.Single(answers, status => status == 200);
        Assert.Equal(19, answers.Count(status => status == 401));
    }

    [Fact]
    public async Task Every_other_token_is_refused()
    {
        await using var site = await CdsSite.StartAsync();
        var now = DateTimeOffset.UtcNow;
        Dictionary<string, Action<JsonObject, JsonObject>> spoiled = new()
        {
            ["unsigned"] = (header, _) => header["alg"] = "none",
            ["a shared secret"] = (header, _) => header["alg"] = "HS384",
            ["an algorithm that is not recommended"] = (header, _) => header["alg"] = "RS256",
            ["no key id"] = (header, _) => header.Remove("kid"),
            ["a key that the client has not"] = (header, _) => header["kid"] = "another",
            ["a place of keys that is not allowed"] = (header, _) => header["jku"] = "https://evil.example/jwks.json",
            ["no type"] = (header, _) => header.Remove("typ"),
            ["a demand we do not know"] = (header, _) => header["crit"] = new JsonArray("x"),
            ["another issuer"] = (_, payload) => payload["iss"] = "https://evil.example",
            ["no issuer"] = (_, payload) => payload.Remove("iss"),
            ["another service"] = (_, payload) => payload["aud"] = CdsSite.BaseUrl + CdsSite.Service,
            ["another host"] = (_, payload) => payload["aud"] = "https://other.example.org" + Root,
            ["more than one audience"] = (_, payload) => payload["aud"] = new JsonArray(CdsSite.BaseUrl + Root, "https://other.example.org"),
            ["no audience"] = (_, payload) => payload.Remove("aud"),
            ["run out"] = (_, payload) => payload["exp"] = now.AddMinutes(-2).ToUnixTimeSeconds(),
            ["without an end"] = (_, payload) => payload.Remove("exp"),
            ["longer than its id is remembered"] = (_, payload) => payload["exp"] = now.AddHours(2).ToUnixTimeSeconds(),
            ["not valid yet"] = (_, payload) => payload["nbf"] = now.AddMinutes(3).ToUnixTimeSeconds(),
            ["from the future"] = (_, payload) => payload["iat"] = now.AddMinutes(3).ToUnixTimeSeconds(),
            ["that does not say when it was issued"] = (_, payload) => payload.Remove("iat"),
            ["without an id"] = (_, payload) => payload.Remove("jti"),
            ["with an empty id"] = (_, payload) => payload["jti"] = "",
        };
        List<(string, string?)> tokens =
        [
            ("none at all", null),
            ("another scheme", site.Token(Root).Replace("Bearer", "Basic", StringComparison.Ordinal)),
            ("no token", "Bearer x"),
            ("a changed one", site.Token(Root)[..^8] + "AAAAAAAA"),
            ("the token of a person of the channel", site.Bot.ChannelToken),
            ("the token of a program of Entra", site.Bot.ApiToken()),
            ("a curve that is too small", site.Token(Root, (header, _) => header["alg"] = "ES256", site.SmallCurveKey)),
            .. spoiled.Select(each => (each.Key, (string?)site.Token(Root, each.Value))),
        ];

        foreach (var (what, token) in tokens)
        {
            Assert.Equal((what, 401), (what, await GetAsync(site, token)));
        }
    }

    [Fact]
    public async Task Without_the_keys_nothing_is_said_about_a_token()
    {
        await using var site = await CdsSite.StartAsync(("CdsHooks:Clients:0:KeysFile", ""), ("CdsHooks:Clients:0:Jku", "http://127.0.0.1:9/jwks.json"));

        Assert.Equal(503, await GetAsync(site, site.Token(Root)));
    }

    [Fact]
    public async Task It_is_not_there_unless_it_is_asked_for()
    {
        await using var bot = await Hosting.RegisteredBot.StartAsync();

        using var response = await bot.SendAsync(HttpMethod.Get, Root, bot.ApiToken());

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("CdsHooks:BaseUrl", "bot.example.org", "CdsHooks:BaseUrl is \"bot.example.org\".")]
    [InlineData("CdsHooks:Clients:0:Issuer", "", "CdsHooks:Clients:0:Issuer is not set.")]
    [InlineData("CdsHooks:Clients:0:Jku", "https://ehr.example.org/jwks", "CdsHooks:Clients:0 needs Jku or KeysFile, one of the two")]
    [InlineData("CdsHooks:Origins:0", "https://ehr.example.org/page", "CdsHooks:Origins has")]
    [InlineData("CdsHooks:BlockCodes:0", "64493", "CdsHooks:BlockCodes has \"64493\".")]
    [InlineData("CdsHooks:Findings:0:Finding", "slr", "CdsHooks:Findings:0:Finding is \"slr\". Set it to one of: straightLegRaise")]
    [InlineData("CdsHooks:Findings:0:Values:0:Value", "good", "CdsHooks:Findings:0:Values has")]
    [InlineData("CdsHooks:ExamSpan", "09:00:00", "ExamSpan")]
    public async Task A_wrong_setting_stops_the_start(string key, string value, string sentence)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => CdsSite.StartAsync((key, value)));

        Assert.Contains(sentence, string.Join('\n', refused.Failures), StringComparison.Ordinal);
    }

    private static async Task<int> GetAsync(CdsSite site, string? token)
    {
        using var response = await site.Bot.SendAsync(HttpMethod.Get, Root, token);
        return (int)response.StatusCode;
    }
}
