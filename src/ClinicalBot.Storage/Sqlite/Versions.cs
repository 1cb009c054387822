namespace ClinicalBot.Storage;

/// <summary>
/// Gives documents versions that are never used twice, whatever dies: they are taken in blocks, and only the end of a block is written
/// down. Used by the writer's thread only.
/// </summary>
internal sealed class Versions(long last)
{
    private const int Block = 1 << 20;
    private const string Setting = "versions";

    private long _last = last;
    private long _end = last;

    /// <summary>Goes on behind everything an earlier process may have given.</summary>
    public static Versions Load(Database database) => new(Settings.Get(database, Setting));

    /// <summary>The next one. Kept with the transaction under way.</summary>
    public long Next(Database database)
    {
        if (_last == _end)
        {
            _end += Block;
            Settings.Set(database, Setting, _end);
        }

        return ++_last;
    }
}
