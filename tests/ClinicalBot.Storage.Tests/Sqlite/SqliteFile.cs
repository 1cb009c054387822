using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Storage.Tests;

/// <summary>A real SQLite file for one test.</summary>
internal sealed class SqliteFile : IKillPoints, IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => _folder.File("data/bot.db");

    /// <summary>When set, every flush fails.</summary>
    public bool Broken { get; set; }

    public ITurnStore Create() => new SqliteTurnStore(Options.Create(new StorageOptions { Path = Path }), this);

    /// <summary>Lets go of the file without the mark of a clean stop. Process kills have tests of their own.</summary>
    public static void Crash(ITurnStore store) => ((IDisposable)store).Dispose();

    public void Dispose() => _folder.Dispose();

    void IKillPoints.Reach(KillPoint point)
    {
        if (Broken && point == KillPoint.MidFlush)
        {
            throw new IOException("No space left on device");
        }
    }
}
