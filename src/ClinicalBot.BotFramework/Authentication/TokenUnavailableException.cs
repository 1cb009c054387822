namespace ClinicalBot.BotFramework;

/// <summary>The bot got no token, so nothing was sent.</summary>
/// <param name="reason">A code for the log; never a secret or content.</param>
internal sealed class TokenUnavailableException(string reason) : Exception("No token for the connector: " + reason)
{
    public string Reason { get; } = reason;
}
