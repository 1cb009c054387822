using System.Diagnostics;
using System.Globalization;

namespace ClinicalBot.Turns;

/// <summary>Kills this process, as hard as the system can, when a point is reached for the n-th time. For fault tests only.</summary>
public sealed class ProcessKillPoints : IKillPoints
{
    private readonly KillPoint _point;
    private int _left;

    private ProcessKillPoints(KillPoint point, int left) => (_point, _left) = (point, left);

    /// <summary>Reads "point:n", e.g. "midFlush:2": dies at the second time. Throws <see cref="FormatException"/> for anything else.</summary>
    public static ProcessKillPoints Parse(string killAt)
    {
        ArgumentNullException.ThrowIfNull(killAt);
        var parts = killAt.Split(':');
        if (parts.Length == 2 && Enum.TryParse<KillPoint>(parts[0], ignoreCase: true, out var point)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return new ProcessKillPoints(point, count);
        }

        throw new FormatException($"Faults:KillAt is \"point:n\" with a point of {string.Join(", ", Enum.GetNames<KillPoint>())}.");
    }

    /// <inheritdoc/>
    public void Reach(KillPoint point)
    {
        if (point == _point && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            // The signal may take a moment; nothing may happen in it.
            Thread.Sleep(Timeout.InfiniteTimeSpan);
        }
    }
}
