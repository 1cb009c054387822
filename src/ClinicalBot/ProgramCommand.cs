using System.Reflection;
using ClinicalBot.Assess;
using ClinicalBot.Doctor;
using ClinicalBot.Hosting;
using ClinicalBot.Operations;
using ClinicalBot.Package;
using ClinicalBot.Read;
using ClinicalBot.Records.Audit;
using ClinicalBot.Records.DataHeld;

namespace ClinicalBot;

/// <summary>A word that can follow the program's name; without one the bot is served.</summary>
/// <param name="Name">The word.</param>
/// <param name="Usage">The word with what follows it.</param>
/// <param name="About">What it does, in a sentence.</param>
/// <param name="RunAsync">Runs it with what follows; gives the exit code.</param>
internal sealed record ProgramCommand(string Name, string Usage, string About, Func<string[], Task<int>> RunAsync)
{
    /// <summary>Every command.</summary>
    public static IReadOnlyList<ProgramCommand> All { get; } =
    [
        new("assess", "assess [--json FILE | -]", "Decides an exam in the terminal: asks for it, or reads it from a file.",
            rest => AssessCommand.RunAsync(rest, Console.In, Console.Out, TimeProvider.System.GetUtcNow())),
        new("doctor", "doctor [--json]", "Looks at everything the bot needs and says what to do about what it finds.", rest =>
            DoctorCommand.RunAsync(rest, Console.Out)),
        new("manifest", "manifest --out app.zip", "Writes the Teams app package.", rest => ManifestCommand.RunAsync(rest, Console.Out, Console.Error)),
        new("audit", "audit verify | audit replay CASE | audit administration",
            "Checks the record of cases, decides a case anew from it, or tells who was refused, exported or erased what.",
            rest => AuditCommand.RunAsync(rest, ProgramBuilder.Create(rest.SkipWhile(word => !word.StartsWith('-'))).Storage(), Console.Out)),
        new("export", "export case CASE | person ID [--out FILE]", "Writes all that is held about a case or a person, as JSON.",
            rest => DataAsync("export", rest)),
        new("erase", "erase case CASE | person ID [--yes]", "Erases a case that is over, or a person; the record keeps the hashes.",
            rest => DataAsync("erase", rest)),
        new("read", "read", "Reads messages, one a line (topic TAB text), and writes what is made of each as JSON.",
            _ => ReadCommand.RunAsync(Console.In, Console.OpenStandardOutput(), TimeProvider.System.GetUtcNow())),
        new("drill", "drill [--Drill:Url=...]", "Asks a running bot to begin a drill: people are called and told that it is one.", rest =>
            DrillCommand.RunAsync(rest, Console.Out)),
        new("watch", "watch", "Watches a running bot from outside, and calls a person by the second medium when it does not work.", rest =>
            WatchCommand.RunAsync(rest, Console.Out, Console.Error)),
        new("storage", "storage copy --to CONNECTION", "Moves a SQLite site to PostgreSQL with nothing lost.", rest =>
            StorageCommand.RunAsync(rest, Console.Out)),
    ];

    /// <summary>Runs what the words ask for; null when they ask for nothing but settings, so that the bot is to be served.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="output">For help and version.</param>
    /// <param name="errors">Says which word is not known, and which are.</param>
    public static async Task<int?> TryRunAsync(string[] words, TextWriter output, TextWriter errors)
    {
        switch (words)
        {
            case ["--help" or "-h" or "help", ..]:
                await output.WriteLineAsync(Help());
                return 0;
            case ["--version", ..]:
                var version = typeof(ProgramCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
                await output.WriteLineAsync($"ClinicalBot {version.InformationalVersion}");
                return 0;
            case [var word, .. var rest] when All.FirstOrDefault(command => command.Name == word) is { } command:
                return await command.RunAsync(rest);
            // A setting is "--Site:TimeZone=..." or "Site:TimeZone=...".
            case [var word, ..] when !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal):
                await errors.WriteLineAsync($"\"{word}\" is not known.\n{Help()}");
                return 1;
            default:
                return null;
        }
    }

    private static Task<int> DataAsync(string verb, string[] words)
    {
        // Only what has the form of a setting: the options of these commands are none.
        var builder = ProgramBuilder.Create(
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal)));
        return new DataCommand(builder.Storage(), builder.ContactsFile(), Console.In, Console.Out, Console.Error, TimeProvider.System)
            .RunAsync(verb, words);
    }

    private static string Help()
    {
        var width = All.Max(command => command.Usage.Length) + 2;
        IEnumerable<string> lines =
        [
            "Usage: ClinicalBot [command] [--Setting:Name=value ...]",
            "Without a command the bot is served, at http://localhost:3978 unless --urls says otherwise.",
            "",
            .. All.Select(command => "  " + command.Usage.PadRight(width) + command.About),
            "  " + "--version".PadRight(width) + "Says which version this is.",
            "",
            "Every setting is in appsettings.template.json.",
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
