using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Turns;

/// <summary>The endpoint a channel posts activities to.</summary>
public static class BotMessages
{
    /// <summary>
    /// Maps POST <paramref name="pattern"/>: 202 when the turn is committed, 200 with replies for "expectReplies", the handler's own
    /// answer for an invoke; 400, 413, 415 for what is no activity; 500 when the handler failed, 503 when the store did. Everything but
    /// success is problem+json. Authentication is the caller's: add authorization to the builder returned. An activity that an
    /// <see cref="IActivityAdmission"/> refuses does not become a turn.
    /// </summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages") =>
        endpoints.MapPost(pattern, (RequestDelegate)ReceiveAsync);

    internal static async Task ReceiveAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, 415, "Send application/json.");
        }
        else if (await BoundedBody.ReadAsync(http.Request) is not { } body)
        {
            await RefuseAsync(http, 413, $"Send an activity of at most {ActivityParser.MaxBodyBytes} bytes.");
        }
        else
        {
            await ActivityParser.Parse(body).Match(
                parsed => RunAsync(http, parsed),
                rejected => RefuseAsync(http, rejected.Status, rejected.Reason));
        }
    }

    private static async Task RunAsync(HttpContext http, ActivityParseResult.Parsed parsed)
    {
        if (http.Refuse(parsed.Activity) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        var services = http.RequestServices;
        var killPoints = services.GetRequiredService<IKillPoints>();
        killPoints.Reach(KillPoint.Arrived);
        http.Response.OnCompleted(() =>
        {
            killPoints.Reach(KillPoint.AfterAnswer);
            return Task.CompletedTask;
        });

        // The request's own cancellation stops nothing: a turn that has begun ends, and its answer is kept for a redelivery.
        switch (await services.GetRequiredService<TurnProcessor>().ReceiveAsync(parsed))
        {
            case TurnResult.Answered answered:
                await AnswerAsync(http.Response, answered.Response);
                break;
            case TurnResult.Unavailable unavailable:
                http.Response.Headers.RetryAfter = "1";
                await RefuseAsync(http, 503, unavailable.Why);
                break;
            default:
                await RefuseAsync(http, 500, "The turn failed. Nothing of it happened.");
                break;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, TurnResponse answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body);
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(http);
}
