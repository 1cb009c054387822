using BenchmarkDotNet.Running;
using ClinicalBot.Benchmarks.Growth;
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

        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
        return 0;
    }
}
