using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ClinicalBot.BotFramework;

/// <summary>The tokens programs and people bring to the bot's own API: Entra's, version 2, of an allowed tenant, for this app.</summary>
internal sealed class ApiTokenScheme(
    [FromKeyedServices(ApiTokenScheme.Name)] SigningKeys keys, IOptions<BotAuthenticationOptions> bot,
        [FromKeyedServices(BotAuthenticationExtensions.SteadyClock)] TimeProvider time)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Name = "EntraApi";

    public void Configure(JwtBearerOptions options) => Configure(null, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != Name)
        {
            return;
        }

        var appId = bot.Value.MicrosoftAppId;
        BearerRules.Apply(options, keys, time, [.. bot.Value.Tenants.Select(Issuer)], [appId, "api://" + appId]);
        options.TokenValidationParameters.RoleClaimType = "roles";
        options.TokenValidationParameters.NameClaimType = "oid";
        options.Events.OnTokenValidated = context =>
        {
            if (context.SecurityToken is not JsonWebToken token
                || token.TryGetHeaderValue<object>("crit", out _)
                || !token.TryGetPayloadValue<object>("aud", out var audience) || audience is not string
                || !token.TryGetPayloadValue<object>("ver", out var version) || version is not "2.0"
                || !token.TryGetPayloadValue<object>("tid", out var tenant) || tenant is not string id || token.Issuer != Issuer(id))
            {
                context.Fail("The claims are not those of an Entra token, version 2.");
            }

            return Task.CompletedTask;
        };
    }

    private string Issuer(string tenant) => $"{bot.Value.CloudAddresses.Login}{tenant}/v2.0";
}
