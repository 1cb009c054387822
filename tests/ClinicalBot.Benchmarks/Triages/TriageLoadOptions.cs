using System.Globalization;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>How "load triage" measures.</summary>
internal sealed record TriageLoadOptions
{
    /// <summary>Explains the arguments.</summary>
    public const string Usage =
        "load start [--program .../ClinicalBot.dll], load nodes [--nodes 1,2,3] [--conversations 64] [--seconds 15] [--program .../ClinicalBot.dll], "
            + "load triage [--conversations 1,16,64,256] [--seconds 15] [--rounds 3] [--program .../ClinicalBot.dll] [--before .../ClinicalBot.dll] "
            + "[--only floor,durable,peer,sdk]";

    /// <summary>Conversations at once, one table each.</summary>
    public IReadOnlyList<int> Conversations { get; init; } = [1, 16, 64, 256];

    /// <summary>Nodes on one PostgreSQL database; one table row each.</summary>
    public IReadOnlyList<int> Nodes { get; init; } = [1, 2, 3];

    /// <summary>How long each bot is measured in all, for each number of conversations.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Slices of that time, the bots taking turns, so that what else the machine does hits all alike.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>The built program. Default: the one built with this project.</summary>
    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll");

    /// <summary>An earlier build of the program to compare with; null for none.</summary>
    public string? Before { get; init; }

    /// <summary>What to compare with; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The peer's program.</summary>
    public string Peer { get; } = Path.Combine(Repository.Root, "tests", "peers", "botbuilder", "bot.mjs");

    /// <summary>The peer on Microsoft.Bot.Builder, built in the same configuration.</summary>
    public string SdkPeer { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("ClinicalBot.Benchmarks", "ClinicalBot.SdkPeer", StringComparison.Ordinal), "ClinicalBot.SdkPeer.dll");

    /// <summary>One slice.</summary>
    public TimeSpan Slice => Duration / Rounds;

    /// <summary>Played before anything is measured.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Reads arguments; null when they are wrong.</summary>
    public static TriageLoadOptions? Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new TriageLoadOptions(),
        ["--conversations", var numbers, .. var rest] => Parse(rest) is { } o ? o with { Conversations = [.. numbers.Split(',').Select(Number)] } : null,
        ["--nodes", var numbers, .. var rest] => Parse(rest) is { } o ? o with { Nodes = [.. numbers.Split(',').Select(Number)] } : null,
        ["--seconds", var seconds, .. var rest] => Parse(rest) is { } o ? o with { Duration = TimeSpan.FromSeconds(Number(seconds)) } : null,
        ["--rounds", var rounds, .. var rest] => Parse(rest) is { } o ? o with { Rounds = Number(rounds) } : null,
        ["--program", var path, .. var rest] => Parse(rest) is { } o ? o with { Program = Path.GetFullPath(path) } : null,
        ["--before", var path, .. var rest] => Parse(rest) is { } o ? o with { Before = Path.GetFullPath(path) } : null,
        ["--only", var names, .. var rest] => Parse(rest) is { } o ? o with { Only = names.Split(',') } : null,
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
