using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClinicalBot.Testing;

/// <summary>
/// A PostgreSQL server of one's own on a free loopback port, in a temporary folder, which ends with it. The server refuses to run as root: then
/// it runs as the user "postgres" that Debian's package brings. Flushes are real, so that what it says it kept, it kept.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-postgres-").FullName;
    private int _databases;
    private int _failovers;

    private PostgresCluster(int port) => Port = port;

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Folder of its data.</summary>
    public string Data => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"data{_failovers}"));

    private string DataOfStandby => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"data{_failovers + 1}"));

    /// <summary>Makes and starts one.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster(FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", cluster._folder);
        }

        await AsServerAsync("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        await cluster.StartServerAsync();
        return cluster;
    }

    /// <summary>Makes an empty database and tells how to reach it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bot{Interlocked.Increment(ref _databases)}");
        await QueryAsync("postgres", $"CREATE DATABASE {name}");
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={name}");
    }

    /// <summary>Runs a statement with psql and gives what it printed.</summary>
    public Task<string> QueryAsync(string database, string sql) =>
        AsServerAsync("psql", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", database, "-v",
            "ON_ERROR_STOP=1", "-Atc", sql);

    /// <summary>Starts the server, which must not be running.</summary>
    public Task StartServerAsync() => StartServerAsync(Data, Port);

    /// <summary>Stops the server as a crash would: what was not flushed is lost, and clients are cut off.</summary>
    public Task StopServerAsync() => StopServerAsync(Data);

    /// <summary>
    /// Makes a standby that has every transaction before it is confirmed, lets the server crash after a while, and the standby take its place
    /// and address.
    /// </summary>
    /// <param name="after">How long the two run side by side.</param>
    public async Task FailOverAsync(TimeSpan after)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        await AsServerAsync("pg_basebackup", "-D", DataOfStandby, "-R", "-X", "stream", "-c", "fast", "-h", "127.0.0.1", "-p", port, "-U", "postgres");
        await StartServerAsync(DataOfStandby, FreePort());
        await QueryAsync("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await QueryAsync("postgres", "SELECT pg_reload_conf()");
        while (await QueryAsync("postgres", "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1")
        {
            await Task.Delay(50);
        }

        await Task.Delay(after);
        await StopServerAsync(Data);
        await StopServerAsync(DataOfStandby);
        Directory.Delete(Data, recursive: true);
        _failovers++;
        await StartServerAsync();
        await AsServerAsync("pg_ctl", "-D", Data, "-w", "promote");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopServerAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Task StopServerAsync(string data) => AsServerAsync("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");

    private Task StartServerAsync(string data, int port) => AsServerAsync(
        "pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c max_connections=200"), "start");

    /// <summary>Runs one of PostgreSQL's programs as the user the server runs as.</summary>
    private static Task<string> AsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static string Programs => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Select(folder => Path.Combine(folder, "bin")).Last()
        : throw new InvalidOperationException("There is no PostgreSQL server on this machine. ./test installs it (apt-get install postgresql).");

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        // The server that pg_ctl starts keeps these pipes only as long as pg_ctl itself runs: its own output goes to its log.
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output)
            .Trim() : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}{await error}");
    }
}
