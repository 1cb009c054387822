using ClinicalBot.Turns;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace ClinicalBot.Storage;

/// <summary>Brings a database up to date with the scripts in this assembly, all that it lacks in one transaction, each once.</summary>
internal static class Migrations
{
    /// <param name="database">Which.</param>
    /// <param name="dialect">Folder of its scripts.</param>
    public static void Run(UpgradeEngineBuilder database, string dialect)
    {
        var upgrade = database
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains($".{dialect}.Scripts.", StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithTransaction()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        if (upgrade.GetExecutedScripts().Except(upgrade.GetDiscoveredScripts().Select(script => script.Name), StringComparer.Ordinal).Any())
        {
            throw new TurnStoreException(
                "The database was brought up to date by a newer version of the program, which this one cannot read. "
                + "Start that version, restore the backup made before the upgrade, or name another database with Storage:Path or Storage:ConnectionString.");
        }

        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw new TurnStoreException(
                $"The database cannot be brought up to date by {result.ErrorScript?.Name}: {result.Error?.Message} "
                + "Mend that and start again: nothing was changed.",
                result.Error!);
        }
    }
}
