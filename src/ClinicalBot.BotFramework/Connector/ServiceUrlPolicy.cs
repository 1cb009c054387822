namespace ClinicalBot.BotFramework;

/// <summary>Which connectors the bot talks to. A service URL comes with the activity, so it must not be trusted by itself.</summary>
public abstract record ServiceUrlPolicy
{
    private ServiceUrlPolicy()
    {
    }

    /// <summary>Whether an activity may be sent there.</summary>
    public abstract bool Allows(Uri serviceUrl);

    /// <summary>What becomes of an activity that may not.</summary>
    internal virtual DeliveryResult Denial => new DeliveryResult.Refused(0, "service URL not allowed");

    /// <summary>Local mode: "localhost", 127.0.0.0/8 and [::1] only. No caller is authenticated there, so none gets the bot to call out.</summary>
    public sealed record LoopbackOnly : ServiceUrlPolicy
    {
        /// <inheritdoc/>
        public override bool Allows(Uri serviceUrl)
        {
            ArgumentNullException.ThrowIfNull(serviceUrl);
            return serviceUrl.UserInfo.Length == 0 && Loopback.IsLoopbackHost(serviceUrl.Host);
        }
    }

    /// <summary>
    /// A registered bot: the channel's hosts under https, and connectors that verified tokens named. What was verified is forgotten when
    /// the program ends, so a reply for another address waits until its connector shows itself again.
    /// </summary>
    internal sealed record Channel(IReadOnlyList<string> Hosts, VerifiedServiceUrls Verified, bool AllowLoopbackHttp) : ServiceUrlPolicy
    {
        internal override DeliveryResult Denial => new DeliveryResult.Unreachable("service URL not verified");

        /// <inheritdoc/>
        public override bool Allows(Uri serviceUrl) =>
            TrustedAddress.IsTrusted(serviceUrl, AllowLoopbackHttp)
            && ((serviceUrl is { Scheme: "https", IsDefaultPort: true } && Hosts.Any(host => IsHost(serviceUrl.IdnHost, host)))
                || Verified.Contains(serviceUrl));

        private static bool IsHost(string name, string host) =>
            host.StartsWith("*.", StringComparison.Ordinal)
                ? name.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : name.Equals(host, StringComparison.OrdinalIgnoreCase);
    }
}
