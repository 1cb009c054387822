using System.Diagnostics;
using System.Globalization;
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
        await using var run = await Run.StartAsync(Disk.Small);
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
        await using var run = await Run.StartAsync(Disk.OfTheMachine);
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

    /// <summary>
    /// The kernel makes a file system that it finds damaged read-only in the middle of a triage. It stays so until it is checked and
    /// mounted again, with the bot stopped.
    /// </summary>
    [Fact]
    public async Task A_folder_that_becomes_read_only_loses_nothing_and_doubles_nothing()
    {
        await using var run = await Run.StartAsync(Disk.Failing);
        for (var line = 0; line < TriageRun.Uneventful.Count; line++)
        {
            run.FailDisk();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await run.SayAsync(line));
            await run.MendDiskAsync();
            Assert.Equal(HttpStatusCode.Accepted, await run.SayAsync(line));
            await run.AnsweredAsync(line + 1);
        }

        run.HasEndedWell();
    }

    /// <summary>Where the database lies.</summary>
    private enum Disk
    {
        OfTheMachine,

        /// <summary>6 MB in memory.</summary>
        Small,

        /// <summary>A file system in a file, which can be told that it is damaged.</summary>
        Failing,
    }

    /// <summary>The program, perhaps on a disk that only it sees, and that is reached from outside by way of its process.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-disk-").FullName;
        private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
        private readonly FakeChannel _channel;
        private readonly BotProcess _bot;
        private readonly Disk _disk;

        private Run(FakeChannel channel, Disk disk)
        {
            (_channel, _disk) = (channel, disk);
            var program = Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll");
            var mount = disk == Disk.Small ? $"mount -t tmpfs -o size=6m tmpfs {_folder}"
                : $"(test -e {Image} || (truncate -s 32M {Image} && mkfs.ext4 -q {Image})) && fsck.ext4 -p {Image}; "
                    + $"mount -o loop,errors=remount-ro {Image} {_folder}";
            _bot = disk == Disk.OfTheMachine ? new BotProcess(program)
                : BotProcess.Of("unshare", "--mount", "sh", "-c", $"{mount} && exec dotnet \"$@\"", "sh", program);
        }

        public string Database => Path.Combine(_folder, "bot.db");

        private string Image => _folder + ".img";

        private string Filler => Inside("filler");

        /// <summary>Without those sent once more because it was not on disk that they had been sent: they bear the mark of a repeat.</summary>
        private IReadOnlyList<Arrival> Replies => [.. _channel.Arrivals.Where(arrival => arrival.Method == "POST" && !arrival.IsMarkedRepeat)];

        public static async Task<Run> StartAsync(Disk disk)
        {
            var run = new Run(await FakeChannel.StartAsync(), disk);
            await run.StartAsync();
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

        public void FailDisk()
        {
            using var shell = Process.Start(
                "nsenter",
                ["--mount", "--target", _bot.ProcessId.ToString(CultureInfo.InvariantCulture), "sh", "-c",
                    $"echo 1 > /sys/fs/ext4/$(basename $(findmnt -no SOURCE {_folder}))/trigger_fs_error"]);
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }

        public async Task MendDiskAsync()
        {
            await _bot.KillAsync();
            await StartAsync();
        }

        /// <summary>Every question once, then the decision, and one case.</summary>
        public void HasEndedWell()
        {
            Assert.Equal(TriageRun.Uneventful.Count, Replies.Count);
            Assert.Contains("Expected", Replies[^1].Activity.Summary, StringComparison.Ordinal);
            if (_disk != Disk.OfTheMachine)
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
            File.Delete(Image);
        }

        private Task StartAsync() =>
            _bot.StartAsync(("environment", "Development"), ("Storage:Path", Path.Combine(_folder, "bot.db")), ("Turns:Tick", "00:00:00.100"));

        private string Inside(string file) => $"/proc/{_bot.ProcessId}/root{_folder}/{file}";
    }
}
