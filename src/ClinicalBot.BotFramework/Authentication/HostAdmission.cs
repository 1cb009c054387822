namespace ClinicalBot.BotFramework;

/// <summary>
/// For a host that authenticates by itself and hands activities over: holds them to the allowed channels and tenants, as those are held
/// that come in by <see cref="BotAuthenticationExtensions.RequireChannelToken"/>.
/// </summary>
public sealed class HostAdmission
{
    private readonly AllowListAdmission _lists;
    private readonly VerifiedServiceUrls _verified;

    internal HostAdmission(AllowListAdmission lists, VerifiedServiceUrls verified) => (_lists, _verified) = (lists, verified);

    /// <summary>Whether the activity may come in. Then its connector is known to be one, if the token said so.</summary>
    /// <param name="activity">Authenticated by the host.</param>
    /// <param name="tokenServiceUrl">The connector that the verified token names; null when it names none.</param>
    public bool Admits(Activity activity, string? tokenServiceUrl)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (_lists.Denied(activity) is not null)
        {
            return false;
        }

        if (tokenServiceUrl is not null && string.Equals(tokenServiceUrl, activity.ServiceUrl, StringComparison.Ordinal))
        {
            _verified.Add(tokenServiceUrl);
        }

        return true;
    }
}
