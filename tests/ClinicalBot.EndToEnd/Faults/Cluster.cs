using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// Several nodes of the real program on one PostgreSQL server, a channel that delivers again what was not taken, and everything that goes
/// wrong while people triage. The same seed does the same things in the same order.
/// </summary>
public sealed partial class Cluster : IAsyncDisposable
{
    private static readonly KillPoint[] Points =
        [KillPoint.Arrived, KillPoint.BeforeCommit, KillPoint.MidFlush, KillPoint.AfterCommitBeforeAnswer, KillPoint.AfterCommitBeforeSend, KillPoint.AfterSendBeforeConfirm];

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-cluster-").FullName;
    private readonly List<BotProcess> _nodes = [];
    private readonly ConcurrentDictionary<string, bool> _frozen = new();
    private readonly PostgresCluster _server;
    private readonly FakeChannel _channel;
    private readonly string _connectionString;
    private readonly Random _random;
    private int _calls;

    private Cluster(PostgresCluster server, FakeChannel channel, string connectionString, int seed) =>
        (_server, _channel, _connectionString, _random) = (server, channel, connectionString, new Random(seed));

    /// <summary>What was done, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What the nodes wrote, for a failing test.</summary>
    public string Output => string.Join("\n----\n", _nodes.Select(node => node.Output));

    /// <summary>Marked repeats that people saw.</summary>
    public int MarkedRepeats => _channel.Arrivals.Count(arrival => arrival.Method == "POST" && IsMarked(arrival));

    /// <summary>Starts server, channel and nodes, all nodes at the same time on an empty database.</summary>
    public static async Task<Cluster> StartAsync(int nodes, int seed)
    {
        var server = await PostgresCluster.StartAsync();
        var cluster = new Cluster(server, await FakeChannel.StartAsync(), await server.CreateDatabaseAsync(), seed);
        cluster._nodes.AddRange(Enumerable.Range(0, nodes).Select(_ => new BotProcess(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"))));
        await Task.WhenAll(cluster._nodes.Select(node => cluster.StartNodeAsync(node, null)));
        return cluster;
    }

    /// <summary>Makes the channel fail now and then: it takes and does not say so, fails, or asks to wait.</summary>
    public void DisturbChannel() => _channel.Decide = _ => (Interlocked.Increment(ref _calls) % 17) switch
    {
        5 => Verdict.TakeAndFail,
        9 => new Verdict(false, 500),
        13 => Verdict.Throttle(1),
        _ => Verdict.Take,
    };

    /// <summary>One person's conversation, line after line, each delivered until some node has taken it and until it is answered.</summary>
    public async Task PlayAsync(int person, IReadOnlyList<string> lines, int answers)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            await DeliverAsync(Say.Message($"m{line}", lines[line], _channel.ServiceUrl) with
            {
                ChannelId = "msteams",
                Timestamp = TimeProvider.System.GetUtcNow(),
                Conversation = new ConversationAccount { Id = Chat(person), ConversationType = "personal", TenantId = "00000000-0000-4000-8000-00000000000a" },
                From = new ChannelAccount { Id = $"29:nurse-{person}", Name = $"Nurse {person}", AadObjectId = $"aad-nurse-{person}" },
            });
        }

        await _channel.WaitForAsync(_ => Seen(Chat(person)).Count >= answers, TimeSpan.FromMinutes(3));
    }

    /// <summary>Does something bad, and mends it.</summary>
    public async Task DisturbAsync()
    {
        var node = _nodes[_random.Next(_nodes.Count)];
        switch (_random.Next(5))
        {
            case 0:
                Note($"kill -9 node {_nodes.IndexOf(node)}");
                await node.KillAsync();
                await StartNodeAsync(node, null);
                break;
            case 1 or 2:
                var point = Points[_random.Next(Points.Length)];
                var hit = _random.Next(1, 4);
                Note($"node {_nodes.IndexOf(node)} dies at {point}, time {hit}");
                await node.KillAsync();
                await StartNodeAsync(node, string.Create(CultureInfo.InvariantCulture, $"{point}:{hit}"));
                await node.DieAsync(TimeSpan.FromSeconds(8));
                await StartNodeAsync(node, null);
                break;
            case 3:
                Note("PostgreSQL is cut off and comes back");
                await _server.StopServerAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(200, 2000)));
                await _server.StartServerAsync();
                break;
            default:
                await FreezeAsync(node, TimeSpan.FromSeconds(2));
                break;
        }
    }

    /// <summary>Stops a node in the middle of whatever it does, and lets it go on later.</summary>
    public async Task FreezeAsync(int node, TimeSpan time) => await FreezeAsync(_nodes[node], time);

    /// <summary>Waits until nothing is left to be sent, and no lease is held.</summary>
    public async Task CalmAsync()
    {
        _channel.Decide = _ => Verdict.Take;
        var limit = TimeProvider.System.GetTimestamp();
        while (await CountAsync("SELECT count(*) FROM due_work WHERE kind <> 0 OR key LIKE 'report:%'") > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromMinutes(3), "Something is never sent:\n" + string.Join('\n', Log) + Output);
            await Task.Delay(200);
        }
    }

    /// <summary>A number from the database.</summary>
    public async Task<int> CountAsync(string sql) => int.Parse(await ReadAsync(sql), CultureInfo.InvariantCulture);

    /// <summary>What the database says.</summary>
    public Task<string> ReadAsync(string sql) => _server.QueryAsync("bot1", sql);

    /// <summary>What a person saw, in order, marked repeats left out.</summary>
    public IReadOnlyList<string> Transcript(int person) => Seen(Chat(person));

    /// <summary>How often a person who is on call was called about each case, marked repeats left out.</summary>
    public IReadOnlyList<int> CallsOf(string objectId) =>
        [.. Seen("chat-" + objectId).Select(card => Reference().Match(card)).Where(match => match.Success).GroupBy(match => match.Value).Select(group => group.Count())];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _channel.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Chat(int person) => $"chat-aad-nurse-{person}";

    private async Task FreezeAsync(BotProcess node, TimeSpan time)
    {
        Note($"node {_nodes.IndexOf(node)} is frozen for {time.TotalSeconds} s");
        _frozen[node.Url] = true;
        node.Freeze();
        await Task.Delay(time);
        node.Thaw();
        _frozen.TryRemove(node.Url, out _);
    }

    /// <summary>As a channel does behind a load balancer: to any node that answers, again until one has taken it.</summary>
    private async Task DeliverAsync(Activity activity)
    {
        var limit = TimeProvider.System.GetTimestamp();
        for (var attempt = activity.GetHashCode() & 0xff; ; attempt++)
        {
            var node = _nodes[attempt % _nodes.Count];
            if (!_frozen.ContainsKey(node.Url) && await node.PostAsync(activity) == System.Net.HttpStatusCode.Accepted)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromMinutes(3), "No node takes it:\n" + string.Join('\n', Log) + Output);
            await Task.Delay(100);
        }
    }

    /// <summary>
    /// New messages to a conversation, without those that bear the mark of a repeat. The original of a repeat may come after it, when its node
    /// was frozen in the middle of sending: then the two are one.
    /// </summary>
    private List<string> Seen(string conversation)
    {
        var cards = _channel.Arrivals.Where(arrival => arrival.Method == "POST" && arrival.Conversation == conversation)
            .Select(arrival => (IsMarked: IsMarked(arrival), Text: Body(arrival))).ToList();
        var seen = new List<string>();
        foreach (var (at, card) in cards.Index())
        {
            var isRepeat = card.IsMarked ? seen.Contains(card.Text) : seen.Contains(card.Text) && cards.Take(at).Any(before => before.IsMarked && before.Text == card.Text);
            if (!isRepeat)
            {
                seen.Add(card.Text);
            }
        }

        return seen;
    }

    private static bool IsMarked(Arrival arrival) => Elements(arrival) is [var first, ..] && first.TryGetProperty("id", out var id) && id.GetString() == "possibleRepeat";

    private static string Body(Arrival arrival) => JsonSerializer.Serialize(IsMarked(arrival) ? Elements(arrival)[1..] : Elements(arrival));

    private static List<JsonElement> Elements(Arrival arrival) =>
        arrival.Activity.Attachments is [{ Content: { } card }, ..] ? [.. card.GetProperty("body").EnumerateArray()] : [JsonSerializer.SerializeToElement(new { text = arrival.Activity.Text })];

    private void Note(string what) => Log.Enqueue(what);

    private async Task StartNodeAsync(BotProcess node, string? killAt)
    {
        while (true)
        {
            try
            {
                await node.StartAsync(
                [
                    ("environment", "Development"),
                    ("Storage:ConnectionString", _connectionString),
                    ("Storage:Path", Path.Combine(_folder, $"{_nodes.IndexOf(node)}.db")),
                    ("Storage:Lease", "00:00:20"),
                    ("Turns:Tick", "00:00:00.200"),
                    ("Turns:FirstHold", "0"),
                    .. killAt is null ? Array.Empty<(string, string)>() : [("Faults:KillAt", killAt)],
                ]);
                return;
            }
            catch (InvalidOperationException) when (node.IsDead)
            {
                // The database was away just now; a supervisor starts it again.
                await Task.Delay(200);
            }
        }
    }

    [GeneratedRegex(@"\b[0-9A-Z]{2}-[0-9A-Z]{3}\b")]
    private static partial Regex Reference();
}
