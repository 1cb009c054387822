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

    // The command has no option for a login, so a few lines start the same server with one. It takes mail only after STARTTLS and the login.
    private const string WithLogin =
        """
        import ssl, sys, threading
        from aiosmtpd.controller import Controller
        from aiosmtpd.handlers import Mailbox
        from aiosmtpd.smtp import AuthResult
        port, box, certificate, user, password = sys.argv[1:]
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        def login(server, session, envelope, mechanism, data):
            return AuthResult(success=(data.login.decode(), data.password.decode()) == (user, password), handled=False)
        Controller(Mailbox(box), hostname="127.0.0.1", port=int(port), tls_context=tls, require_starttls=True, authenticator=login,
            auth_required=True).start()
        threading.Event().wait()
        """;

    private DebianMailServer(int port, MailLogin? login)
    {
        Port = port;
        var (number, box) = (port.ToString(CultureInfo.InvariantCulture), Path.Combine(_folder, "box"));
        _process = Process.Start(login is null
            ? new ProcessStartInfo("aiosmtpd", ["-n", "-l", $"127.0.0.1:{number}", "-c", "aiosmtpd.handlers.Mailbox", box])
            : new ProcessStartInfo("/usr/bin/python3", ["-c", WithLogin, number, box, login.Certificate, login.User, login.Password]))!;
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The mails it took, whole, in no order.</summary>
    public IReadOnlyList<string> Mails => Directory.Exists(Path.Combine(_folder, "box", "new"))
        ? [.. Directory.GetFiles(Path.Combine(_folder, "box", "new")).Select(File.ReadAllText)] : [];

    /// <summary>Starts one on a free port and waits until it greets.</summary>
    /// <param name="login">With STARTTLS and a login; null for neither.</param>
    public static async Task<DebianMailServer> StartAsync(MailLogin? login = null)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new DebianMailServer(port, login);
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

/// <summary>How a mail server is protected.</summary>
/// <param name="Certificate">Path of its certificate with the private key (.pem).</param>
/// <param name="User">Account.</param>
/// <param name="Password">Its password.</param>
public sealed record MailLogin(string Certificate, string User, string Password);
