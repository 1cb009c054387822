using ClinicalBot.Conversations.Retention;
using ClinicalBot.Records.Audit;
using ClinicalBot.Records.DataHeld;
using ClinicalBot.Storage;

namespace ClinicalBot.Stories.Escalation;

/// <summary>What is kept goes again, by setting and by command, and the record still verifies.</summary>
public sealed class ErasureStories
{
    [Fact]
    public async Task A_case_is_erased_once_the_site_no_longer_keeps_it()
    {
        await using var night = await Night.FallsAsync(null, ("Retention:CasesAfter", "30.00:00:00"));
        var closed = await ClosedCaseAsync(night);
        var retention = night.Ward.Get<CaseRetention>();
        Assert.Equal(0, await retention.RunOnceAsync(TestContext.Current.CancellationToken));
        night.Ward.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await retention.RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await retention.RunOnceAsync(TestContext.Current.CancellationToken));

        var (code, said) = await VerifyAsync(night);
        Assert.Equal(0, code);
        Assert.Contains($"by retention: case {closed}", said, StringComparison.Ordinal);
        // Dialogs have a time of their own, Turns:KeepState.
        await using var records = await StoredRecords.OpenAsync(new StorageOptions { Path = night.Ward.Database });
        Assert.DoesNotContain(await records.FindDocumentsAsync(closed), row => row.Key.Scope == "case");
        Assert.Empty(await records.FindLinesAsync("redFlags"));
    }

    [Fact]
    public async Task Without_the_setting_every_case_is_kept()
    {
        await using var night = await Night.FallsAsync();
        await ClosedCaseAsync(night);
        night.Ward.Clock.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(0, await night.Ward.Get<CaseRetention>().RunOnceAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_open_case_is_not_erased_and_a_closed_one_is_while_the_bot_runs()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var reference = night.Reference;
        Assert.Equal((1, $"Case {reference} is open: people may still be called. Close it in chat (close {reference}), then run this again."),
            await RunAsync(night, "erase", "case", reference, "--yes"));
        await CloseAsync(night);
        Assert.Equal(1, (await RunAsync(night, "erase", "case", reference)).Code);

        var (code, json) = await RunAsync(night, "export", "case", reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        Assert.Equal(0, code);
        Assert.Contains("\"redFlags\"", json, StringComparison.Ordinal);
        Assert.Contains("\"event\": \"opened\"", json, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(night, "erase", "case", reference, "--yes")).Code);
        Assert.Equal((1, $"Case {reference} was erased before. Nothing was changed."), await RunAsync(night, "erase", "case", reference, "--yes"));
        await NothingIsLeftAsync(night, "redFlags");
        (await night.Nurse.Says($"case {reference}")).ShouldSay("no case");
        Assert.Equal(0, (await VerifyAsync(night)).Code);
    }

    [Fact]
    public async Task Content_that_is_taken_away_without_a_line_about_it_is_a_change()
    {
        await using var night = await Night.FallsAsync();
        var reference = await ClosedCaseAsync(night);
        await Sql.ExecuteAsync(night.Ward.Database, "UPDATE case_event SET event = x'' WHERE number = 2");
        var (code, said) = await VerifyAsync(night);
        Assert.Equal(2, code);
        Assert.Contains($"Case {reference}: event 2 is not what was written.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_taken_out_of_what_is_over_and_the_record_still_verifies()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        Assert.Contains("open cases", (await RunAsync(night, "erase", "person", "aad-nurse", "--yes")).Said, StringComparison.Ordinal);
        Assert.Contains("contacts file", (await RunAsync(night, "erase", "person", "aad-drew", "--yes")).Said, StringComparison.Ordinal);
        await CloseAsync(night);
        var (exported, json) = await RunAsync(night, "export", "person", "aad-drew");
        Assert.Equal(0, exported);
        Assert.Contains("555-0110", json, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(night, "erase", "person", "aad-nurse", "--yes")).Code);
        await NothingIsLeftAsync(night, "aad-nurse");
        await NothingIsLeftAsync(night, "29:nurse");
        var (code, said) = await VerifyAsync(night);
        Assert.Equal(0, code);
        Assert.Contains("person erased-", said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(night, "erase", "person", "aad-nurse", "--yes")).Code);
    }

    private static async Task<string> ClosedCaseAsync(Night night)
    {
        await night.EmergencyAsync();
        var reference = night.Reference;
        await CloseAsync(night);
        return reference;
    }

    private static async Task CloseAsync(Night night)
    {
        var ask = await night.Drew.Taps(night.Drew.Latest, "Close case");
        await night.Drew.TapsInPlace(ask, "Resolved");
        await night.Ward.SettleAsync();
    }

    /// <summary>Documents and lines that have the word: the administration's own are not looked at, they name cases and accounts.</summary>
    private static async Task NothingIsLeftAsync(Night night, string word)
    {
        await using var records = await StoredRecords.OpenAsync(new StorageOptions { Path = night.Ward.Database });
        Assert.Empty(await records.FindDocumentsAsync(word));
        Assert.Empty(await records.FindLinesAsync(word));
        Assert.Empty(await records.FindUnsentAsync(word));
    }

    private static async Task<(int Code, string Said)> VerifyAsync(Night night)
    {
        await using var output = new StringWriter();
        return (await AuditCommand.RunAsync(["verify"], new StorageOptions { Path = night.Ward.Database }, output), output.ToString());
    }

    private static async Task<(int Code, string Said)> RunAsync(Night night, string verb, params string[] words)
    {
        using var nobody = new StringReader("");
        await using var output = new StringWriter();
        var storage = new StorageOptions { Path = night.Ward.Database };
        var code = await new DataCommand(storage, night.ContactsFile, nobody, output, output, night.Ward.Clock).RunAsync(verb, words);
        return (code, output.ToString().Trim());
    }
}
