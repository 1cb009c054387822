using System.Net;
using System.Net.Sockets;

namespace ClinicalBot.Paging;

/// <summary>Connects to addresses of the public internet only, whatever a name resolves to: no setting leads into the site's own network unseen.</summary>
public static class PublicAddress
{
    /// <summary>Connects, or refuses with <see cref="PrivateAddressException"/>.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, IsPublic))
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // The addresses just looked at, not the name: it might resolve to others now.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Not of this machine, a private network, or one that is no network of hosts.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (IPAddress.IsLoopback(address))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes is not ([0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127,
                ..] or [192, 0, 0, ..]
                or [198, 18 or 19, ..] or [>= 224, ..])
            // Global unicast, without the ranges that carry an IPv4 address inside.
            : (bytes[0] & 0xE0) == 0x20 && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0, 0, ..]);
    }
}

/// <summary>The host is in a private network, and the settings do not allow that.</summary>
public sealed class PrivateAddressException() : IOException("The address is private.");
