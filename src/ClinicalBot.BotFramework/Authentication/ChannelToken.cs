using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClinicalBot.BotFramework;

/// <summary>
/// The claims of a channel's token that was verified, read once more with their exact JSON types. The library that verifies takes an
/// array for a string, a string for a number and the last of two equal names; here each claim is one value of its type or the token
/// is refused.
/// </summary>
internal sealed record ChannelToken
{
    [JsonPropertyName("iss")]
    public required string Issuer { get; init; }

    [JsonPropertyName("aud")]
    public required string Audience { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public required double Expires { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("nbf")]
    public double? NotBefore { get; init; }

    /// <summary>Where the sender's connector listens.</summary>
    [JsonPropertyName("serviceurl")]
    public required string ServiceUrl { get; init; }

    /// <summary>The app a token of another bot was issued to (version 1); channels leave it out.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>The same in version 2.</summary>
    [JsonPropertyName("azp")]
    public string? AuthorizedParty { get; init; }

    /// <summary>Channels that the key vouches for.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Endorsements { get; init; } = [];

    /// <summary>Reads a token that was verified; null when a claim is missing, twice there or of another type.</summary>
    public static ChannelToken? Read(JsonWebToken token)
    {
        try
        {
            var claims = JsonSerializer.Deserialize(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), ChannelTokenJson.Default.ChannelToken);
            return claims is null ? null : claims with { Endorsements = EndorsementsOf(token.SigningKey) };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] EndorsementsOf(SecurityKey? key) =>
        key is JsonWebKey jwk
        && jwk.AdditionalData.TryGetValue("endorsements", out var value)
        && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}

/// <summary>Source-generated JSON of <see cref="ChannelToken"/>.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ChannelToken))]
internal sealed partial class ChannelTokenJson : JsonSerializerContext;
