using ClinicalBot.Hosting;
using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Paging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Operations;

/// <summary>"watch": a second small process that watches the bot.</summary>
internal static class WatchCommand
{
    /// <summary>Runs until it is stopped.</summary>
    /// <param name="arguments">Settings.</param>
    /// <param name="output">What it sees.</param>
    /// <param name="errors">Why it cannot watch.</param>
    /// <param name="stop">Stops it; the console's own signal when none.</param>
    /// <returns>Exit code: 0 when it was stopped, 1 when it cannot watch.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, CancellationToken stop = default)
    {
        var builder = ProgramBuilder.Create(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddWatchdog(builder.Configuration, output);
        await using var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception refused) when (StartFailure.Explain(refused) is { } why)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, why));
            return 1;
        }

        if (!app.Services.GetServices<IPager>().Any())
        {
            await errors.WriteLineAsync("There is no way to call anybody. Set up a part of the section Paging, such as Paging:Webhook:Url and "
                + "Paging:Webhook:Secret.");
            return 1;
        }

        using var signal = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            signal.Cancel();
        };
        await output.WriteLineAsync($"Watching {app.Services.GetRequiredService<IOptions<WatchOptions>>().Value.Url}.");
        try
        {
            await app.Services.GetRequiredService<Watchdog>().RunAsync(signal.Token);
        }
        catch (OperationCanceledException) when (signal.IsCancellationRequested)
        {
            // Stopped.
        }

        return 0;
    }
}
