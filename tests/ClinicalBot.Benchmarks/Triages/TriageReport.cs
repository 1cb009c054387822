using System.Globalization;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>Prints a table for one number of conversations.</summary>
internal static class TriageReport
{
    public const string Program = "ClinicalBot";
    public const string Before = "before";
    public const string Floor = "floor";
    public const string DurableFloor = "durable";
    public const string Peer = "peer";
    public const string SdkPeer = "sdk";

    /// <summary>What one turn of the program may allocate.</summary>
    public const double BudgetKilobytes = 160;

    /// <returns>False when anything went wrong or the budget is exceeded.</returns>
    public static bool Print(int conversations, IReadOnlyList<(string Name, Measure Measure, long PeakMemory)> rows, TextWriter output)
    {
        var program = rows.Single(row => row.Name == Program).Measure;
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {conversations} conversations | turns/s | p50 ms | p95 ms | p99 ms | errors | CPU ms/turn | "
            + $"KB allocated/turn | peak MB | CPU of {Program} to this |"));
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, measure, peak) in rows)
        {
            var allocated = measure.Allocated is { } bytes ? (bytes / 1024.0 / measure.Turns).ToString("N1", CultureInfo.InvariantCulture) : "-";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {measure.TurnsPerSecond:N0} | {measure.Percentile(50):N1} | {measure.Percentile(95):N1} | {measure.Percentile(99):N1} "
                + $"| {measure.Errors.Values.Sum()} | {measure.CpuPerTurn:N3} | {allocated} | {peak / 1024 / 1024} | "
                + $"{program.CpuPerTurn / measure.CpuPerTurn:N2} |"));
        }

        foreach (var (name, measure, _) in rows)
        {
            foreach (var (what, times) in measure.Errors)
            {
                output.WriteLine(FormattableString.Invariant($"{name}: {times} times: {what}"));
            }
        }

        var exceeded = program.Allocated / 1024.0 / program.Turns > BudgetKilobytes;
        if (exceeded)
        {
            output.WriteLine(FormattableString.Invariant($"{Program} allocates more than {BudgetKilobytes} KB a turn."));
        }

        return !exceeded && rows.All(row => row.Measure.Errors.Count == 0);
    }
}
