using BenchmarkDotNet.Running;
using ClinicalBot.Benchmarks.Growth;
using ClinicalBot.Benchmarks.HostileActivities;
using ClinicalBot.Benchmarks.Triages;
using ClinicalBot.Benchmarks.Turns;

namespace ClinicalBot.Benchmarks;

internal static class EntryPoint
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["load", .. var arguments])
        {
            return await LoadCommand.RunAsync(arguments);
        }

        if (args is ["growth", .. var sizes])
        {
            return await GrowthCommand.RunAsync(sizes);
        }

        if (args is ["hostile", .. var hostile])
        {
            return await HostileCommand.RunAsync(hostile);
        }

        if (args is ["floor", .. var floor])
        {
            await Floor.RunAsync(floor);
            return 0;
        }

        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
        return 0;
    }
}
