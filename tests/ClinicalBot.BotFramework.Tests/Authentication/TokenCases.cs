using System.Text.Json.Nodes;
using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>The tokens of the oracle, minted now: the reference reads the machine's clock.</summary>
internal sealed class TokenCases
{
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    private readonly SigningKey teams = SigningKey.Rsa("teams", ["msteams", "webchat"]);
    private readonly SigningKey skype = SigningKey.Rsa("skype", ["skype"]);
    private readonly SigningKey unendorsed = SigningKey.Rsa("unendorsed");
    private readonly SigningKey emptyEndorsed = SigningKey.Rsa("empty", []);
    private readonly SigningKey textEndorsed = SigningKey.Rsa("text");
    private readonly SigningKey upperEndorsed = SigningKey.Rsa("upper", ["MSTEAMS"]);
    private readonly SigningKey small = SigningKey.Rsa("small", ["msteams"], bits: 1024);
    private readonly SigningKey curve = SigningKey.EllipticCurve("curve", ["msteams"]);
    private readonly SigningKey twinFirst = SigningKey.Rsa("twin", ["msteams"]);
    private readonly SigningKey twinSecond = SigningKey.Rsa("twin", ["msteams"]);
    private readonly SigningKey nameless = SigningKey.Rsa(null, ["msteams"]);
    private readonly SigningKey stranger = SigningKey.Rsa("stranger", ["msteams"]);

    public TokenCases()
    {
        textEndorsed.Published["endorsements"] = "msteams";
        teams.Published["x5t"] = "dGh1bWI";
    }

    public IReadOnlyList<SigningKey> Published =>
        [teams, skype, unendorsed, emptyEndorsed, textEndorsed, upperEndorsed, small, curve, twinFirst, twinSecond, nameless];

    public IReadOnlyList<TokenCase> All => [.. Headers(), .. Times(), .. Identities(), .. Signatures(), .. Connectors(), .. Shapes()];

    private IEnumerable<TokenCase> Headers()
    {
        var good = Good().ToString();
        yield return new("good", "Bearer " + good);
        yield return new("no header", null);
        yield return new("empty header", "");
        yield return new("scheme without a token", "Bearer");
        yield return new("scheme and a space", "Bearer ");
        yield return new("token without a scheme", good);
        yield return new("other scheme", "Basic " + good);
        yield return new("scheme in lower case", "bearer " + good);
        yield return new("scheme in upper case", "BEARER " + good);
        yield return new("two spaces", "Bearer  " + good);
        yield return new("tab instead of a space", "Bearer\t" + good);
        yield return new("space at the end", $"Bearer {good} ");
        yield return new("space inside the token", "Bearer " + good.Insert(40, " "));
        yield return new("two tokens", $"Bearer {good},{good}");
        yield return new("quoted token", $"Bearer \"{good}\"");
        yield return new("truncated signature", "Bearer " + good[..^20]);
        yield return new("no signature", "Bearer " + good[..(good.LastIndexOf('.') + 1)]);
        yield return new("two parts", "Bearer " + good[..good.LastIndexOf('.')]);
        yield return new("four parts", $"Bearer {good}.AAAA");
        yield return new("not a token", "Bearer hello");
        yield return new("payload of another token",
            "Bearer " + string.Join('.', good.Split('.')[0], Good(t => t.Payload["x"] = 1).ToString().Split('.')[1], good.Split('.')[2]));
    }

    private IEnumerable<TokenCase> Times()
    {
        yield return Case("expired an hour ago", t => t.Payload["exp"] = At(-60));
        yield return Case("expired 4 minutes ago", t => t.Payload["exp"] = At(-4));
        yield return Case("expired 10 minutes ago", t => t.Payload["exp"] = At(-10));
        yield return Case("valid from in 4 minutes", t => t.Payload["nbf"] = At(4));
        yield return Case("valid from in 10 minutes", t => t.Payload["nbf"] = At(10));
        yield return Case("valid from tomorrow", t => t.Payload["nbf"] = At(24 * 60));
        yield return Case("no nbf", t => t.Payload.Remove("nbf"));
        yield return Case("no exp", t => t.Payload.Remove("exp"));
        yield return Case("exp null", t => t.Payload["exp"] = null);
        yield return Case("exp as text", t => t.Payload["exp"] = At(60).ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return Case("exp with a fraction", t => t.Payload["exp"] = At(60) + 0.5);
        yield return Case("exp 0", t => t.Payload["exp"] = 0);
        yield return Case("exp negative", t => t.Payload["exp"] = -1);
        yield return Case("exp beyond all dates", t => t.Payload["exp"] = 9e15);
        yield return Case("nbf as text", t => t.Payload["nbf"] = "0");
        yield return Case("nbf null", t => t.Payload["nbf"] = null);
        yield return Case("valid until before it is valid from", t => (t.Payload["nbf"], t.Payload["exp"]) = (At(3), At(2)));
        yield return Case("issued tomorrow", t => t.Payload["iat"] = At(24 * 60));
    }

    private IEnumerable<TokenCase> Identities()
    {
        yield return Case("issuer of somebody else", t => t.Payload["iss"] = "https://evil.example");
        yield return Case("issuer with a slash", t => t.Payload["iss"] = "https://api.botframework.com/");
        yield return Case("issuer in upper case", t => t.Payload["iss"] = "HTTPS://API.BOTFRAMEWORK.COM");
        yield return Case("issuer of the government cloud", t => t.Payload["iss"] = "https://api.botframework.us");
        yield return Case("issuer of the metadata document", t => t.Payload["iss"] = "https://issuer.example");
        yield return Case("no issuer", t => t.Payload.Remove("iss"));
        yield return Case("issuer in an array", t => t.Payload["iss"] = new JsonArray("https://api.botframework.com"));
        yield return Case("audience of another bot", t => t.Payload["aud"] = "other-app");
        yield return Case("audience in upper case", t => t.Payload["aud"] = BotServer.AppId.ToUpperInvariant());
        yield return Case("no audience", t => t.Payload.Remove("aud"));
        yield return Case("empty audience", t => t.Payload["aud"] = "");
        yield return Case("audience in an array", t => t.Payload["aud"] = new JsonArray(BotServer.AppId));
        yield return Case("two audiences, ours first", t => t.Payload["aud"] = new JsonArray(BotServer.AppId, "other-app"));
        yield return Case("two audiences, ours last", t => t.Payload["aud"] = new JsonArray("other-app", BotServer.AppId));
        yield return Case("emulator, version 1", t => Emulator(t, "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid"));
        yield return Case("emulator, version 2", t => Emulator(t, "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", "2.0", "azp"));
        yield return Case("another bot, version 1", t => (t.Payload["ver"], t.Payload["appid"]) = ("1.0", "other-app"));
        yield return Case("another bot, version 2", t => (t.Payload["ver"], t.Payload["azp"]) = ("2.0", "other-app"));
        yield return Case("anonymous skill", t => t.Payload["appid"] = "AnonymousSkill");
        yield return Case("this bot as the caller", t => (t.Payload["ver"], t.Payload["appid"]) = ("1.0", BotServer.AppId));
        yield return new("tenant that is not allowed", Good().Bearer, Tenant: "other-tenant");
        yield return new("channel that is not allowed", Good().Bearer, ChannelId: "webchat");
    }

    private IEnumerable<TokenCase> Signatures()
    {
        yield return Case("alg RS384", t => t.Header["alg"] = "RS384");
        yield return Case("alg RS512", t => t.Header["alg"] = "RS512");
        yield return Case("alg PS256", t => t.Header["alg"] = "PS256");
        yield return Case("alg none", t => t.Header["alg"] = "none");
        yield return Case("alg HS256 with the public key", t => t.Header["alg"] = "HS256");
        yield return Case("alg ES256", t => t.Header["alg"] = "ES256", curve);
        yield return new("alg RS256 claimed for ES256", "Bearer " + Relabeled(Good(t => t.Header["alg"] = "ES256", curve), "RS256"));
        yield return new("alg none claimed for RS256", "Bearer " + Relabeled(Good(), "none"));
        yield return Case("key of a stranger under a known id", t => t.Header["kid"] = "teams", stranger);
        yield return Case("unknown key id", _ => { }, stranger);
        yield return Case("key id in upper case", t => t.Header["kid"] = "TEAMS");
        yield return Case("no key id", t => t.Header.Remove("kid"));
        yield return Case("no key id, but a thumbprint", t => (_, t.Header["x5t"]) = (t.Header.Remove("kid"), "dGh1bWI"));
        yield return Case("no key id, and a key without one", _ => { }, nameless);
        yield return Case("key inside the token", t => t.Header["jwk"] = stranger.Published.DeepClone(), stranger);
        yield return Case("address of a key inside the token", t => t.Header["jku"] = "https://evil.example/keys", stranger);
        yield return Case("second key of the same id", _ => { }, twinSecond);
        yield return Case("key of 1024 bits", _ => { }, small);
        yield return Case("typ missing", t => t.Header.Remove("typ"));
        yield return Case("typ at+jwt", t => t.Header["typ"] = "at+jwt");
    }

    private IEnumerable<TokenCase> Connectors()
    {
        yield return Case("no serviceurl", t => t.Payload.Remove("serviceurl"));
        yield return Case("empty serviceurl", t => t.Payload["serviceurl"] = "");
        yield return Case("serviceurl in an array", t => t.Payload["serviceurl"] = new JsonArray(BotServer.ServiceUrl));
        yield return Case("serviceUrl with a capital", t => (_, t.Payload["serviceUrl"]) = (t.Payload.Remove("serviceurl"), BotServer.ServiceUrl));
        yield return new("activity of another connector", Good().Bearer, ServiceUrl: "https://evil.example/");
        yield return new("activity without the slash at the end", Good().Bearer, ServiceUrl: BotServer.ServiceUrl.TrimEnd('/'));
        yield return new("activity with another case", Good().Bearer, ServiceUrl: "https://SMBA.trafficmanager.net/amer/");
        yield return new("activity with a longer path", Good().Bearer, ServiceUrl: BotServer.ServiceUrl + "x");
        yield return Case("key endorses another channel", _ => { }, skype);
        yield return Case("key endorses nothing", _ => { }, emptyEndorsed);
        yield return Case("key without endorsements", _ => { }, unendorsed);
        yield return Case("endorsements that are no array", _ => { }, textEndorsed);
        yield return Case("key endorses the channel in upper case", _ => { }, upperEndorsed);
        yield return new("channel in upper case", Good().Bearer, ChannelId: "MSTEAMS");
        yield return new("channel nobody endorses", Good().Bearer, ChannelId: "emulator");
    }

    private IEnumerable<TokenCase> Shapes()
    {
        yield return Raw("payload that is an array", "[]");
        yield return Raw("payload that is no JSON", "hello");
        yield return Raw("empty payload", "");
        var payload = Good().Payload.ToJsonString();
        yield return Raw("serviceurl twice, ours last", $$"""{"serviceurl":"https://evil.example/",{{payload[1..]}}""");
        yield return Raw("audience twice, ours first", $$"""{{payload[..^1]}},"aud":"other-app"}""");
        yield return Case("claims nobody knows", t => t.Payload["extra"] = new JsonObject { ["a"] = new JsonArray(1, "x", null) });
        yield return Case("unknown critical header", t => (t.Header["crit"], t.Header["x"]) = (new JsonArray("x"), 1));
        yield return Case("tenant claim of another tenant", t => t.Payload["tid"] = "other-tenant");
    }

    private static void Emulator(BotToken token, string issuer, string version, string claim) =>
        (token.Payload["iss"], token.Payload["ver"], token.Payload[claim]) = (issuer, version, BotServer.AppId);

    private static string Relabeled(BotToken token, string algorithm)
    {
        var parts = token.ToString().Split('.');
        token.Header["alg"] = algorithm;
        var header = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(token.Header.ToJsonString()));
        return algorithm == "none" ? $"{header}.{parts[1]}." : $"{header}.{parts[1]}.{parts[2]}";
    }

    private TokenCase Case(string name, Action<BotToken> spoil, SigningKey? key = null) => new(name, Good(spoil, key).Bearer);

    private TokenCase Raw(string name, string payload) => new(name, "Bearer " + teams.Sign(Good().Header, payload));

    private BotToken Good(Action<BotToken>? spoil = null, SigningKey? key = null)
    {
        var token = new BotToken(key ?? teams, BotServer.AppId, BotServer.ServiceUrl, now);
        spoil?.Invoke(token);
        return token;
    }

    private long At(int minutes) => now.AddMinutes(minutes).ToUnixTimeSeconds();
}
