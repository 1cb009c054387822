using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClinicalBot.BotFramework;

/// <summary>Guards local mode, where no caller is authenticated.</summary>
public static class LocalOnlyExtensions
{
    /// <summary>
    /// Lets only this machine in; everything else gets problem+json with the reason. 403: the connection comes from another machine, or
    /// the request from a page of another origin. 421: the Host is no loopback name (a page elsewhere whose name was pointed at this
    /// machine). Place it first, before anything that answers.
    /// </summary>
    /// <param name="app">Where to.</param>
    /// <param name="isOpenToOrigin">Requests that a page of another origin may make all the same; none when null. They still come from this machine.</param>
    public static IApplicationBuilder UseLocalOnly(this IApplicationBuilder app, Func<HttpRequest, bool>? isOpenToOrigin = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Use(async (context, next) =>
        {
            if (Refusal(context, isOpenToOrigin) is { } refusal)
            {
                await refusal.ExecuteAsync(context);
                return;
            }

            await next(context);
        });
    }

    private static IResult? Refusal(HttpContext context, Func<HttpRequest, bool>? isOpenToOrigin)
    {
        // No address means no network: a socket file or a server inside this process.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            return Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Local mode answers only this machine.",
                detail: "Call from the machine the bot runs on, or set MicrosoftAppId to leave local mode.");
        }

        var request = context.Request;
        if (!Loopback.IsLoopbackHost(request.Host.Host))
        {
            return Results.Problem(
                statusCode: StatusCodes.Status421MisdirectedRequest,
                title: "Local mode answers only under a loopback name.",
                detail: "Call localhost, 127.0.0.1 or [::1], or set MicrosoftAppId to leave local mode.");
        }

        if (request.Headers.Origin.Count > 0 && !IsOwnOrigin(request) && isOpenToOrigin?.Invoke(request) is not true)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Local mode answers no page of another origin.",
                detail: "Call from the bot's own page or from a program that sends no Origin header.");
        }

        return null;
    }

    // The Host was found to be loopback, so an equal origin is loopback too.
    private static bool IsOwnOrigin(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && origin.UserInfo.Length == 0
        && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
