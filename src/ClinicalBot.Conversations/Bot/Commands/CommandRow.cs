using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot.Commands;

/// <summary>One row of commands.en.tsv.</summary>
/// <param name="Command">Which.</param>
/// <param name="Takes">What may follow its name.</param>
/// <param name="Phrases">What people type, the first being the one they are taught.</param>
internal sealed record CommandRow(Command Command, CommandArgument Takes, IReadOnlyList<string> Phrases)
{
    /// <summary>All rows, in the order of the file.</summary>
    public static IReadOnlyList<CommandRow> All { get; } = [.. Read("commands").Select(cells => new CommandRow(
        Enum.Parse<Command>(cells[0], ignoreCase: true), Enum.Parse<CommandArgument>(cells[1], ignoreCase: true), cells[2].Split('|')))];

    /// <summary>The steps by their names.</summary>
    public static IReadOnlyDictionary<string, Topic> Steps { get; } = Read("steps")
        .SelectMany(cells => cells[1].Split('|').Select(name => (name, Step: Enum.Parse<Topic>(cells[0], ignoreCase: true))))
        .ToDictionary(each => each.name, each => each.Step, StringComparer.Ordinal);

    /// <summary>The phrase people are taught.</summary>
    public string Name => Phrases[0];

    /// <summary>The phrases that are the whole message.</summary>
    public IEnumerable<string> Alone => Takes switch
    {
        CommandArgument.None or CommandArgument.PageOrNone or CommandArgument.RoleTimeOrNone or CommandArgument.DaysOrNone => Phrases,
        CommandArgument.CaseOrNone or CommandArgument.StepOrNone => [Name],
        _ => [],
    };

    private static IEnumerable<string[]> Read(string table)
    {
        using var file = typeof(CommandRow).Assembly.GetManifestResourceStream($"commands/{table}.en.tsv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }
}

/// <summary>What may follow the name of a command.</summary>
internal enum CommandArgument
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reference of a case.</summary>
    Case,

    /// <summary>The reference of a case; the first phrase may also stand alone.</summary>
    CaseOrNone,

    /// <summary>A step of the triage; the first phrase may also stand alone.</summary>
    StepOrNone,

    /// <summary>The number of a page; any phrase may also stand alone.</summary>
    PageOrNone,

    /// <summary>A role, then "too", then the reference of a case or nothing.</summary>
    RoleToo,

    /// <summary>A role or a time or both; any phrase may also stand alone.</summary>
    RoleTimeOrNone,

    /// <summary>A role, then a time.</summary>
    RoleTime,

    /// <summary>A time, then "with" and a person.</summary>
    TimePerson,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A day, or two; any phrase may also stand alone.</summary>
    DaysOrNone,

    /// <summary>Any words.</summary>
    Words,
}
