using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Conversations.Bot.Commands;

/// <summary>A command as it was typed.</summary>
/// <param name="Command">Which.</param>
internal sealed record CommandCall(Command Command)
{
    /// <summary>The case named, e.g. "K7-4FX"; null when none was.</summary>
    public string? Case { get; init; }

    /// <summary>For <see cref="Command.Change"/>: the step named.</summary>
    public Topic? Step { get; init; }

    /// <summary>For <see cref="Command.Cases"/>: which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>For what is about who is on call: when.</summary>
    public RotaTime? Time { get; init; }

    /// <summary>For <see cref="Command.Report"/>: the first day, and the last; null for the usual time.</summary>
    public (LocalDate From, LocalDate? To)? Days { get; init; }

    /// <summary>For <see cref="Command.Swap"/>: with whom, in lower case.</summary>
    public string? Person { get; init; }

    /// <summary>For what is about a role: the role, in lower case.</summary>
    public string? Role { get; init; }

    /// <summary>For <see cref="Command.LookUp"/> and <see cref="Command.Note"/>: what follows, as it was typed; may be empty.</summary>
    public string Words { get; init; } = "";
}
