using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.OnCallApi;

/// <summary>POST /api/drill begins a drill in the chat of the first coordinator the bot has met, who also gets its report.</summary>
internal static class DrillEndpoint
{
    private const string Teams = "msteams";

    /// <summary>Maps the endpoint.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapDrill(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/drill", BeginAsync)
        .WithTags("On call")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .WithSummary("Begin a drill")
        .WithDescription("Calls people as an emergency would, marked as a drill on every card and page. The first coordinator the bot has met gets the report.");

    private static async Task<IResult> BeginAsync(ITurnStore store, Wakes wakes, IOptions<EscalationOptions> options, CancellationToken cancellationToken)
    {
        foreach (var coordinator in options.Value.Coordinators)
        {
            var key = ConversationReferences.KeyOfPerson(Teams, options.Value.HomeTenant, coordinator);
            if ((await store.ReadStateAsync(key, cancellationToken)).Body is { } body)
            {
                await wakes.WakeAsync(JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference)!, Drills.Event, value: null,
                    "drill", cancellationToken);
                return TypedResults.Accepted((string?)null);
            }
        }

        return TypedResults.Problem("No coordinator has a chat with the bot. Set Escalation:Coordinators, and let one say help to the bot.",
            statusCode: StatusCodes.Status409Conflict);
    }
}
