using CsCheck;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>A new seed for each run; CsCheck_Seed repeats one, as it does for CsCheck's own runs.</summary>
internal static class RandomSeed
{
    public static string Next() =>
        Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } seed ? seed : PCG.ThreadPCG.ToString();
}
