namespace ClinicalBot.Storage;

/// <summary>They are taken in blocks, and only the end of a block is written down. Used by the writer's thread only.</summary>
internal sealed class SqliteVersions(long last) : Versions
{
    private const int Block = 1 << 20;
    private const string Setting = "versions";

    private long _last = last;
    private long _end = last;

    /// <summary>Goes on behind everything an earlier process may have given.</summary>
    public static async Task<SqliteVersions> LoadAsync(Database database) => new(await Settings.GetAsync(database, Setting));

    /// <inheritdoc/>
    public override async ValueTask<long> TakeAsync(Database database, int count)
    {
        var first = _last + 1;
        _last += count;
        if (_last > _end)
        {
            _end = _last + Block;
            await Settings.SetAsync(database, Setting, _end);
        }

        return first;
    }
}
