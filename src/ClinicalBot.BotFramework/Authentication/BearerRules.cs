using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace ClinicalBot.BotFramework;

/// <summary>What every token must be, whichever issuer it is from. The reference is what Bot Framework's own connector accepts, or less.</summary>
internal static class BearerRules
{
    /// <summary>How far the issuer's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int MinKeyBits = 2048;

    /// <summary>The reference takes these three. "none", shared secrets and elliptic curves are not among them.</summary>
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    /// <summary>Sets the rules of a scheme.</summary>
    public static void Apply(JwtBearerOptions bearer, SigningKeys keys, TimeProvider time, IReadOnlyList<string> issuers, IReadOnlyList<string> audiences)
    {
        bearer.ConfigurationManager = keys;
        bearer.MapInboundClaims = false;
        // What was wrong with a token is for our log, not for who sent it.
        bearer.IncludeErrorDetails = false;
        bearer.SaveToken = false;
        bearer.TimeProvider = time;
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler
        {
            MapInboundClaims = false,
            MaximumTokenSizeInBytes = 16 * 1024,
        });
        keys.UseLastKnownGoodConfiguration = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            // By its id only: not by thumbprint, and not whichever key happens to fit.
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolverUsingConfiguration = (_, _, kid, _, configuration) => KeyOf(configuration as OpenIdConnectConfiguration, kid),
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsValid(from, until, time.GetUtcNow().UtcDateTime),
            ValidateIssuer = true,
            // Without this the issuer that the metadata document names would be as good.
            IssuerValidator = (issuer, _, _) => issuers.Contains(issuer, StringComparer.Ordinal) ? issuer : throw new SecurityTokenInvalidIssuerException(),
            ValidateAudience = true,
            ValidAudiences = audiences,
            ValidateLifetime = true,
        };
        bearer.Events.OnMessageReceived = context =>
        {
            if (Token(context.Request) is { } token)
            {
                context.Token = token;
            }
            else
            {
                context.NoResult();
            }

            return Task.CompletedTask;
        };
        bearer.Events.OnChallenge = context =>
        {
            // Without keys nobody can be judged: the sender may try again.
            if (!keys.IsAvailable && Token(context.Request) is not null)
            {
                context.HandleResponse();
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "60";
            }

            return Task.CompletedTask;
        };
    }

    // One header, "Bearer", one space, the token: as the reference reads it.
    private static string? Token(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && header.Split(' ') is ["Bearer", { Length: > 0 } token]
            ? token
            : null;

    private static JsonWebKey[] KeyOf(OpenIdConnectConfiguration? configuration, string? kid) =>
        kid is { Length: > 0 }
        && configuration?.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == kid) is { Kty: JsonWebAlgorithmsKeyTypes.RSA, KeySize: >= MinKeyBits } key
            ? [key]
            : [];

    // The bounds are the reference's: valid from (notBefore - skew), and until just before (expires + skew).
    private static bool IsValid(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } until && until > now - Skew && (notBefore is not { } from || from <= now + Skew);
}
