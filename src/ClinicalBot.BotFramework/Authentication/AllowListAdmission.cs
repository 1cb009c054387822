using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.BotFramework;

/// <summary>Lets in the configured channels and tenants; 403 for others, counted and logged without a word of the activity.</summary>
internal sealed partial class AllowListAdmission(
    IOptions<BotAuthenticationOptions> bot, AuthenticationMetrics metrics, ILogger<AllowListAdmission> log) : IActivityAdmission
{
    private readonly HashSet<string> _channels = new(bot.Value.Channels, StringComparer.Ordinal);
    private readonly HashSet<string> _tenants = new(bot.Value.Tenants, StringComparer.OrdinalIgnoreCase);

    public IResult? Refuse(HttpContext http, Activity activity) => Denied(activity) is { } list
        ? Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: $"This bot does not serve this {list}.")
        : null;

    /// <summary>Which list does not hold it, "channel" or "tenant"; null when it may come in.</summary>
    public string? Denied(Activity activity)
    {
        var list = !_channels.Contains(activity.ChannelId ?? "") ? "channel" : AllowsTenants(activity) ? null : "tenant";
        if (list is not null)
        {
            metrics.Refused(list);
            NotAllowed(log, list);
        }

        return list;
    }

    // Teams always says which tenant; other channels have none, and are held to one only when they name it.
    private bool AllowsTenants(Activity activity)
    {
        var named = ActivityTenants.Of(activity).ToList();
        return (named.Count > 0 || activity.ChannelId != "msteams") && named.TrueForAll(_tenants.Contains);
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Refused an activity: its {List} is not allowed")]
    private static partial void NotAllowed(ILogger log, string list);
}
