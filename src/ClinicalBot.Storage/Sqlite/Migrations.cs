using DbUp;
using DbUp.Engine.Output;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Brings the database up to date with the scripts in this assembly, each in its own transaction, each once.</summary>
internal static class Migrations
{
    public static void Run(string connectionString)
    {
        var result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains(".Sqlite.Scripts.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new TurnStoreException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        }
    }
}
