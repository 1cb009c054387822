using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>Records that are only ever added to.</summary>
public abstract class RecordContract : TurnStoreContract
{
    private static RecordEntry Line(int number, string body = "x", string record = "K7-4FX") => new(record, number, Work.T0, Work.Bytes(body), $"h{number}");

    private static TurnCommit Commit(params RecordEntry[] entries) => Work.Commit() with { Records = entries };

    [Fact]
    public async Task Lines_come_back_in_order_also_after_a_crash()
    {
        await Store.CommitAsync(Work.Claim("1"), Commit(Line(1, "first"), Line(2, "second")));
        await Store.CommitAsync(Work.Claim("2"), Commit(Line(1, "other", "C3-399")));
        await RestartAfterCrashAsync();

        var lines = await Store.ReadRecordAsync("K7-4FX");
        Assert.Equal([(1, "h1"), (2, "h2")], lines.Select(line => (line.Number, line.Hash)));
        Assert.Equal(Work.Bytes("second"), lines[1].Body);
        Assert.Equal(Work.T0, lines[1].At);
        Assert.Equal(["C3-399", "K7-4FX"], await Store.FindRecordsAsync("", 10));
        Assert.Empty(await Store.ReadRecordAsync("none"));
    }

    [Fact]
    public async Task Chain_over_all_records_grows_with_them_and_only_then()
    {
        await Store.CommitAsync(Work.Claim("1"), Commit(Line(1), Line(2)));
        await Store.SealAsync(Work.T0);
        await Store.SealAsync(Work.T0);
        await Store.CommitAsync(Work.Claim("2"), Commit(Line(3)));
        await Store.CommitAsync(Work.Claim("3"), Commit(Line(1, record: "C3-399")));
        await RestartAfterCrashAsync();
        await Store.SealAsync(Work.T0.AddHours(1));

        var lines = await CheckpointsAsync();
        Assert.Equal([(1, "K7-4FX", 2, "h2"), (2, "C3-399", 1, "h1"), (3, "K7-4FX", 3, "h3")],
            lines.Select(line => (line.Number, line.Record, line.Length, line.Head)));
        Assert.True(lines[0].Follows(null) && lines[1].Follows(lines[0]) && lines[2].Follows(lines[1]));
        Assert.False(lines[2].Follows(lines[0]));
    }

    [Fact]
    public async Task A_line_loses_its_content_and_keeps_its_number_and_hash()
    {
        await Store.CommitAsync(Work.Claim("1"), Commit(Line(1, "first"), Line(2, "second")));
        await Store.CommitAsync(Work.Claim("2"), Work.Commit() with { Redactions = [new RecordRedaction("K7-4FX", 1, [])] });
        await RestartAfterCrashAsync();

        var lines = await Store.ReadRecordAsync("K7-4FX");
        Assert.Equal([(1, "h1", 0), (2, "h2", Work.Bytes("second").Length)], lines.Select(line => (line.Number, line.Hash, line.Body.Length)));
        Assert.Equal(Work.T0, lines[0].At);
    }

    /// <summary>The chain as it stands.</summary>
    protected abstract Task<IReadOnlyList<Checkpoint>> CheckpointsAsync();

    [Fact]
    public async Task A_number_that_is_taken_is_a_conflict_and_nothing_of_the_turn_is_kept()
    {
        await Store.CommitAsync(Work.Claim("1"), Commit(Line(1)));
        var commit = Commit(Line(1, "again")) with { Writes = [new StateWrite(Work.Key, Work.Bytes("lost"))] };
        Assert.IsType<CommitResult.Conflict>(await Store.CommitAsync(Work.Claim("2"), commit));
        Assert.Equal(Work.Bytes("x"), Assert.Single(await Store.ReadRecordAsync("K7-4FX")).Body);
        Assert.Null((await Store.ReadStateAsync(Work.Key)).Body);
    }
}
