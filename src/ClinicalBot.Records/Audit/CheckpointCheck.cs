using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Records.Audit;

/// <summary>Goes along the chain over all records: what a case was at a time must still be there.</summary>
internal static class CheckpointCheck
{
    /// <summary>Says what is missing.</summary>
    /// <param name="records">The database.</param>
    /// <param name="known">Cases that have a record.</param>
    /// <param name="kept">A line kept elsewhere, "number:hash", that must be in the chain; null for none.</param>
    /// <param name="output">Where the findings go.</param>
    /// <returns>The last line; null when there is none. And how many things are wrong.</returns>
    public static async Task<(Checkpoint? Last, int Wrong)> RunAsync(StoredRecords records, IReadOnlySet<string> known, string? kept, TextWriter output)
    {
        var (wrong, isKept, missing) = (0, false, new HashSet<string>(StringComparer.Ordinal));
        Checkpoint? last = null;
        await foreach (var (line, found) in records.CheckpointsAsync())
        {
            if (!line.Follows(last))
            {
                wrong++;
                await output.WriteLineAsync($"Checkpoint {line.Number} is not what was written, or one before it is missing.");
            }
            else if ((found != line.Head || !known.Contains(line.Record)) && missing.Add(line.Record))
            {
                wrong++;
                await output.WriteLineAsync($"Case {line.Record}: it had {line.Length} event(s) at {line.At:u}, and has not now.");
            }

            isKept |= kept == $"{line.Number}:{line.Hash}";
            last = line;
        }

        if (kept is not null && !isKept)
        {
            wrong++;
            await output.WriteLineAsync("The checkpoint kept elsewhere is not in the chain: what it covered was taken away or changed.");
        }

        return (last, wrong);
    }
}
