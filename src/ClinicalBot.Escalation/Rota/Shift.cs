namespace ClinicalBot.Escalation;

/// <summary>A time in which one person holds a role.</summary>
/// <param name="PersonId">Entra object id.</param>
/// <param name="From">From then on.</param>
/// <param name="Until">No longer from then on; after <paramref name="From"/>.</param>
/// <param name="Layer">What says so.</param>
public sealed record Shift(string PersonId, DateTimeOffset From, DateTimeOffset Until, RotaLayer Layer)
{
    internal bool Covers(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>What says who is on call; a later one wins over an earlier one.</summary>
public enum RotaLayer
{
    /// <summary>Nothing else: the named fallback of the role.</summary>
    Fallback,

    /// <summary>The first person listed for a role that has no rota.</summary>
    Listed,

    /// <summary>The rotation rule.</summary>
    Rotation,

    /// <summary>A calendar.</summary>
    Calendar,

    /// <summary>A swap or cover that both agreed on.</summary>
    Override,

    /// <summary>A person took the role by themselves.</summary>
    Taken,
}
