using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClinicalBot.Testing;

/// <summary>A mail server that others wrote: aiosmtpd, Debian's package python3-aiosmtpd. It keeps what it is given in a folder.</summary>
public sealed class DebianMailServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-mail-").FullName;
    private readonly Process _process;

    private DebianMailServer(int port)
    {
        Port = port;
        _process = Process.Start(new ProcessStartInfo("aiosmtpd",
            ["-n", "-l", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(_folder, "box")]))!;
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The mails it took, whole, in no order.</summary>
    public IReadOnlyList<string> Mails => Directory.Exists(Path.Combine(_folder, "box", "new"))
        ? [.. Directory.GetFiles(Path.Combine(_folder, "box", "new")).Select(File.ReadAllText)] : [];

    /// <summary>Starts one on a free port and waits until it greets.</summary>
    public static async Task<DebianMailServer> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new DebianMailServer(port);
        for (var limit = Stopwatch.StartNew(); limit.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(50))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException)
            {
                // It is not up yet.
            }
        }

        throw new TimeoutException("aiosmtpd did not start.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
