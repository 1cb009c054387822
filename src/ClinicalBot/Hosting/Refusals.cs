using System.Threading.RateLimiting;
using ClinicalBot.Api.OpenCases;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace ClinicalBot.Hosting;

/// <summary>
/// A known caller of the API that lacks the app role gets 403 with the role's name, and the refusal is a line in the record of the administration.
/// One that goes on and on gets 429, so that it does not fill the record.
/// </summary>
internal sealed partial class Refusals(AdministrationRecord record, ILogger<Refusals> log) : IAuthorizationMiddlewareResultHandler, IDisposable
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();
    private readonly PartitionedRateLimiter<HttpContext> _callers =
        PartitionedRateLimiter.Create<HttpContext, (string? Tenant, string? App, string? Person)>(RateLimits.OfCaller);

    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await _usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        using var lease = _callers.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            await RateLimits.TooMany(lease).ExecuteAsync(context);
            return;
        }

        await NoteAsync(context, endpoint.RoutePattern.RawText ?? "");
        await Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not for this caller.", detail: Needed(policy)).ExecuteAsync(context);
    }

    /// <inheritdoc/>
    public void Dispose() => _callers.Dispose();

    private static string Needed(AuthorizationPolicy policy) =>
        policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(each => each.AllowedRoles).FirstOrDefault() is { } role
            ? $"This needs the app role {role} of the bot's app registration (docs/deploy.md, Permissions)."
            : $"This needs a person's token with the permission {OpenCasesEndpoints.Scope} (docs/deploy.md, Permissions).";

    private async Task NoteAsync(HttpContext context, string path)
    {
        var user = context.User;
        var by = user.FindFirst(user.HasClaim(claim => claim.Type == "scp") ? "oid" : "azp")?.Value ?? "";
        try
        {
            await record.AddAsync(user.FindFirst("tid")?.Value, new AdministrationEntry(AdministrationEntry.Refused, by, $"{context.Request.Method} {path}"),
                context.RequestAborted);
        }
        catch (TurnStoreException failure)
        {
            NotRecorded(log, failure.Message);
        }
    }

    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "A refusal could not be recorded: {Why}")]
    private static partial void NotRecorded(ILogger log, string why);
}
