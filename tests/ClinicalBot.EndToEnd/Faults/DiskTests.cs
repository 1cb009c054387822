using System.Net;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// A disk that is full, and a file that another program holds, in the middle of a triage: nothing is half done, the bot says so, and goes on by
/// itself. On a small disk of its own, which needs Linux and the right to mount (unshare): a long run, not part of ./test.
/// </summary>
[Trait("kind", "measurement")]
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_loses_nothing_and_doubles_nothing()
    {
        await using var run = await Run.StartAsync(onDiskOfItsOwn: true);
        for (var line = 0; line < TriageRun.Uneventful.Count; line++)
        {
            run.FillDisk();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await run.SayAsync(line));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await run.SayAsync(line));
            run.FreeDisk();
            Assert.Equal(HttpStatusCode.Accepted, await run.SayAsync(line));
            await run.AnsweredAsync(line + 1);
        }

        run.HasEndedWell();
    }

    [Fact]
    public async Task A_locked_file_loses_nothing_and_doubles_nothing()
    {
        await using var run = await Run.StartAsync(onDiskOfItsOwn: false);
        for (var line = 0; line < TriageRun.Uneventful.Count; line++)
        {
            await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = run.Database, Pooling = false }.ToString()))
            {
                await other.OpenAsync(TestContext.Current.CancellationToken);
                await using var hold = other.CreateCommand();
                hold.CommandText = "BEGIN IMMEDIATE";
                await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await run.SayAsync(line));
            }

            Assert.Equal(HttpStatusCode.Accepted, await run.SayAsync(line));
            await run.AnsweredAsync(line + 1);
        }

        run.HasEndedWell();
    }

    /// <summary>The program, perhaps on a disk of 6 MB that only it sees, and that is reached from outside by way of its process.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-disk-").FullName;
        private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
        private readonly FakeChannel _channel;
        private readonly BotProcess _bot;
        private readonly bool _hasDiskOfItsOwn;

        private Run(FakeChannel channel, bool onDiskOfItsOwn)
        {
            (_channel, _hasDiskOfItsOwn) = (channel, onDiskOfItsOwn);
            _bot = !onDiskOfItsOwn ? new BotProcess(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll")) : BotProcess.Of(
                "unshare", "--mount", "sh", "-c", $"mount -t tmpfs -o size=6m tmpfs {_folder} && exec dotnet \"$@\"", "sh",
                    Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
        }

        public string Database => Path.Combine(_folder, "bot.db");

        private string Filler => Inside("filler");

        private IReadOnlyList<Arrival> Replies => [.. _channel.Arrivals.Where(arrival => arrival.Method == "POST")];

        public static async Task<Run> StartAsync(bool onDiskOfItsOwn)
        {
            var run = new Run(await FakeChannel.StartAsync(), onDiskOfItsOwn);
            await run._bot.StartAsync(("environment", "Development"), ("Storage:Path", Path.Combine(run._folder, "bot.db")), ("Turns:Tick", "00:00:00.100"));
            return run;
        }

        public async Task<HttpStatusCode?> SayAsync(int line) =>
            await _bot.PostAsync(Say.Message($"m{line}", TriageRun.Uneventful[line], _channel.ServiceUrl) with { ChannelId = "msteams", Timestamp = _began });

        public async Task AnsweredAsync(int replies) => await _channel.WaitForAsync(_ => Replies.Count >= replies, TimeSpan.FromSeconds(60));

        public void FillDisk()
        {
            using var filler = new FileStream(Filler, FileMode.Append);
            try
            {
                while (true)
                {
                    filler.Write(new byte[4096]);
                    filler.Flush();
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void FreeDisk() => File.Delete(Filler);

        /// <summary>Every question once, then the decision, and one case.</summary>
        public void HasEndedWell()
        {
            Assert.Equal(TriageRun.Uneventful.Count, Replies.Count);
            Assert.Contains("Expected", Replies[^1].Activity.Summary, StringComparison.Ordinal);
            if (_hasDiskOfItsOwn)
            {
                // SQLite would follow the way inside to the file of the same name outside.
                File.Copy(Inside("bot.db"), Database);
                File.Copy(Inside("bot.db-wal"), Database + "-wal");
            }

            using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
            database.Open();
            using var count = database.CreateCommand();
            count.CommandText = "SELECT count(*) FROM cases";
            Assert.Equal(1L, count.ExecuteScalar());
        }

        public async ValueTask DisposeAsync()
        {
            await _bot.DisposeAsync();
            await _channel.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private string Inside(string file) => $"/proc/{_bot.ProcessId}/root{_folder}/{file}";
    }
}
