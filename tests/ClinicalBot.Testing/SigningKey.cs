using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClinicalBot.Testing;

/// <summary>A key that signs tokens, and how its public half is published.</summary>
public sealed class SigningKey
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ec;

    private SigningKey(RSA? rsa, ECDsa? ec, JsonObject published) => (_rsa, _ec, Published) = (rsa, ec, published);

    /// <summary>The key as a JSON Web Key; tests may change it.</summary>
    public JsonObject Published { get; }

    /// <summary>The public half in PEM, as somebody would take it for a shared secret.</summary>
    public string PublicPem => _rsa!.ExportSubjectPublicKeyInfoPem();

    /// <summary>A new RSA key.</summary>
    /// <param name="kid">Its id; none when null.</param>
    /// <param name="endorsements">Channels it vouches for; no such property when null.</param>
    /// <param name="bits">Its size.</param>
    public static SigningKey Rsa(string? kid, IEnumerable<string>? endorsements = null, int bits = 2048)
    {
        var rsa = RSA.Create(bits);
        var parameters = rsa.ExportParameters(false);
        return new SigningKey(rsa, null, Describe(kid, endorsements, new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        }));
    }

    /// <summary>A new key on the curve P-256, or another.</summary>
    public static SigningKey EllipticCurve(string kid, IEnumerable<string>? endorsements = null, string curve = "P-256")
    {
        var ec = ECDsa.Create(curve == "P-256" ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384);
        var parameters = ec.ExportParameters(false);
        return new SigningKey(null, ec, Describe(kid, endorsements, new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = curve,
            ["x"] = Base64Url.EncodeToString(parameters.Q.X),
            ["y"] = Base64Url.EncodeToString(parameters.Q.Y),
        }));
    }

    /// <summary>Signs.</summary>
    /// <param name="header">Of the token; its "alg" says how: RS, PS, ES or HS (with the public half as the secret); "none" signs nothing.</param>
    /// <param name="payload">Of the token, as written.</param>
    public string Sign(JsonObject header, string payload)
    {
        var signed = Encode(header.ToJsonString()) + "." + Encode(payload);
        var data = Encoding.ASCII.GetBytes(signed);
        var algorithm = (string)header["alg"]!;
        var hash = new HashAlgorithmName("SHA" + algorithm[2..]);
        var signature = algorithm[..2] switch
        {
            "RS" => _rsa!.SignData(data, hash, RSASignaturePadding.Pkcs1),
            "PS" => _rsa!.SignData(data, hash, RSASignaturePadding.Pss),
            "ES" => _ec!.SignData(data, hash),
            "HS" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(PublicPem), data),
            _ => [],
        };
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    private static JsonObject Describe(string? kid, IEnumerable<string>? endorsements, JsonObject key)
    {
        if (kid is not null)
        {
            key["kid"] = kid;
        }

        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        }

        return key;
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
