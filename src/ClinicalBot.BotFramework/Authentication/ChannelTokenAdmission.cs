using Microsoft.AspNetCore.Http;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Compares the token with what it came with: the connector it names is the activity's, and its key vouches for the activity's channel.
/// Then that connector is known to be one. 401 otherwise.
/// </summary>
internal sealed class ChannelTokenAdmission(VerifiedServiceUrls verified) : IActivityAdmission
{
    public IResult? Refuse(HttpContext http, Activity activity)
    {
        if (http.Features.Get<ChannelToken>() is not { } token
            || activity.ServiceUrl is not { } serviceUrl
            || activity.ChannelId is not { } channel
            || !string.Equals(token.ServiceUrl, serviceUrl, StringComparison.Ordinal)
            || !token.Endorsements.Contains(channel, StringComparer.Ordinal))
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The token is not for this activity.");
        }

        verified.Add(serviceUrl);
        return null;
    }
}
