using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>What is made of a token.</summary>
internal enum TokenVerdict
{
    /// <summary>Not a token of a client that the site trusts, for this call, used for the first time.</summary>
    Bad,

    /// <summary>It is.</summary>
    Good,

    /// <summary>Nothing can be said: the client's keys could not be had.</summary>
    KeysUnavailable,
}

/// <summary>
/// Checks the token of a client as the specification says ("Trusting CDS Clients"): signed with RS384 or ES384 by a key of the client, from where
/// the settings say and never from where the token says; for the address that is called; not run out; and not used before.
/// </summary>
internal sealed partial class CdsClientTokens(
    IOptions<CdsHooksOptions> options, CdsClientKeys keys, CdsRecord record, TimeProvider time, ILogger<CdsClientTokens> log)
{
    private const int LongestToken = 16 * 1024;
    private const int LongestId = 256;
    private const int MinRsaBits = 2048;

    // The two that the specification recommends. "none" and shared secrets are never taken.
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(30);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Judges a token, and uses it up when it is good.</summary>
    /// <param name="authorization">The header, as it came.</param>
    /// <param name="url">Address that is called.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TokenVerdict> CheckAsync(string authorization, string url, CancellationToken cancellationToken)
    {
        try
        {
            if (await FaultAsync(authorization, url, cancellationToken) is not { } fault)
            {
                return TokenVerdict.Good;
            }

            Refused(log, fault);
            return TokenVerdict.Bad;
        }
        catch (KeysUnavailableException)
        {
            return TokenVerdict.KeysUnavailable;
        }
    }

    private async Task<string?> FaultAsync(string authorization, string url, CancellationToken cancellationToken)
    {
        if (authorization.Split(' ') is not ["Bearer", { Length: > 0 and <= LongestToken } text] || Read(text) is not { } token)
        {
            return "no token";
        }

        if (options.Value.Clients.FirstOrDefault(each => each.Issuer == token.Issuer) is not { Issuer.Length: > 0 } client)
        {
            return "its issuer is not trusted";
        }

        if (token.Typ != "JWT" || !Algorithms.Contains(token.Alg) || token.Kid is not { Length: > 0 } || token.TryGetHeaderValue<object>("crit", out _))
        {
            return "its header";
        }

        if (token.TryGetHeaderValue<object>("jku", out var place) && (client.Jku.Length == 0 || place as string != client.Jku))
        {
            return "its keys would be elsewhere";
        }

        if (await keys.FindAsync(client, token.Kid, cancellationToken) is not { } key || !IsStrong(key))
        {
            return "its key is not known";
        }

        var result = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            IssuerSigningKey = key,
            ValidIssuer = client.Issuer,
            AudienceValidator = (audiences, _, _) => audiences.ToList() is [var only] && only == url,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until, token),
        });
        if (!result.IsValid)
        {
            return result.Exception?.GetType().Name ?? "not valid";
        }

        if (token.Id is not { Length: > 0 and <= LongestId })
        {
            return "it has no id";
        }

        return await record.TryUseAsync(client.Issuer, token.Id, cancellationToken) ? null : "it was used before";
    }

    private JsonWebToken? Read(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static bool IsStrong(JsonWebKey key) => key.Use is null or "" or "sig" && key.Kty switch
    {
        JsonWebAlgorithmsKeyTypes.RSA => key.KeySize >= MinRsaBits,
        JsonWebAlgorithmsKeyTypes.EllipticCurve => key.Crv == JsonWebKeyECTypes.P384,
        _ => false,
    };

    /// <summary>It must say when it was issued, and not live longer than its id is remembered.</summary>
    private bool IsNow(DateTime? from, DateTime? until, JsonWebToken token)
    {
        if (until is not { } end || !token.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Iat, out var seconds) || seconds is < 0 or > uint.MaxValue)
        {
            return false;
        }

        var (now, issued) = (time.GetUtcNow(), DateTimeOffset.FromUnixTimeSeconds(seconds));
        return issued <= now + Skew && end > (now - Skew).UtcDateTime && end - issued.UtcDateTime <= LongestLife
            && (from is not { } begin || begin <= (now + Skew).UtcDateTime);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A call of a CDS client was refused: {Fault}")]
    private static partial void Refused(ILogger log, string fault);
}
