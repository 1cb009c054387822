namespace ClinicalBot.Turns;

/// <summary>Pauses between attempts: 1 s, 2 s, 4 s ... up to a limit, spread by a quarter each way so that many do not return at once.</summary>
internal static class Backoff
{
    /// <param name="attempts">Attempts that failed before this one.</param>
    /// <param name="seed">Spreads: the same seed always gives the same pause, so no randomness is needed.</param>
    /// <param name="longest">Limit before spreading.</param>
    public static TimeSpan After(int attempts, long seed, TimeSpan longest)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 30)), longest.TotalSeconds);
        var hash = unchecked((ulong)(seed + attempts) * 0x9E3779B97F4A7C15UL) >> 40;
        var spread = 0.75 + (hash / (double)(1 << 24) / 2);
        return TimeSpan.FromSeconds(seconds * spread);
    }
}
