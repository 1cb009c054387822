using ClinicalBot.BotFramework;
using ClinicalBot.Records.Audit;
using ClinicalBot.Storage;
using ClinicalBot.Stories.Escalation;
using ClinicalBot.Turns;

namespace ClinicalBot.Stories.Upgrade;

/// <summary>
/// The program is replaced by a newer one at night, with cases open. written-by-4813b00.sql is the database of a version that kept its
/// cases as documents and listed the open ones in another; make-database.py made it.
/// </summary>
public sealed class UpgradeStories
{
    [Fact]
    public async Task Cases_of_an_earlier_version_go_on()
    {
        var folder = Directory.CreateTempSubdirectory("clinicalbot-upgrade-");
        var database = Path.Combine(folder.FullName, "old.db");
        await Sql.ExecuteAsync(database, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Upgrade", "written-by-4813b00.sql"),
            TestContext.Current.CancellationToken));
        await using (var ward = await Ward.OpenAsync(("Storage:Path", database), ("Escalation:Channel", Night.ChannelId)))
        {
            var nurse = ward.Person("nurse");
            (await nurse.Says("cases")).ShouldSay("YF-HMJ · Emergency").ShouldSay("CX-MKK · Expected");
            (await nurse.Says("case YF-HMJ")).ShouldSay("20:33 opened by nurse").ShouldSay("Nobody has answered yet");

            // Its calls go on: what is due next is the emergency's.
            var due = await ward.Get<ITurnStore>().FindStateAsync(new StateQuery("case") { Order = StateOrder.DueFirst, Limit = 1 },
                TestContext.Current.CancellationToken);
            Assert.Equal($"{Ward.Tenant}/YF-HMJ", Assert.Single(due).Key.Id);
        }

        var output = new StringWriter();
        Assert.Equal(0, await AuditCommand.RunAsync(["verify"], new StorageOptions { Path = database }, output));
        Assert.Contains("2 case(s)", output.ToString(), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
