using System.Threading.RateLimiting;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Bot;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>
/// Limits what one person, one conversation and one tenant send. The person comes first: no one's chatter uses up what the others of the
/// tenant need. What is urgent has a bucket of its own, a person, when the others are empty.
/// </summary>
internal sealed class ActivityRateLimit(IOptions<RateLimitOptions> options, UrgentActivities urgent) : IActivityAdmission, IDisposable
{
    private readonly PartitionedRateLimiter<Activity> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Activity, (string, string?)>(activity => RateLimits.Bucket(PersonOf(activity), options.Value.Person)),
        PartitionedRateLimiter.Create<Activity, (string?, string?)>(
            activity => RateLimits.Bucket((activity.ChannelId, activity.Conversation?.Id), options.Value.Conversation)),
        PartitionedRateLimiter.Create<Activity, string>(activity => RateLimits.Bucket(TenantOf(activity), options.Value.Tenant)));

    private readonly PartitionedRateLimiter<Activity> _urgent = PartitionedRateLimiter.Create<Activity, (string, string?)>(
        activity => RateLimits.Bucket(PersonOf(activity), options.Value.Urgent));

    public IResult? Refuse(HttpContext http, Activity activity)
    {
        using var lease = _limiter.AttemptAcquire(activity);
        if (lease.IsAcquired)
        {
            return null;
        }

        using var last = urgent.Contains(activity) ? _urgent.AttemptAcquire(activity) : null;
        return last is { IsAcquired: true } ? null : RateLimits.TooMany(lease);
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _urgent.Dispose();
    }

    private static string TenantOf(Activity activity) => (ActivityTenants.Of(activity).FirstOrDefault() ?? "").ToUpperInvariant();

    private static (string Tenant, string? Person) PersonOf(Activity activity) => (TenantOf(activity), activity.From?.AadObjectId ?? activity.From?.Id);
}
