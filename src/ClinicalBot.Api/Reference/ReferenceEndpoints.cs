using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ClinicalBot.Conversations.Reference;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.Api.Reference;

/// <summary>The quick reference over HTTP: GET /api/reference?q=.</summary>
internal static class ReferenceEndpoints
{
    private const int MaxResults = 10;

    /// <summary>Adds what <see cref="MapReference"/> needs beside the quick reference itself.</summary>
    public static IServiceCollection AddReferenceApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ReferenceJson.Default));
        services.AddProblemDetails();
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapReference(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/reference", Find)
        .WithTags("Quick reference")
        .Produces<ReferenceAnswer>()
        .ProducesValidationProblem()
        .WithSummary("Look something up in the source document")
        .WithDescription(
            "At most ten entries, best first; none when no entry has all the words. Knows synonyms, typing errors and the beginnings of words. "
            + "Without words: the most useful entries. The texts are paraphrases of an unsigned summary whose references have no list.");

    private static IResult Find(
        [FromServices] ReferenceIndex index,
        [FromQuery, MaxLength(ReferenceIndex.MaxQueryLength), Description("What to look up, for example \"dorsiflexion\" or \"4 hours\".")] string? q) =>
        q?.Length > ReferenceIndex.MaxQueryLength
            ? Results.ValidationProblem(new Dictionary<string, string[]> { ["q"] = [$"At most {ReferenceIndex.MaxQueryLength} characters."] })
            : TypedResults.Ok(new ReferenceAnswer(index.Search(q ?? "").Take(MaxResults).Select(ReferenceResult.Of)));
}
