namespace ClinicalBot.Storage;

/// <summary>Gives documents versions that are never used twice, whatever dies.</summary>
internal abstract class Versions
{
    /// <summary>Takes so many that follow one another.</summary>
    /// <returns>The first of them.</returns>
    public abstract ValueTask<long> TakeAsync(Database database, int count);
}
