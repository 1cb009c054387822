namespace ClinicalBot.BotFramework;

/// <summary>What may be asked for keys and sent tokens: https, or http on this machine while developing.</summary>
internal static class TrustedAddress
{
    public static bool IsTrusted(Uri address, bool allowLoopbackHttp) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps
            || (allowLoopbackHttp && address.Scheme == Uri.UriSchemeHttp && Loopback.IsLoopbackHost(address.Host)));
}
