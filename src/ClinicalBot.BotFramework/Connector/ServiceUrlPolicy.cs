namespace ClinicalBot.BotFramework;

/// <summary>Which connectors the bot talks to. A service URL comes with the activity, so it must not be trusted by itself.</summary>
public abstract record ServiceUrlPolicy
{
    private ServiceUrlPolicy()
    {
    }

    /// <summary>Whether an activity may be sent there.</summary>
    public abstract bool Allows(Uri serviceUrl);

    /// <summary>Local mode: "localhost", 127.0.0.0/8 and [::1] only. Nobody is authenticated there, so nobody gets the bot to call out.</summary>
    public sealed record LoopbackOnly : ServiceUrlPolicy
    {
        /// <inheritdoc/>
        public override bool Allows(Uri serviceUrl)
        {
            ArgumentNullException.ThrowIfNull(serviceUrl);
            return serviceUrl.UserInfo.Length == 0 && Loopback.IsLoopbackHost(serviceUrl.Host);
        }
    }
}
