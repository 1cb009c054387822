using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using Activity = ClinicalBot.BotFramework.Activity;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>
/// "load nodes": whole triages against nodes on one PostgreSQL server behind nginx, and who uses how much of the processor for a turn; then
/// 200 people who confirm at the same moment.
/// </summary>
internal sealed class NodesLoad : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-load-");
    private readonly List<BotProcess> _nodes = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly PostgresCluster _server;
    private readonly LoadChannel _channel;
    private readonly Nginx _front;

    private NodesLoad(PostgresCluster server, LoadChannel channel, Nginx front) => (_server, _channel, _front) = (server, channel, front);

    /// <returns>Exit code: 1 when anything went wrong.</returns>
    public static async Task<int> RunAsync(TriageLoadOptions options)
    {
        Console.WriteLine("| nodes | conversations | turns/s | p50 ms | p99 ms | errors | CPU ms/turn: nodes | PostgreSQL | nginx |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var failed = false;
        foreach (var nodes in options.Nodes)
        {
            await using var load = await StartAsync(nodes, options.Program);
            var rehearsal = await Rehearsal.PlayAsync(load._nodes[0], load._channel);
            var player = new Player(load.PostAsync, load.NodesTime, load._channel, rehearsal, "nodes");
            foreach (var conversations in options.Conversations)
            {
                await player.PlayAsync(conversations, options.WarmUp);
                failed |= await load.MeasureAsync(nodes, conversations, () => player.PlayAsync(conversations, options.Duration));
            }

            failed |= await load.MeasureAsync(nodes, 200, () => player.ConfirmTogetherAsync(200), " confirming at once");
        }

        return failed ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        _front.Dispose();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _channel.DisposeAsync();
        await _server.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<NodesLoad> StartAsync(int count, string program)
    {
        var server = await PostgresCluster.StartAsync();
        // All nodes together must stay below the server's max_connections (200 here).
        var connection = await server.CreateDatabaseAsync() + ";Maximum Pool Size=50";
        var nodes = Enumerable.Range(0, count).Select(_ => new BotProcess(program)).ToList();
        var load = new NodesLoad(server, await LoadChannel.StartAsync(), new Nginx([.. nodes.Select(node => new Uri(node.Url).Authority)]));
        load._nodes.AddRange(nodes);
        await Task.WhenAll(nodes.Select((node, at) => node.StartAsync(
            ("environment", "Development"),
            ("contentRoot", Path.GetDirectoryName(program)!),
            ("Storage:ConnectionString", connection),
            ("Storage:Path", Path.Combine(load._folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{at}.db"))))));
        await load._front.WaitAsync();
        return load;
    }

    private async Task<bool> MeasureAsync(int nodes, int conversations, Func<Task<Measure>> play, string what = "")
    {
        var database = int.Parse(File.ReadLines(Path.Combine(_server.Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var (server, front) = (Processes.TimeOf(database), Processes.TimeOf(_front.ProcessId));
        var measure = await play();
        double Each(TimeSpan time) => time.TotalMilliseconds / measure.Turns;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {nodes} | {conversations}{what} | {measure.TurnsPerSecond:N0} | {measure.Percentile(50):N1} | {measure.Percentile(99):N1} | "
                + $"{measure.Errors.Values.Sum()} "
            + $"| {measure.CpuPerTurn:N3} | {Each(Processes.TimeOf(database) - server):N3} | {Each(Processes.TimeOf(_front.ProcessId) - front):N3} |"));
        foreach (var (error, times) in measure.Errors)
        {
            Console.WriteLine(FormattableString.Invariant($"{times} times: {error}"));
        }

        return measure.Errors.Count > 0;
    }

    private TimeSpan NodesTime() => _nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime);

    private async Task<HttpStatusCode?> PostAsync(Activity activity)
    {
        using var content = new StringContent(JsonSerializer.Serialize(activity, ProtocolJson.Default.Activity), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(_front.Url + "/api/messages"), content);
        return response.StatusCode;
    }
}
