using System.Collections.Concurrent;
using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// Several nodes of the real program on one PostgreSQL server, a channel that delivers again what was not taken, and everything that goes
/// wrong while people triage. The same seed does the same things in the same order.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    private static readonly KillPoint[] Points =
        [KillPoint.Arrived, KillPoint.BeforeCommit, KillPoint.MidFlush, KillPoint.AfterCommitBeforeAnswer, KillPoint.AfterCommitBeforeSend,
            KillPoint.AfterSendBeforeConfirm];

    /// <summary>The program built beside these tests, or the one that CLINICALBOT_PROGRAM names: a published one starts faster.</summary>
    private static readonly string Program = Environment.GetEnvironmentVariable("CLINICALBOT_PROGRAM")
        ?? Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll");

    /// <summary>The quickest ladder there is: three steps, a minute each.</summary>
    private static readonly (string, string)[] Ladder =
    [
        .. Enumerable.Range(0, 3).SelectMany<int, (string, string)>(step =>
        [
            ($"Escalation:Emergency:Steps:{step}:To:0", "proceduralist"),
            ($"Escalation:Emergency:Steps:{step}:To:1", "neurology"),
            ($"Escalation:Emergency:Steps:{step}:Wait", "00:01:00"),
        ]),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-cluster-").FullName;
    private readonly List<BotProcess> _nodes = [];
    private readonly ConcurrentDictionary<string, bool> _frozen = new();
    private readonly PostgresCluster _server;
    private readonly FakeChannel _channel;
    private readonly string _connectionString;
    private readonly Random _random;
    private readonly Random _channelRandom;
    private readonly ConcurrentDictionary<string, int> _faults = new();

    private Cluster(PostgresCluster server, FakeChannel channel, string connectionString, int seed)
    {
        (_server, _channel, _connectionString, _random, _channelRandom) = (server, channel, connectionString, new Random(seed), new Random(seed));
        Seen = new ClusterSeen(channel, ReadAsync);
    }

    /// <summary>What was done, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What the nodes wrote, for a failing test.</summary>
    public string Output => string.Join("\n----\n", _nodes.Select(node => node.Output));

    /// <summary>How often each thing went wrong.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faults;

    /// <summary>What people got.</summary>
    public ClusterSeen Seen { get; }

    /// <summary>Starts server, channel and nodes, all nodes at the same time on an empty database.</summary>
    public static async Task<Cluster> StartAsync(int nodes, int seed)
    {
        var server = await PostgresCluster.StartAsync();
        var cluster = new Cluster(server, await FakeChannel.StartAsync(), await server.CreateDatabaseAsync(), seed);
        cluster._nodes.AddRange(Enumerable.Range(0, nodes).Select(_ => new BotProcess(Program)));
        await Task.WhenAll(cluster._nodes.Select(node => cluster.StartNodeAsync(node, null)));
        return cluster;
    }

    /// <summary>
    /// Makes one call in six fail at the channel: it takes and does not say so, fails, asks to wait, cuts off before or after taking, or lets the
    /// caller wait for longer than it waits.
    /// </summary>
    public void DisturbChannel() => _channel.Decide = _ =>
    {
        double chance;
        lock (_channelRandom)
        {
            chance = _channelRandom.NextDouble();
        }

        var (what, verdict) = chance switch
        {
            < 0.04 => ("channel took and answered 502", Verdict.TakeAndFail),
            < 0.08 => ("channel answered 500", new Verdict(false, 500)),
            < 0.11 => ("channel answered 429", Verdict.Throttle(1)),
            < 0.14 => ("channel cut off", new Verdict(false, Verdict.Reset)),
            < 0.17 => ("channel took and cut off", new Verdict(true, Verdict.Reset)),
            < 0.172 => ("channel took and did not answer in time", new Verdict(true, 504) { After = TimeSpan.FromSeconds(17) }),
            _ => ("", Verdict.Take),
        };
        if (what.Length > 0)
        {
            Count(what);
        }

        return verdict;
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
                Conversation = new ConversationAccount { Id = ClusterSeen.Chat(person), ConversationType = "personal",
                    TenantId = "00000000-0000-4000-8000-00000000000a" },
                From = new ChannelAccount { Id = $"29:nurse-{person}", Name = $"Nurse {person}", AadObjectId = $"aad-nurse-{person}" },
            });
        }

        var limit = TimeProvider.System.GetTimestamp();
        while (Seen.Transcript(person).Count < answers)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromMinutes(3), $"{person} is not answered:\n{string.Join('\n', Log)}{Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Does something bad, and mends it.</summary>
    public Task DisturbAsync() => _random.Next(16) switch
    {
        < 8 => KillAsync(_random.Next(1, _nodes.Count + 1)),
        < 11 => KillAtAsync(_nodes[_random.Next(_nodes.Count)], Points[_random.Next(Points.Length)], _random.Next(1, 4)),
        < 13 => CutOffAsync(TimeSpan.FromMilliseconds(_random.Next(200, 2000))),
        < 14 => FailOverAsync(TimeSpan.FromMilliseconds(_random.Next(200, 2000))),
        _ => FreezeAsync(_nodes[_random.Next(_nodes.Count)], TimeSpan.FromSeconds(2)),
    };

    /// <summary>Kills so many nodes at once, in the middle of whatever they do.</summary>
    private async Task KillAsync(int count)
    {
        var killed = _random.GetItems([.. _nodes], count).Distinct().ToList();
        await Task.Delay(_random.Next(500));
        foreach (var node in killed)
        {
            Note("kill -9", $"node {_nodes.IndexOf(node)}");
        }

        await Task.WhenAll(killed.Select(node => node.KillAsync()));
        await Task.WhenAll(killed.Select(node => StartNodeAsync(node, null)));
    }

    private async Task KillAtAsync(BotProcess node, KillPoint point, int hit)
    {
        Note("kill -9 at a named point", $"node {_nodes.IndexOf(node)} {point} {hit}");
        await node.KillAsync();
        await StartNodeAsync(node, string.Create(CultureInfo.InvariantCulture, $"{point}:{hit}"));
        await node.DieAsync(TimeSpan.FromSeconds(8));
        await StartNodeAsync(node, null);
    }

    private async Task CutOffAsync(TimeSpan time)
    {
        Note("PostgreSQL crashes and starts again", $"after {time.TotalMilliseconds} ms");
        await _server.StopServerAsync();
        await Task.Delay(time);
        await _server.StartServerAsync();
    }

    private async Task FailOverAsync(TimeSpan after)
    {
        Note("PostgreSQL fails over to its standby", $"after {after.TotalMilliseconds} ms");
        await _server.FailOverAsync(after);
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

    private async Task FreezeAsync(BotProcess node, TimeSpan time)
    {
        Note("frozen node", $"{_nodes.IndexOf(node)} for {time.TotalSeconds} s");
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

    private void Note(string what, string more)
    {
        Count(what);
        Log.Enqueue($"{what}: {more}");
    }

    private void Count(string what) => _faults.AddOrUpdate(what, 1, (_, times) => times + 1);

    private async Task StartNodeAsync(BotProcess node, string? killAt)
    {
        var limit = TimeProvider.System.GetTimestamp();
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
                    .. Ladder,
                    .. killAt is null ? Array.Empty<(string, string)>() : [("Faults:KillAt", killAt)],
                ]);
                return;
            }
            catch (InvalidOperationException) when (node.IsDead && TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromMinutes(3))
            {
                // The database was away just now; a supervisor starts it again.
                await Task.Delay(200);
            }
        }
    }
}
