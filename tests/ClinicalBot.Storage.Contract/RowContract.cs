using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>Documents that are rows: found by what they say, and shared by nobody but those who share the row.</summary>
public abstract class RowContract : TurnStoreContract
{
    private static readonly StateQuery OpenOfTenant = new("case") { Tenant = "t", OpenOnly = true };

    [Fact]
    public async Task Of_the_most_urgent_the_one_that_has_waited_longest_comes_first()
    {
        await WriteAsync(
            Work.Row("late", Work.Columns("late", urgency: 3, openedAfter: 9)),
            Work.Row("calm", Work.Columns("calm", urgency: 1)),
            Work.Row("early", Work.Columns("early", urgency: 3, openedAfter: 2)),
            Work.Row("closed", Work.Columns("closed", urgency: 3) with { IsOpen = false }),
            Work.Row("others", Work.Columns("others", urgency: 3, tenant: "u")));
        await RestartAfterCrashAsync();

        Assert.Equal(["early", "late", "calm"], await FoundAsync(OpenOfTenant));
        Assert.Equal(["late"], await FoundAsync(OpenOfTenant with { Skip = 1, Limit = 1 }));
        Assert.Equal(["early", "late", "calm", "others"], (await Store.FindOpenAsync("case")).Keys.Select(IdOf)
            .OrderBy(id => "early late calm others".IndexOf(id, StringComparison.Ordinal)));
        await using var session = await Store.OpenAsync(Work.Claim("look"));
        Assert.Equal(3, await session.CountAsync(OpenOfTenant with { Limit = 1 }));
    }

    [Fact]
    public async Task What_is_over_is_found_by_its_age()
    {
        await WriteAsync(Work.Row("open"), Work.Row("over", Work.Columns("over") with { IsOpen = false }));
        Assert.Empty(await FoundAsync(new StateQuery("case") { OverBefore = Work.T0 }));
        Assert.Equal(["over"], await FoundAsync(new StateQuery("case") { OverBefore = Work.T0.AddDays(1) }));
    }

    [Fact]
    public async Task Found_by_conversation_by_requester_and_by_what_is_due()
    {
        await WriteAsync(
            Work.Row("here", Work.Columns("here", conversation: "ward", openedAfter: 1) with { DueAt = Work.T0.AddHours(2) }),
            Work.Row("there", Work.Columns("there") with { Requester = "resident", DueAt = Work.T0.AddHours(1) }),
            Work.Row("newer", Work.Columns("newer", conversation: "ward", openedAfter: 5)));

        Assert.Equal(["newer", "here"], await FoundAsync(OpenOfTenant with { Conversation = "ward", Order = StateOrder.Newest }));
        Assert.Equal(["there"], await FoundAsync(OpenOfTenant with { Requester = "resident" }));
        Assert.Equal(["there", "here"], await FoundAsync(new StateQuery("case") { Order = StateOrder.DueFirst }));
    }

    [Fact]
    public async Task Row_is_read_changed_and_checked_like_any_document()
    {
        await WriteAsync(Work.Row("k"));
        var key = new StateKey(null, "case", "k");
        await using var slow = await Store.OpenAsync(Work.Claim("slow", "b"));
        var seen = await slow.ReadAsync(key);
        Assert.Equal(Work.Bytes("k"), seen.Body);
        Assert.Equal(seen.Version, Assert.Single(await slow.FindAsync(OpenOfTenant)).State.Version);
        await WriteAsync(new StateWrite(key, Work.Bytes("closed"), Work.Columns("k") with { IsOpen = false }));

        Assert.IsType<CommitResult.Conflict>(await slow.CommitAsync(Work.Commit() with { Reads = [new StateRead(key, seen.Version)],
            Writes = [Work.Row("k")] }));
        Assert.Empty(await FoundAsync(OpenOfTenant));
        Assert.Equal(Work.Bytes("closed"), (await Store.ReadStateAsync(key)).Body);
    }

    [Fact]
    public async Task Rows_of_others_are_no_conflict()
    {
        await using var first = await Store.OpenAsync(Work.Claim("1", "a"));
        await using var second = await Store.OpenAsync(Work.Claim("2", "b"));
        foreach (var (session, id) in new[] { (first, "x"), (second, "y") })
        {
            var free = await session.ReadAsync(new StateKey(null, "case", id));
            Assert.IsType<CommitResult.Committed>(
                await session.CommitAsync(Work.Commit() with { Reads = [new StateRead(new StateKey(null, "case", id), free.Version)],
                    Writes = [Work.Row(id)] }));
        }

        Assert.Equal(["x", "y"], await FoundAsync(OpenOfTenant));
    }

    private int _writes;

    private async Task WriteAsync(params StateWrite[] writes) =>
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(Work.Claim($"write {_writes++}"), Work.Commit() with { Writes = writes }));

    private async Task<IEnumerable<string>> FoundAsync(StateQuery query) => (await Store.FindStateAsync(query)).Select(row => IdOf(row.Key));

    /// <summary>Without the tenant, which these keys do not have.</summary>
    private static string IdOf(StateKey key) => key.Id[(StateKey.NoTenant.Length + 1)..];
}
