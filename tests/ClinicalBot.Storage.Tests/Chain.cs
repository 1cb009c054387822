using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>The chain over all records, read beside the store.</summary>
internal static class Chain
{
    public static async Task<IReadOnlyList<Checkpoint>> ReadAsync(StorageOptions storage)
    {
        await using var records = await StoredRecords.OpenAsync(storage);
        var lines = new List<Checkpoint>();
        await foreach (var (line, _) in records.CheckpointsAsync())
        {
            lines.Add(line);
        }

        return lines;
    }
}
