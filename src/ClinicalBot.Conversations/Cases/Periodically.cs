namespace ClinicalBot.Conversations.Cases;

/// <summary>Work that a background service does again and again.</summary>
internal static class Periodically
{
    /// <summary>Does it until the host stops. One run that fails does not end the later ones.</summary>
    /// <param name="period">Between two runs, and before the first.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="work">One run.</param>
    /// <param name="failed">Told why a run failed.</param>
    /// <param name="stoppingToken">The host stops.</param>
    public static async Task DoAsync(
        TimeSpan period, TimeProvider time, Func<CancellationToken, Task> work, Action<Exception> failed, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await work(stoppingToken);
            }
#pragma warning disable CA1031 // What fails once must not end all that comes later.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failed(e);
            }
        }
    }
}
