using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>nginx in front of several nodes: no sticky sessions, the next node when one does not answer.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-nginx-");
    private readonly Process _process;

    public Nginx(IReadOnlyList<string> nodes)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var settings = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(
            settings,
            $$"""
            daemon off; worker_processes 1; pid {{_folder.FullName}}/pid; error_log stderr crit;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path {{_folder.FullName}}/body; proxy_temp_path {{_folder.FullName}}/proxy; fastcgi_temp_path {{_folder.FullName}}/f;
              uwsgi_temp_path {{_folder.FullName}}/u; scgi_temp_path {{_folder.FullName}}/s; client_body_buffer_size 1m;
              upstream nodes { {{string.Concat(nodes.Select(node => $"server {node} max_fails=0; "))}}keepalive 64; }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://nodes; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
                  proxy_next_upstream error timeout http_503 non_idempotent;
                }
              }
            }
            """);
        _process = Process.Start(new ProcessStartInfo("nginx", ["-p", _folder.FullName, "-c", settings, "-e", "stderr"]))!;
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    public int ProcessId => _process.Id;

    /// <summary>Waits until it answers.</summary>
    public async Task WaitAsync()
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Url + "/health/live"));
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>What a process and its children have used.</summary>
internal static class Processes
{
    // Of the kernel's interface: it counts in hundredths of a second on every Linux.
    private const int TicksPerSecond = 100;

    public static TimeSpan TimeOf(int parent) => TimeSpan.FromSeconds(
        Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            .Sum(folder => TicksOf(folder, parent)) / (double)TicksPerSecond);

    private static long TicksOf(string folder, int parent)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            // What is before the bracket may hold anything.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isMeant = Path.GetFileName(folder) == parent.ToString(CultureInfo.InvariantCulture)
                || fields[1] == parent.ToString(CultureInfo.InvariantCulture);
            return isMeant ? long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }
}
