using DbUp;
using DbUp.Engine.Output;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Brings the database up to date with the scripts in this assembly, each in its own transaction, each once.</summary>
internal static class Migrations
{
    public static void Run(string connectionString)
    {
        var upgrade = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains(".Sqlite.Scripts.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        if (upgrade.GetExecutedScripts().Except(upgrade.GetDiscoveredScripts().Select(script => script.Name), StringComparer.Ordinal).Any())
        {
            throw new TurnStoreException(
                "The database was brought up to date by a newer version of the program, which this one cannot read. "
                + "Start that version, restore the backup made before the upgrade, or name another file with Storage:Path.");
        }

        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new TurnStoreException(
                $"The database cannot be brought up to date by {result.ErrorScript?.Name}: {result.Error?.Message} "
                + "Mend that and start again: nothing of the script was kept.",
                result.Error!);
        }
    }
}
