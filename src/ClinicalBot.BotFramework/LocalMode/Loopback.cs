using System.Net;

namespace ClinicalBot.BotFramework;

/// <summary>What counts as this machine.</summary>
internal static class Loopback
{
    /// <summary>
    /// True for "localhost" and for loopback addresses, with or without the brackets of IPv6. Any other name is false, whatever it
    /// resolves to: names can be pointed at this machine by others.
    /// </summary>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
