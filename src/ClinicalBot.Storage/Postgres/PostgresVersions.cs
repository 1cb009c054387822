namespace ClinicalBot.Storage;

/// <summary>Versions from a sequence of the database, which all nodes share.</summary>
internal sealed class PostgresVersions : Versions
{
    // The sequence's own increment.
    private const int Block = 100;

    /// <inheritdoc/>
    public override async ValueTask<long> TakeAsync(Database database, int count) => count <= Block
        ? await database.FirstAsync("SELECT nextval('state_version')", r => r.GetInt64(0))
        : throw new ArgumentOutOfRangeException(nameof(count), count, $"A turn writes at most {Block} documents.");
}
