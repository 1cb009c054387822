using ClinicalBot.BotFramework;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>What people of a tenant were told of the rota, so that each thing is told once, whatever restarts and however many nodes there are.</summary>
internal sealed record RotaTold
{
    /// <summary>Id of the person on call by role, as last seen; null when no person was. A role that is not here was never seen.</summary>
    public IReadOnlyDictionary<string, string?> OnCall { get; init; } = new Dictionary<string, string?>();

    /// <summary>Shifts their people know of, until they are over.</summary>
    public IReadOnlyList<ToldShift> Shifts { get; init; } = [];

    /// <summary>Where it is kept.</summary>
    public static StateKey KeyOf(string? tenant) => new(tenant, RotaFile.Name, "told");
}
