using System.Diagnostics;
using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Benchmarks.Growth;

/// <summary>
/// "growth [conversations] [open cases] [.../ClinicalBot.dll]": makes a site that has grown (default 1,000,000 conversations, 20,000 open cases with
/// a timer each) out
/// of one real triage, and measures on it what runs at a start, by the clock, and for "cases": alone, and in the built program.
/// A turn is measured on a new site too.
/// </summary>
internal sealed class GrowthCommand : IKillPoints
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var conversations = Number(arguments, 0, 1_000_000);
        var cases = Number(arguments, 1, 20_000);
        var folder = Directory.CreateTempSubdirectory("clinicalbot-growth-");
        var path = Path.Combine(folder.FullName, "grown.db");
        var program = Path.GetFullPath(arguments.Length > 2 ? arguments[2] : Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
        await using (var channel = await FakeChannel.StartAsync())
        await using (var bot = new BotProcess(program))
        {
            (string, string)[] settings = [("environment", "Development"), ("contentRoot", Path.GetDirectoryName(program)!), ("Storage:Path", path)];
            await bot.StartAsync(settings);
            // A case for which nothing is due for an hour.
            foreach (var (at, says) in Triages.TriageScript.Turns.Index())
            {
                await SayAsync(bot, channel, string.Create(CultureInfo.InvariantCulture, $"m{at}"), says);
            }

            await bot.KillAsync();
            await bot.StartAsync([.. settings.SkipLast(1), ("Storage:Path", Path.Combine(folder.FullName, "new.db"))]);
            await TurnsAsync(bot, channel, "new");
            await bot.KillAsync();

            Grow(path, conversations, cases);
            Say("file", $"{new FileInfo(path).Length / 1e9:N2} GB");
            await StoreAsync(path);

            var clock = Stopwatch.StartNew();
            await bot.StartAsync(settings);
            Say("program: start until it answers", $"{clock.Elapsed.TotalMilliseconds:N0} ms, {bot.ProcessorTime.TotalMilliseconds:N0} ms of them of "
                + "the processor");
            Say("program: the auditor has read every open case after", $"{await QuietAsync(bot):N0} s");
            var cpu = bot.ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(60));
            Say("program: idle, part of one core", $"{(bot.ProcessorTime - cpu).TotalSeconds / 60:P2}");
            await SayAsync(bot, channel, "first", "cases");
            cpu = bot.ProcessorTime;
            var times = new List<double>();
            for (var i = 0; i < 30; i++)
            {
                clock.Restart();
                await SayAsync(bot, channel, $"cases-{i}", "cases");
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Say(
                "program: \"cases\" until the card arrives",
                $"{times[0]:N0} ms at best, {times[times.Count / 2]:N0} in the middle, {times[^1]:N0} at worst of {times.Count}; "
                    + $"{(bot.ProcessorTime - cpu).TotalMilliseconds / times.Count:N1} ms of the processor");
            await TurnsAsync(bot, channel, "grown");
            Say("program: peak memory", $"{bot.PeakMemory / 1024 / 1024} MB");
        }

        folder.Delete(recursive: true);
        return 0;
    }

    /// <summary>Waits, after the first look of the auditor, for ten seconds in which little is done, for five minutes at most.</summary>
    private static async Task<double> QuietAsync(BotProcess bot)
    {
        var clock = Stopwatch.StartNew();
        // The auditor looks for the first time after 20 s.
        await Task.Delay(TimeSpan.FromSeconds(30));
        var (before, busy) = (bot.ProcessorTime, true);
        while (busy && clock.Elapsed < TimeSpan.FromMinutes(5))
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            (busy, before) = (bot.ProcessorTime - before > TimeSpan.FromMilliseconds(500), bot.ProcessorTime);
        }

        return clock.Elapsed.TotalSeconds;
    }

    public void Reach(KillPoint point)
    {
    }

    /// <summary>Multiplies what one triage left. Timers are due in a year, so that nothing happens by itself.</summary>
    private static void Grow(string path, int conversations, int cases)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        var count = $"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {conversations})";
        var countCases = $"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {cases})";
        const long year = 365L * TimeSpan.TicksPerDay;
        foreach (var sql in new[]
        {
            "PRAGMA synchronous = OFF",
            "PRAGMA temp_store = MEMORY",
            "BEGIN",
            $"{count} INSERT INTO state (scope, id, version, body, at) SELECT scope, id || '/' || i, i, body, at FROM n, (SELECT * FROM state WHERE "
                + "scope IN ('conversation', 'person', 'dialog') GROUP BY scope)",
            $"{count} INSERT INTO claim (turn_id, status, response, at) SELECT 'turn-' || i || '-' || k, 202, NULL, at FROM n, (SELECT at FROM claim "
                + "LIMIT 1), (SELECT 1 AS k UNION SELECT 2 UNION SELECT 3)",
            $"{count} INSERT INTO delivery (key, conversation, activity_id, status, why, reference, at) SELECT 'msg:' || i || '-' || k, 'c' || i, 'a' "
                + "|| i, 200, NULL, reference, at FROM n, (SELECT * FROM delivery WHERE reference IS NOT NULL LIMIT 1), (SELECT 1 AS k UNION SELECT 2 "
                + "UNION SELECT 3)",
            $"UPDATE due_work SET due_at = due_at + {year} WHERE kind = 0",
            $"UPDATE cases SET due_at = due_at + {year}",
            $"{countCases} INSERT INTO cases SELECT 'copy-' || i, version, tenant, reference, status, is_open, urgency, opened_at + i, due_at, "
                + "requester || i, conversation || i, place, at, body FROM n, (SELECT * FROM cases LIMIT 1)",
            $"{countCases} INSERT INTO record (name, length, head, sealed) SELECT 'copy-' || i, length, head, length FROM n, (SELECT * FROM record LIMIT 1)",
            $"{countCases} INSERT INTO case_event (reference, number, at, event, hash) SELECT 'copy-' || i, number, at, event, hash FROM n, "
                + "case_event WHERE reference NOT LIKE 'copy-%'",
            $"{countCases} INSERT INTO due_work (kind, conversation, key, activity, due_at, not_before, at) SELECT 0, 'c' || i, 'timer-' || i || '-' "
                + "|| k, activity, due_at, 0, at FROM n, (SELECT * FROM due_work WHERE kind = 0 LIMIT 1), (SELECT 1 AS k UNION SELECT 2 UNION SELECT "
                + "3 UNION SELECT 4 UNION SELECT 5)",
            "COMMIT",
        })
        {
#pragma warning disable CA2100 // Numbers of this program.
            using var command = new SqliteCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        // What the making left to be written is not charged to the program that starts.
        connection.Close();
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>The processor's time of a turn: whole triages, one after the other, after some that only warm up.</summary>
    private static async Task TurnsAsync(BotProcess bot, FakeChannel channel, string site)
    {
        const int warm = 40, measured = 80;
        var cpu = TimeSpan.Zero;
        for (var k = 0; k < warm + measured; k++)
        {
            cpu = k == warm ? bot.ProcessorTime : cpu;
            foreach (var (at, says) in Triages.TriageScript.Turns.Index())
            {
                await SayAsync(bot, channel, $"{site}-{k}-{at}", says, $"-{site}-{k}");
            }
        }

        Say(
            $"program: a turn of a triage, {site} site",
            $"{(bot.ProcessorTime - cpu).TotalMilliseconds / (measured * Triages.TriageScript.Turns.Count):N2} ms of the processor");
    }

    private static async Task StoreAsync(string path)
    {
        using var store = new SqliteTurnStore(Options.Create(new StorageOptions { Path = path }), new GrowthCommand());
        var now = TimeProvider.System.GetUtcNow();
        await TimeAsync("store: open", () => store.OpenAsync(now));
        var tenant = await TenantAsync(store);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await TimeAsync("store: what is unsent", async () => await store.FindUnsentConversationsAsync(now, 1000));
            await TimeAsync("store: due timers", async () => await store.TakeDueTimersAsync(now, now, 100));
            await TimeAsync("store: check for /health/ready", () => store.CheckAsync());
            await TimeAsync("store: chain over all records", () => store.SealAsync(now));
            await TimeAsync("store: keys of open cases, for the auditor", async () => await store.FindOpenAsync("case"));
            await TimeAsync("store: a page of open cases", async () =>
                await store.FindStateAsync(new StateQuery("case") { Tenant = tenant, OpenOnly = true, Limit = 12 }));
            await TimeAsync("store: purge, nothing old", async () => await store.PurgeAsync(new PurgeLimits(
                now.AddDays(-7), now.AddDays(-30), new Dictionary<string, DateTimeOffset> { ["dialog"] = now.AddDays(-7) })));
        }

        await store.CloseAsync(clean: true);
    }

    private static async Task<string> TenantAsync(SqliteTurnStore store) =>
        (await store.FindStateAsync(new StateQuery("case") { OpenOnly = true, Order = StateOrder.DueFirst, Limit = 1 })).Count > 0 ? Tenant : "";

    private const string Tenant = "00000000-0000-4000-8000-00000000000a";

    private static async Task SayAsync(BotProcess bot, FakeChannel channel, string id, string text, string who = "")
    {
        var before = channel.Arrivals.Count;
        var message = Testing.Say.Message(id, text, channel.ServiceUrl) with
        {
            ChannelId = "msteams",
            Timestamp = TimeProvider.System.GetUtcNow(),
            Conversation = new ConversationAccount { Id = "chat-nurse" + who, ConversationType = "personal", TenantId = Tenant },
            From = new ChannelAccount { Id = "29:nurse" + who, Name = "Nurse", AadObjectId = "aad-nurse" + who },
        };
        await bot.PostAsync(message);
        await channel.WaitForAsync(arrivals => arrivals.Count > before, TimeSpan.FromMinutes(1));
    }

    private static async Task TimeAsync(string what, Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        Say(what, $"{clock.Elapsed.TotalMilliseconds:N1} ms");
    }

    private static void Say(string what, string figure) => Console.WriteLine($"{what,-44} {figure}");

    private static int Number(string[] arguments, int at, int otherwise) =>
        arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;
}
