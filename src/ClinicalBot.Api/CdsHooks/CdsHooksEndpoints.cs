using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>CDS Hooks 2.0 on the shared rules core: https://cds-hooks.hl7.org/2.0. Discovery, one service for "patient-view", and feedback.</summary>
internal static class CdsHooksEndpoints
{
    /// <summary>Where everything of it lies.</summary>
    public const string Root = "/cds-services";

    /// <summary>Id of the service.</summary>
    public const string ServiceId = "numb-leg-after-block";

    private const string Policy = "cds-hooks";

    /// <summary>Adds what <see cref="MapCdsHooks"/> needs beside the bot.</summary>
    public static IServiceCollection AddCdsHooks(this IServiceCollection services)
    {
        services.AddOptions<CdsHooksOptions>().BindConfiguration(CdsHooksOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CdsHooksOptions>, CdsHooksValidation>();
        services.PostConfigure<TurnsOptions>(turns => turns.KeepState.TryAdd(CdsRecord.CardScope, TimeSpan.FromDays(30)));
        services.AddSingleton<CdsRecord>();
        services.AddSingleton<CdsCards>();
        services.AddSingleton<CdsClientKeys>();
        services.AddSingleton<CdsClientTokens>();
        services.AddHttpClient(CdsClientKeys.ClientName, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 256 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CdsHooksOptions>>((cors, cds) => cors.AddPolicy(Policy, policy => policy
            .WithOrigins([.. cds.Value.Origins]).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "Accept")));
        return services;
    }

    /// <summary>A page of another origin may ask this, by the settings.</summary>
    public static bool IsOpenTo(HttpRequest request, CdsHooksOptions options) => options.Enabled
        && request.Path.StartsWithSegments(Root) && options.Origins.Contains(request.Headers.Origin.ToString());

    /// <summary>Maps the endpoints where the settings ask for them; null otherwise. They check tokens themselves.</summary>
    /// <param name="app">Where to. It uses CORS.</param>
    /// <param name="isLocal">Local mode: callers need no token.</param>
    /// <returns>The group, for the host to limit.</returns>
    public static RouteGroupBuilder? MapCdsHooks(this IEndpointRouteBuilder app, bool isLocal)
    {
        if (!app.ServiceProvider.GetRequiredService<IOptions<CdsHooksOptions>>().Value.Enabled)
        {
            return null;
        }

        var group = app.MapGroup(Root);
        group.RequireCors(Policy).AllowAnonymous().ExcludeFromDescription();
        group.MapGet("", (HttpRequest request) => AnswerAsync(request.HttpContext, isLocal, (_, services) =>
            Task.FromResult(Results.Json(Discover(services.GetRequiredService<IOptions<CdsHooksOptions>>().Value), CdsJson.Default.CdsServices))));
        group.MapPost(ServiceId, (HttpRequest request) => AnswerAsync(request.HttpContext, isLocal, DecideAsync));
        group.MapPost(ServiceId + "/feedback", (HttpRequest request) => AnswerAsync(request.HttpContext, isLocal, TakeFeedbackAsync));
        return group;
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, bool isLocal, Func<HttpContext, IServiceProvider, Task<IResult>> answer)
    {
        try
        {
            if (!isLocal)
            {
                var url = BaseUrl(http) + http.Request.Path.Value!.TrimEnd('/');
                var verdict = await http.RequestServices.GetRequiredService<CdsClientTokens>()
                    .CheckAsync(http.Request.Headers.Authorization.ToString(), url, http.RequestAborted);
                if (verdict != TokenVerdict.Good)
                {
                    return Refusal(http, verdict);
                }
            }

            return await answer(http, http.RequestServices);
        }
        catch (TurnStoreException)
        {
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The store is out of order.");
        }
    }

    private static IResult Refusal(HttpContext http, TokenVerdict verdict)
    {
        if (verdict == TokenVerdict.KeysUnavailable)
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The keys of the client cannot be fetched.");
        }

        // What was wrong with a token is for our log, not for who sent it.
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Bring a token of a client that the site trusts.");
    }

    private static CdsServices Discover(CdsHooksOptions options)
    {
        var prefetch = new Dictionary<string, string>();
        if (options.BlockCodes.Count > 0)
        {
            prefetch[CdsRequest.BlockKey] = $"Procedure?patient={{{{context.patientId}}}}&code={string.Join(',', options.BlockCodes)}&_sort=-date&_count=20";
        }

        if (options.Findings.Count > 0)
        {
            prefetch[CdsRequest.ExamKey] =
                "Observation?patient={{context.patientId}}&code="
                    + $"{string.Join(',', options.Findings.Select(each => each.Code).Distinct())}&_sort=-date&_count=200";
        }

        return new CdsServices([new CdsService(
            CdsRequest.PatientView,
            "Numb leg after a lumbar medial branch block",
            "Says what the leg exam on record calls for after a lumbar medial branch block, and what is not known. It supports, and does not replace, "
                + "judgment.",
            ServiceId,
            prefetch.Count > 0 ? prefetch : null)]);
    }

    private static async Task<IResult> DecideAsync(HttpContext http, IServiceProvider services)
    {
        var (document, refusal) = await BodyReader.ReadAsync(http.Request);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            var errors = new FieldErrors();
            if (CdsRequest.Read(document.RootElement, errors) is not { } request)
            {
                return Results.ValidationProblem(errors.ToDictionary());
            }

            var now = services.GetRequiredService<CareTime>().GetUtcNow();
            if (services.GetRequiredService<CdsCards>().Of(request, BaseUrl(http), now) is not (var card, var shown))
            {
                return Results.Json(new CdsAnswer([]), CdsJson.Default.CdsAnswer);
            }

            await services.GetRequiredService<CdsRecord>().KeepAsync(card.Uuid, shown, http.RequestAborted);
            return Results.Json(new CdsAnswer([card]), CdsJson.Default.CdsAnswer);
        }
    }

    private static async Task<IResult> TakeFeedbackAsync(HttpContext http, IServiceProvider services)
    {
        var (document, refusal) = await BodyReader.ReadAsync(http.Request);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            var (errors, record) = (new FieldErrors(), services.GetRequiredService<CdsRecord>());
            var lines = await CdsFeedback.ReadAsync(document.RootElement, errors, uuid => record.FindAsync(uuid, http.RequestAborted));
            if (errors.Any)
            {
                return Results.ValidationProblem(errors.ToDictionary());
            }

            // A delivery that is repeated says the same at the same instant: it is one.
            await record.AddAsync(JsonSerializer.Serialize(lines, CdsJson.Default.IReadOnlyListCdsFeedbackLine), lines, http.RequestAborted);
            return Results.Ok();
        }
    }

    /// <summary>From the settings. What a request says of its host is believed in local mode only, where there is no other.</summary>
    private static string BaseUrl(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<CdsHooksOptions>>().Value.BaseUrl is { Length: > 0 } set ? set.TrimEnd('/')
        : http.RequestServices.GetRequiredService<IConfiguration>()["PublicHost"]?.Trim() is { Length: > 0 } host ? "https://" + host
        : $"{http.Request.Scheme}://{http.Request.Host}";
}
