using System.Text.Json;
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
    /// success is problem+json. Authentication is the caller's: add authorization to the builder returned.
    /// </summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages") =>
        endpoints.MapPost(pattern, (RequestDelegate)ReceiveAsync);

    private static async Task ReceiveAsync(HttpContext http)
    {
        var (result, problem) = await ReadAsync(http.Request) switch
        {
            { Problem: { } refused } => (null, refused),
            { Body: var body } => await RunAsync(http, body),
        };
        if (result is not null)
        {
            await AnswerAsync(http.Response, result);
        }
        else
        {
            await problem!.ExecuteAsync(http);
        }
    }

    private static async Task<(TurnResponse? Response, IResult? Problem)> RunAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        Activity activity;
        try
        {
            activity = JsonSerializer.Deserialize(body.Span, ProtocolJson.Default.Activity) ?? new Activity();
        }
        catch (JsonException)
        {
            return (null, Problem(400, "The body is no activity in JSON."));
        }

        if (activity is not { Type.Length: > 0, Conversation.Id.Length: > 0, ServiceUrl.Length: > 0 })
        {
            return (null, Problem(400, "An activity needs a type, a conversation id and a serviceUrl."));
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
        switch (await services.GetRequiredService<TurnProcessor>().ReceiveAsync(activity, body.Span))
        {
            case TurnResult.Answered answered:
                return (answered.Response, null);
            case TurnResult.Unavailable unavailable:
                http.Response.Headers.RetryAfter = "1";
                return (null, Problem(503, unavailable.Why));
            default:
                return (null, Problem(500, "The turn failed. Nothing of it happened."));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Body, IResult? Problem)> ReadAsync(HttpRequest request) =>
        !request.HasJsonContentType()
            ? (default, Problem(415, "Send application/json."))
            : await BoundedBody.ReadAsync(request) is { } body
                ? (body, null)
                : (default, Problem(413, $"An activity has at most {BoundedBody.MaxBytes} bytes."));

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

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
