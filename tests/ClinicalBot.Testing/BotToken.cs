using System.Text.Json.Nodes;

namespace ClinicalBot.Testing;

/// <summary>A token under construction: good until a test spoils it.</summary>
public sealed class BotToken
{
    private readonly SigningKey _key;

    /// <summary>What the Bot Connector sends a bot in the public cloud.</summary>
    public BotToken(SigningKey key, string appId, string serviceUrl, DateTimeOffset now)
    {
        _key = key;
        Header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" };
        if (key?.Published["kid"] is { } kid)
        {
            Header["kid"] = (string?)kid;
        }

        Payload = new JsonObject
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["iss"] = "https://api.botframework.com",
            ["aud"] = appId,
        };
    }

    /// <summary>To be changed.</summary>
    public JsonObject Header { get; }

    /// <summary>To be changed.</summary>
    public JsonObject Payload { get; }

    /// <summary>Signed as it stands.</summary>
    public override string ToString() => _key.Sign(Header, Payload.ToJsonString());

    /// <summary>For the Authorization header.</summary>
    public string Bearer => "Bearer " + this;
}
