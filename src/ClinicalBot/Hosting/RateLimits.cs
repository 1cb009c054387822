using System.Globalization;
using System.Threading.RateLimiting;
using ClinicalBot.Conversations.Bot;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>Adds the rate limits of a registered bot.</summary>
internal static class RateLimits
{
    /// <summary>Name of the policy for API calls: one bucket for each app, or person where the token is a person's.</summary>
    public const string ApiPolicy = "api";

    /// <summary>Adds limits for activities and for the API. Settings are <see cref="RateLimitOptions"/>.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitValidation>();
        services.AddSingleton<UrgentActivities>();
        services.AddSingleton<BotFramework.IActivityAdmission, ActivityRateLimit>();
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(ApiPolicy, OfCaller);
            limiter.OnRejected = (context, _) => new ValueTask(TooMany(context.Lease).ExecuteAsync(context.HttpContext));
        });
    }

    /// <summary>The bucket of an API caller.</summary>
    public static RateLimitPartition<(string? Tenant, string? App, string? Person)> OfCaller(HttpContext http) => Bucket(
        (http.User.FindFirst("tid")?.Value, http.User.FindFirst("azp")?.Value, http.User.FindFirst("oid")?.Value),
        http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.Api);

    /// <summary>A bucket that fills steadily. One that is full again is forgotten, so that memory follows what is going on.</summary>
    public static RateLimitPartition<TKey> Bucket<TKey>(TKey key, RateLimit limit) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit.PerMinute,
        });

    /// <summary>429, and when to come back.</summary>
    public static IResult TooMany(RateLimitLease lease) => new TooManyRequests(
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));

    private sealed class RateLimitValidation : IValidateOptions<RateLimitOptions>
    {
        public ValidateOptionsResult Validate(string? name, RateLimitOptions options) =>
            options.Faults.ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private sealed class TooManyRequests(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter =
                Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too much at once.").ExecuteAsync(httpContext);
        }
    }
}
