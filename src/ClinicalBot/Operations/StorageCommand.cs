using ClinicalBot.Conversations.Cases;
using ClinicalBot.Hosting;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Operations;

/// <summary><c>storage copy --to CONNECTION</c> moves a stopped site from its SQLite file to an empty PostgreSQL database.</summary>
internal static class StorageCommand
{
    private const string To = "--to";

    /// <summary>Runs the command.</summary>
    /// <param name="words">What follows "storage" on the command line.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <returns>Exit code: 0 all is there, 1 not understood or not done.</returns>
    public static async Task<int> RunAsync(string[] words, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (words is not ["copy", To, var connection, .. var rest])
        {
            await output.WriteLineAsync("Usage: storage copy --to <connection string of an empty PostgreSQL database> [--Storage:Path=<file>]");
            return 1;
        }

        try
        {
            var storage = ProgramBuilder.Create(rest.SkipWhile(word => !word.StartsWith('-'))).Storage();
            await new StorageCopy(new StorageOptions { Path = storage.Path }, CaseFile.ReadColumns)
                .RunAsync(connection, output, TimeProvider.System.GetUtcNow());
            await output.WriteLineAsync("Everything arrived as it was. Set Storage:ConnectionString, start the bot, and keep the file until a backup "
                + "of the new database was made.");
            return 0;
        }
        catch (TurnStoreException failure)
        {
            await output.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
