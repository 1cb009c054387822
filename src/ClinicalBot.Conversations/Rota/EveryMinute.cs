namespace ClinicalBot.Conversations.Rota;

/// <summary>Work that a background service does once a minute.</summary>
internal static class EveryMinute
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Does it until the host stops. One run that fails does not end the later ones.</summary>
    /// <param name="time">Makes the minutes.</param>
    /// <param name="work">One run.</param>
    /// <param name="failed">Told why a run failed.</param>
    /// <param name="stoppingToken">The host stops.</param>
    public static async Task DoAsync(TimeProvider time, Func<CancellationToken, Task> work, Action<Exception> failed, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
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
