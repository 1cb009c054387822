using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class SqliteTurnStoreTests : IAsyncLifetime
{
    private readonly SqliteFile _file = new();
    private ITurnStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = _file.Create();
        await _store.OpenAsync(Work.T0);
    }

    public ValueTask DisposeAsync()
    {
        SqliteFile.Crash(_store);
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Second_process_is_told_which_file_and_what_to_do()
    {
        var second = await Assert.ThrowsAsync<TurnStoreException>(() => _file.Create().OpenAsync(Work.T0));
        Assert.Contains(_file.Path, second.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Path", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_flush_fails_its_whole_batch_and_writes_nothing()
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _store.OpenAsync(Work.Claim($"{i}"))));
        _file.Broken = true;
        var commits = sessions.Select((s, i) => s.CommitAsync(Work.Commit(Work.Message($"m{i}")))).ToList();
        foreach (var commit in commits)
        {
            await Assert.ThrowsAsync<TurnStoreException>(() => commit);
        }

        await Assert.ThrowsAsync<TurnStoreException>(() => _store.CheckAsync());
        Assert.Empty(await _store.TakeUnsentAsync("a", 100));

        _file.Broken = false;
        Assert.IsType<CommitResult.Committed>(await _store.CommitAsync(Work.Claim("0"), Work.Commit(Work.Message("m"))));
    }

    [Fact]
    public async Task A_file_that_others_could_read_is_narrowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
#pragma warning disable CA1416 // Skipped on Windows above.
        await _store.CloseAsync(clean: true);
        File.SetUnixFileMode(_file.Path, (UnixFileMode)0x1B6);
        await _store.OpenAsync(Work.T0, TestContext.Current.CancellationToken);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file.Path));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task While_another_process_holds_the_database_a_turn_fails_and_does_not_wait_for_long()
    {
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_file.Path};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<TurnStoreException>(() =>
            _store.CommitAsync(Work.Claim("1"), Work.Commit(Work.Message("m"))).WaitAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public void Only_the_owner_can_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
        var folder = Path.GetDirectoryName(_file.Path)!;
        const UnixFileMode others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var path in Directory.GetFiles(folder).Append(folder))
        {
#pragma warning disable CA1416 // Skipped on Windows above.
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & others);
#pragma warning restore CA1416
        }
    }
}
