using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using Activity = ClinicalBot.BotFramework.Activity;

namespace ClinicalBot.Testing;

/// <summary>
/// A bot as a process of its own, to be killed. It listens on a port chosen at its first start and kept, and may die at any moment:
/// posting to it tells whether an answer came.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly string _command;
    private readonly IReadOnlyList<string> _arguments;
    private readonly HttpClient _http = new(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { Timeout =
        TimeSpan.FromSeconds(30) };
    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <param name="assembly">Path of the program's assembly (.dll), run with "dotnet".</param>
    public BotProcess(string assembly)
        : this("dotnet", [assembly])
    {
    }

    private BotProcess(string command, IReadOnlyList<string> arguments)
    {
        (_command, _arguments) = (command, arguments);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>The process has ended.</summary>
    public bool IsDead => _process is null || _process.HasExited;

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory it has held so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process!.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Its id, once started.</summary>
    public int ProcessId => _process!.Id;

    private bool WasKilled => _process is { HasExited: true, ExitCode: 137 };

    /// <summary>Everything it wrote so far, for the message of a failing test.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Any program that takes "--urls", answers GET /health/live and takes activities at /api/messages.</summary>
    /// <param name="command">What runs it.</param>
    /// <param name="arguments">Before those of its start.</param>
    public static BotProcess Of(string command, params IReadOnlyList<string> arguments) => new(command, arguments);

    /// <summary>
    /// Starts it and waits until it answers, or has died at a kill point that its start already reached. Arguments are configuration:
    /// ("Storage:Path", "x.db").
    /// </summary>
    public async Task StartAsync(params IEnumerable<(string Key, string Value)> configuration)
    {
        var start = new ProcessStartInfo(_command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in _arguments.Concat(["--urls", Url]))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in configuration)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var limit = Stopwatch.StartNew();
        while (!await IsAliveAsync() && !WasKilled)
        {
            if (IsDead || limit.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException("The bot did not start:\n" + Output);
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Posts an activity. The status, or null when the bot died before it answered.</summary>
    /// <param name="activity">What is posted.</param>
    /// <param name="reading">Called once the bot has begun to read it (100 Continue).</param>
    public async Task<HttpStatusCode?> PostAsync(Activity activity, Action? reading = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url + "/api/messages"))
        {
            Content = new ActivityContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity), reading),
        };
        request.Headers.ExpectContinue = reading is not null;
        try
        {
            using var response = await _http.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Stops it (SIGSTOP) in the middle of whatever it does, until <see cref="Thaw"/>.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>Lets it go on.</summary>
    public void Thaw() => Signal("-CONT");

    /// <summary>Kills it (SIGKILL) and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Waits for it to die by itself, and kills it when it has not within the limit: its kill point was not on the way.</summary>
    /// <returns>True when it died by itself.</returns>
    public async Task<bool> DieAsync(TimeSpan limit)
    {
        try
        {
            await _process!.WaitForExitAsync().WaitAsync(limit);
            return WasKilled;
        }
        catch (TimeoutException)
        {
            await KillAsync();
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _http.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private async Task<bool> IsAliveAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Url + "/health/live"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private sealed class ActivityContent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly Action? _reading;

        public ActivityContent(byte[] bytes, Action? reading)
        {
            (_bytes, _reading) = (bytes, reading);
            Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes);
            await stream.FlushAsync();
            _reading?.Invoke();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
