using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClinicalBot.Testing;

/// <summary>An SMTP server on a free port of this machine that keeps what it is given (RFC 5321, without extensions).</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private ImmutableList<Mail> _mails = [];

    /// <summary>Starts one.</summary>
    public MailServer()
    {
        _listener.Start();
        _loop = AcceptAsync();
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it took.</summary>
    public IReadOnlyList<Mail> Mails => _mails;

    /// <summary>What it answers to a recipient: 250, or a refusal such as 550 or 450.</summary>
    public int Recipient { get; set; } = 250;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail for tests");
        var to = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync($"{Recipient} recipient");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var text = new StringBuilder();
                    for (var next = await reader.ReadLineAsync(_stop.Token); next is not (null or "."); next = await reader.ReadLineAsync(_stop.Token))
                    {
                        text.AppendLine(next);
                    }

                    _mails = _mails.Add(new Mail(to, text.ToString()));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }
}

/// <summary>A mail.</summary>
/// <param name="To">Its recipient.</param>
/// <param name="Text">Headers and body.</param>
public sealed record Mail(string To, string Text);
