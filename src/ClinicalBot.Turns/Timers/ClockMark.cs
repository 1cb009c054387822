using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Turns;

/// <summary>What a process leaves for the next about its clocks.</summary>
/// <param name="At">The steady clock, at the moment of <paramref name="Timestamp"/>.</param>
/// <param name="Timestamp">The monotonic clock, in units of 100 ns.</param>
/// <param name="Boot">The start of the machine that the monotonic clock counts from; 0 when not known.</param>
/// <param name="Correction">By how much the times of what was due have been moved, all corrections together.</param>
/// <param name="Latest">The latest moment anything was written; null when nothing was.</param>
public sealed record ClockMark(DateTimeOffset At, long Timestamp, long Boot, TimeSpan Correction, DateTimeOffset? Latest)
{
    /// <summary>The start of this machine; 0 when the system does not tell.</summary>
    internal static long ThisBoot()
    {
        try
        {
            return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText("/proc/sys/kernel/random/boot_id"))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

/// <summary>Is told when the system clock jumped.</summary>
public interface IClockAlarm
{
    /// <summary>The system clock no longer agrees with the time that passed.</summary>
    /// <param name="ahead">How far it is ahead; negative when it is behind.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RaiseAsync(TimeSpan ahead, CancellationToken cancellationToken = default);

    /// <summary>The clock was corrected, and every timer moved along: what keeps times of its own has to look at them again.</summary>
    Task FollowedAsync(CancellationToken cancellationToken = default);
}
