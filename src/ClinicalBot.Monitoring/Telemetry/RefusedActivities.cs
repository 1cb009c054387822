using System.Diagnostics.Metrics;

namespace ClinicalBot.Monitoring.Telemetry;

/// <summary>Counts what was refused at the channel's endpoint by the status of the answer, whatever refused it: token, list, limit or reader.</summary>
internal sealed class RefusedActivities(IMeterFactory meters)
{
    private readonly Counter<long> _refused = meters.Create("ClinicalBot")
        .CreateCounter<long>("clinicalbot.activities.refused", description: "Activities refused, by the status of the answer");

    /// <summary>An answer that refuses.</summary>
    public void Count(int status) => _refused.Add(1, new KeyValuePair<string, object?>("status", status));
}

/// <summary>Puts the count before the endpoint.</summary>
internal static class RefusedActivitiesExtensions
{
    /// <summary>Counts answers to <paramref name="path"/> that refuse. Place it before authorization.</summary>
    public static void CountRefusals(this WebApplication app, string path)
    {
        var refused = app.Services.GetRequiredService<RefusedActivities>();
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Response.StatusCode is >= 400 and < 500 && http.Request.Path == path)
            {
                refused.Count(http.Response.StatusCode);
            }
        });
    }
}
