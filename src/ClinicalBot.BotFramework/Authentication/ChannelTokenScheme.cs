using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ClinicalBot.BotFramework;

/// <summary>The tokens channels send: issued by the Bot Connector for this bot.</summary>
internal sealed class ChannelTokenScheme(
    [FromKeyedServices(ChannelTokenScheme.Name)] SigningKeys keys, IOptions<BotAuthenticationOptions> bot,
        [FromKeyedServices(BotAuthenticationExtensions.SteadyClock)] TimeProvider time)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Name = "BotConnector";

    public void Configure(JwtBearerOptions options) => Configure(null, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != Name)
        {
            return;
        }

        var appId = bot.Value.MicrosoftAppId;
        BearerRules.Apply(options, keys, time, [bot.Value.CloudAddresses.TokenIssuer], [appId]);
        options.Events.OnTokenValidated = context =>
        {
            if (context.SecurityToken is JsonWebToken verified
                // What a critical header asks for, nobody here knows (RFC 7515, 4.1.11).
                && !verified.TryGetHeaderValue<object>("crit", out _)
                && ChannelToken.Read(verified) is { } token
                // A token of another bot for this one (a "skill") names that bot.
                && (token.AppId ?? appId) == appId
                && (token.AuthorizedParty ?? appId) == appId)
            {
                context.HttpContext.Features.Set(token);
            }
            else
            {
                context.Fail("The claims are not those of a channel.");
            }

            return Task.CompletedTask;
        };
    }
}
