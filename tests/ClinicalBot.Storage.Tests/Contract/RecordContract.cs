using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

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
    public async Task A_number_that_is_taken_is_a_conflict_and_nothing_of_the_turn_is_kept()
    {
        await Store.CommitAsync(Work.Claim("1"), Commit(Line(1)));
        var commit = Commit(Line(1, "again")) with { Writes = [new StateWrite(Work.Key, Work.Bytes("lost"))] };
        Assert.IsType<CommitResult.Conflict>(await Store.CommitAsync(Work.Claim("2"), commit));
        Assert.Equal(Work.Bytes("x"), Assert.Single(await Store.ReadRecordAsync("K7-4FX")).Body);
        Assert.Null((await Store.ReadStateAsync(Work.Key)).Body);
    }
}
