using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// The wall clock that one process of the program sees (libfaketime), to be set ahead or back while it runs. Its monotonic clock stays true, as
/// when an administrator or a wrong time server sets the clock of a machine.
/// </summary>
/// <param name="folder">Where the file lies that tells the process its clock.</param>
internal sealed class NodeClock(string folder)
{
    private readonly string _file = Path.Combine(folder, $"clock-{Guid.NewGuid():N}");

    /// <summary>The program under this clock. The package is installed by ./test.</summary>
    public BotProcess Program(string assembly)
    {
        var library = Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu").Select(directory => Path.Combine(directory, "faketime", "libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("libfaketime is missing: apt-get install libfaketime");
        Set(TimeSpan.Zero);
        return BotProcess.Of(
            "env", $"LD_PRELOAD={library}", "DONT_FAKE_MONOTONIC=1", "FAKETIME_CACHE_DURATION=1", $"FAKETIME_TIMESTAMP_FILE={_file}", "dotnet", assembly);
    }

    /// <summary>Sets it so far ahead of true time (back, when negative). Seen within a second.</summary>
    public void Set(TimeSpan ahead)
    {
        var whole = _file + ".new";
        File.WriteAllText(whole, FormattableString.Invariant($"{ahead.TotalSeconds:+0;-0}"));
        File.Move(whole, _file, overwrite: true);
    }
}
