using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Hosting;

namespace ClinicalBot.Tests.CdsHooks;

/// <summary>A registered bot with the CDS Hooks service on, one trusted client, and codes for a few findings.</summary>
internal sealed class CdsSite : IAsyncDisposable
{
    public const string Issuer = "https://ehr.example.org";
    public const string BaseUrl = "https://bot.example.org";
    public const string Service = "/cds-services/numb-leg-after-block";

    private const string Values = "https://site.example.org/values|";
    private const string Codes = "https://site.example.org/obs|";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private int _tokens;

    public SigningKey Key { get; } = SigningKey.Rsa("rsa");

    public SigningKey CurveKey { get; } = SigningKey.EllipticCurve("ec", curve: "P-384");

    public SigningKey SmallCurveKey { get; } = SigningKey.EllipticCurve("ec256");

    public RegisteredBot Bot { get; private set; } = null!;

    public static (string Key, string? Value)[] Findings { get; } =
    [
        ("CdsHooks:Enabled", "true"),
        ("CdsHooks:BlockCodes:0", "http://www.ama-assn.org/go/cpt|64493"),
        .. Finding(0, "slr", "straightLegRaise", (Values + "can", "able"), (Values + "cannot", "unable")),
        .. Finding(1, "saddle", "redFlags.saddleAnesthesia", ("true", "yes"), ("false", "no")),
        .. Finding(2, "dorsiflexion", "motor.ankleDorsiflexion", ("5", "normal"), ("4", "weak")),
        .. Finding(3, "numb", "numbness", ("true", "present"), ("false", "resolved")),
    ];

    public static async Task<CdsSite> StartAsync(params (string Key, string? Value)[] more)
    {
        var site = new CdsSite();
        var file = Path.Combine(site._folder.FullName, "keys.json");
        await File.WriteAllTextAsync(file, new JsonObject
        {
            ["keys"] = new JsonArray(site.Key.Published.DeepClone(), site.CurveKey.Published.DeepClone(), site.SmallCurveKey.Published.DeepClone()),
        }.ToJsonString());
        (string Key, string? Value)[] usual =
        [
            .. Findings, ("CdsHooks:BaseUrl", BaseUrl), ("CdsHooks:Clients:0:Issuer", Issuer), ("CdsHooks:Clients:0:KeysFile", file),
            ("CdsHooks:Origins:0", "https://ehr.example.org"),
        ];
        site.Bot = await RegisteredBot.StartAsync([.. usual.Where(each => more.All(other => other.Key != each.Key)), .. more]);
        return site;
    }

    /// <summary>A carried request, its times so long before now and its other marks filled in.</summary>
    public static string Request(string file, params (string Mark, string Value)[] marks)
    {
        var text = File.ReadAllText(Repository.PathOf("tests/ClinicalBot.Tests/CdsHooks/" + file));
        text = Regex.Replace(text, @"\{([0-9.]+) h ago\}", match => DateTimeOffset.UtcNow.AddHours(
            -double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                RegexOptions.NonBacktracking);
        return marks.Aggregate(text, (filled, mark) => filled.Replace("{" + mark.Mark + "}", mark.Value, StringComparison.Ordinal));
    }

    /// <summary>A good token for an address, or one that is spoiled.</summary>
    public string Token(string path, Action<JsonObject, JsonObject>? spoil = null, SigningKey? key = null)
    {
        var now = DateTimeOffset.UtcNow;
        var header = new JsonObject { ["alg"] = "RS384", ["typ"] = "JWT", ["kid"] = (string?)(key ?? Key).Published["kid"] };
        var payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = BaseUrl + path,
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = "token-" + Interlocked.Increment(ref _tokens),
        };
        spoil?.Invoke(header, payload);
        return "Bearer " + (key ?? Key).Sign(header, payload.ToJsonString());
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, string body, string? token = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Bot.SendAsync(HttpMethod.Post, path, token ?? Token(path), content);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>The cards of a carried request.</summary>
    public async Task<IReadOnlyList<JsonElement>> CardsAsync(string file, params (string Mark, string Value)[] marks)
    {
        var (status, body) = await PostAsync(Service, Request(file, marks));
        Assert.Equal(200, status);
        return [.. body.GetProperty("cards").EnumerateArray()];
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<(string, string?)> Finding(int index, string code, string finding, params (string Code, string Value)[] values) =>
    [
        ($"CdsHooks:Findings:{index}:Code", Codes + code),
        ($"CdsHooks:Findings:{index}:Finding", finding),
        .. values.SelectMany((value, i) => new (string, string?)[]
        {
            ($"CdsHooks:Findings:{index}:Values:{i}:Code", value.Code), ($"CdsHooks:Findings:{index}:Values:{i}:Value", value.Value),
        }),
    ];
}
