using System.Globalization;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>
/// "load triage": whole triages against the built program, and in the same run, slice by slice in turn, against what it is measured by:
/// a floor, a durable floor, and bots of the same length on npm botbuilder and on Microsoft.Bot.Builder that keep everything in memory.
/// </summary>
internal sealed class TriageLoad : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-load-");
    private readonly TriageLoadOptions _options;
    private readonly LoadChannel _channel;
    private readonly List<(string Name, BotProcess Bot)> _bots = [];

    private TriageLoad(TriageLoadOptions options, LoadChannel channel) => (_options, _channel) = (options, channel);

    /// <returns>Exit code: 1 when anything went wrong or the budget of allocated bytes is exceeded.</returns>
    public static async Task<int> RunAsync(TriageLoadOptions options)
    {
        await using var load = new TriageLoad(options, await LoadChannel.StartAsync());
        var failed = false;
        foreach (var conversations in options.Conversations)
        {
            failed |= !await load.MeasureAsync(conversations);
        }

        return failed ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>New processes for each number of conversations, so that the peak of memory is that of this number.</summary>
    private async Task<bool> MeasureAsync(int conversations)
    {
        try
        {
            var rehearsal = await StartAsync(Path.Combine(_folder.FullName, conversations.ToString(CultureInfo.InvariantCulture)));
            var players = _bots.ConvertAll(bot => (bot.Name, bot.Bot, Player: new Player(bot.Bot, _channel, rehearsal, $"{bot.Name}-{conversations}"),
                Sum: new Measure()));
            foreach (var (_, _, player, _) in players)
            {
                await player.PlayAsync(conversations, _options.WarmUp);
            }

            var counters = players.ConvertAll(p => p.Name == TriageReport.Peer ? null : new AllocationCounter(p.Bot.ProcessId));
            for (var round = 0; round < _options.Rounds; round++)
            {
                foreach (var (_, _, player, sum) in players)
                {
                    sum.Merge(await player.PlayAsync(conversations, _options.Slice));
                }
            }

            // The counters tell the last second when it is over.
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            for (var i = 0; i < players.Count; i++)
            {
                if (counters[i] is { } counter)
                {
                    players[i].Sum.Allocated = counter.Bytes;
                    await counter.DisposeAsync();
                }
            }

            return TriageReport.Print(conversations, [.. players.Select(p => (p.Name, p.Sum, p.Bot.PeakMemory))], Console.Out);
        }
        finally
        {
            foreach (var (_, bot) in _bots)
            {
                await bot.DisposeAsync();
            }

            _bots.Clear();
        }
    }

    private async Task<Rehearsal> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var rehearsal = await Rehearsal.PlayAsync(await StartProgramAsync(TriageReport.Program, _options.Program, folder), _channel);
        if (_options.Before is { } before)
        {
            await StartProgramAsync(TriageReport.Before, before, folder);
        }

        var path = Path.Combine(folder, "rehearsal.json");
        rehearsal.Write(path);
        await StartAsync(TriageReport.Floor, BotProcess.Of("dotnet", typeof(Floor).Assembly.Location, "floor"), ("Rehearsal", path));
        await StartAsync(
            TriageReport.DurableFloor, BotProcess.Of("dotnet", typeof(Floor).Assembly.Location, "floor"), ("Rehearsal", path),
                ("Database", Path.Combine(folder, "floor.db")));
        await StartAsync(TriageReport.Peer, BotProcess.Of("node", _options.Peer), ("Rehearsal", path));
        await StartAsync(TriageReport.SdkPeer, new BotProcess(_options.SdkPeer), ("Rehearsal", path));
        return rehearsal;
    }

    private async Task<BotProcess> StartProgramAsync(string name, string path, string folder)
    {
        var bot = new BotProcess(path);
        _bots.Add((name, bot));
        await bot.StartAsync(
            ("environment", "Development"), ("contentRoot", Path.GetDirectoryName(path)!), ("Storage:Path", Path.Combine(folder, name + ".db")));
        return bot;
    }

    private async Task StartAsync(string name, BotProcess bot, params IEnumerable<(string Key, string Value)> settings)
    {
        if (_options.Only.Count == 0 || _options.Only.Contains(name))
        {
            _bots.Add((name, bot));
            await bot.StartAsync(settings);
        }
    }
}
