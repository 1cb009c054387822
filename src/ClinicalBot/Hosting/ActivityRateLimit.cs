using System.Threading.RateLimiting;
using ClinicalBot.BotFramework;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>
/// Limits what one conversation and one tenant send. The tenant comes first: what it may send bounds how many conversations are
/// remembered, and tenants are few because they are on a list.
/// </summary>
internal sealed class ActivityRateLimit(IOptions<RateLimitOptions> options) : IActivityAdmission, IDisposable
{
    private readonly PartitionedRateLimiter<Activity> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Activity, string>(
            activity => RateLimits.Bucket((ActivityTenants.Of(activity).FirstOrDefault() ?? "").ToUpperInvariant(), options.Value.Tenant)),
        PartitionedRateLimiter.Create<Activity, (string?, string?)>(
            activity => RateLimits.Bucket((activity.ChannelId, activity.Conversation?.Id), options.Value.Conversation)));

    public IResult? Refuse(HttpContext http, Activity activity)
    {
        using var lease = _limiter.AttemptAcquire(activity);
        return lease.IsAcquired ? null : RateLimits.TooMany(lease);
    }

    public void Dispose() => _limiter.Dispose();
}
