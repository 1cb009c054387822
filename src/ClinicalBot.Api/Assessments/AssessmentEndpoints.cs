using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.Assessments;

/// <summary>The shared rules core over HTTP: POST /api/assessments, GET /api/ruleset and their OpenAPI document.</summary>
public static class AssessmentEndpoints
{
    private const string Description = """
        Decides what an exam after a lumbar medial branch block calls for. Every property may be left out; what is left out is unknown,
        never reassuring. Without `earlier` the answer cannot know the case's history: progressive weakness, numbness that returned and
        an evaluation still owed are found only when the earlier assessments of the case come with the request.
        """;

    /// <summary>Adds what <see cref="MapAssessments"/> needs.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AssessmentJson.Default);
            // Otherwise the OpenAPI document would call every number a string as well.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddProblemDetails();
        return services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "ClinicalBot rules core";
            document.Info.Version = RulesCore.Ruleset.Version;
            document.Info.Description = Catalog.SourceNote;
            return Task.CompletedTask;
        }));
    }

    /// <summary>Maps the two endpoints and /openapi/v1.json.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="clock">Says what "now" is; the registered one when null.</param>
    /// <param name="settings">What the site sets; the defaults when null.</param>
    /// <returns>The group of the two endpoints, for the host to put its access control on.</returns>
    public static RouteGroupBuilder MapAssessments(
        this IEndpointRouteBuilder routes, TimeProvider? clock = null, RulesSettings? settings = null)
    {
        clock ??= routes.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        routes.MapOpenApi();
        var group = routes.MapGroup("/api").WithTags("Rules core");
        group.MapPost("/assessments", (HttpRequest request) => AssessAsync(request, clock.GetUtcNow(), settings))
            .Accepts<AssessmentRequest>("application/json")
            .Produces<AssessmentAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("Decide an assessment")
            .WithDescription(Description);
        group.MapGet("/ruleset", () => TypedResults.Ok(RulesetAnswer.Current))
            .WithSummary("The ruleset: statements of the source document, and rules");
        return group;
    }

    private static async Task<IResult> AssessAsync(HttpRequest request, DateTimeOffset now, RulesSettings? settings)
    {
        var (document, refusal) = await BodyReader.ReadAsync(request);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            var reader = new AssessmentReader(now);
            var (exam, earlier) = reader.Read(document.RootElement);
            return reader.Errors.Any
                ? Results.ValidationProblem(reader.Errors.ToDictionary())
                : TypedResults.Ok(AssessmentAnswer.Of(RulesCore.Decide(exam, earlier, settings)));
        }
    }
}
