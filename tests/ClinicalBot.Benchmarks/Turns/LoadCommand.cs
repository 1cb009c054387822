using System.Globalization;
using ClinicalBot.Benchmarks.Triages;

namespace ClinicalBot.Benchmarks.Turns;

/// <summary>
/// "load triage" is <see cref="TriageLoad"/>, "load nodes" <see cref="NodesLoad"/> and "load start" <see cref="StartLoad"/>: the product. "load store
/// [seconds]" drives the store alone, "load http [seconds]" an echo bot on
/// the turn engine in a process of its own. Both at 1, 16 and 64 conversations, with synchronous=FULL on a real file.
/// </summary>
internal static class LoadCommand
{
    private static readonly int[] Conversations = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["triage" or "start" or "nodes", .. var rest])
        {
            if (TriageLoadOptions.Parse(rest) is { } options)
            {
                switch (arguments[0])
                {
                    case "triage":
                        return await TriageLoad.RunAsync(options);
                    case "nodes":
                        return await NodesLoad.RunAsync(options);
                    default:
                        await StartLoad.RunAsync(options.Program);
                        return 0;
                }
            }

            await Console.Error.WriteLineAsync(TriageLoadOptions.Usage);
            return 1;
        }

        var duration = TimeSpan.FromSeconds(arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5);
        foreach (var conversations in Conversations)
        {
            switch (arguments)
            {
                case ["store", ..]:
                    await StoreLoad.RunAsync(conversations, duration);
                    break;
                case ["http", ..]:
                    await HttpLoad.RunAsync(conversations, duration);
                    break;
                default:
                    await Console.Error.WriteLineAsync("load store|http [seconds]");
                    return 1;
            }
        }

        return 0;
    }
}
