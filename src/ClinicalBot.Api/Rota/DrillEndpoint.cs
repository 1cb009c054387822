using ClinicalBot.Conversations.Rota;
using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.Rota;

/// <summary>POST /api/drill begins a drill in the chat of the first coordinator the bot has met, who also gets its report.</summary>
internal static class DrillEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapDrill(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/drill", BeginAsync)
        .WithTags("On call")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .WithSummary("Begin a drill")
        .WithDescription("Calls people as an emergency would, marked as a drill on every card and page. The first coordinator the bot has met gets "
            + "the report.");

    private static async Task<IResult> BeginAsync(Schedule schedule, IOptions<EscalationOptions> options, CancellationToken cancellationToken) =>
        await schedule.DrillAsync(options.Value.RotaTenant, occurrence: null, cancellationToken)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.Problem("No coordinator has a chat with the bot. Set Escalation:Coordinators, and let one say help to the bot.",
                statusCode: StatusCodes.Status409Conflict);
}
