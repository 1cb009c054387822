using ClinicalBot.Api.OpenCases;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Site;
using Microsoft.AspNetCore.Authorization;

namespace ClinicalBot.Hosting;

/// <summary>Who may call a registered bot: its channel, and callers to which Entra gave a role. Local mode answers this machine instead.</summary>
internal static class Callers
{
    /// <summary>The app role that may ask the rules and look things up: no person and no case is read.</summary>
    public const string AssessRole = "Assess";

    /// <summary>The app role that may read who is on call.</summary>
    public const string OnCallRole = "OnCall";

    /// <summary>The app role that may read what is counted from the records.</summary>
    public const string ReadAuditRole = nameof(Permission.ReadAudit);

    /// <summary>The app role that may begin a drill.</summary>
    public const string DrillRole = nameof(Permission.Drill);

    /// <summary>Adds authentication, authorization and rate limits. An endpoint that says nothing needs <see cref="AssessRole"/>.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddBotAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireApiRole(AssessRole).Build());
        services.AddRateLimits();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        return services;
    }

    /// <summary>Adds HSTS, CORS, authorization and rate limiting, before any endpoint.</summary>
    public static void UseCallers(this WebApplication app)
    {
        app.UseHsts();
        app.UseCors();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    /// <summary>Only the bot's channel may call.</summary>
    public static TBuilder RequireChannel<TBuilder>(this TBuilder endpoint, BotMode mode)
        where TBuilder : IEndpointConventionBuilder =>
        mode.IsLocal ? endpoint : endpoint.RequireChannelToken();

    /// <summary>Only who has the app role may call, and not without end.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoint, BotMode mode, string role)
        where TBuilder : IEndpointConventionBuilder =>
        mode.IsLocal ? endpoint : endpoint.RequireAuthorization(policy => policy.RequireApiRole(role)).RequireRateLimiting(RateLimits.ApiPolicy);

    /// <summary>Anybody may call who has the secret address, and all of them together not without end: so that no key is found by trying.</summary>
    public static TBuilder LimitTogether<TBuilder>(this TBuilder endpoint, BotMode mode)
        where TBuilder : IEndpointConventionBuilder =>
        mode.IsLocal ? endpoint : endpoint.RequireRateLimiting(RateLimits.ApiPolicy);

    /// <summary>Only a person of the tenant may call, with a token that Teams asked for in the person's name.</summary>
    public static TBuilder RequirePerson<TBuilder>(this TBuilder endpoint, BotMode mode)
        where TBuilder : IEndpointConventionBuilder =>
        mode.IsLocal
            ? endpoint
            : endpoint.RequireAuthorization(policy => policy.RequireApiScope(OpenCasesEndpoints.Scope)).RequireRateLimiting(RateLimits.ApiPolicy);
}
