namespace ClinicalBot.BotFramework;

/// <summary>
/// Names a state document. It always says whose: what one tenant keeps does not exist for another, and no key can be made without that.
/// </summary>
public readonly record struct StateKey
{
    /// <summary>Stands for the tenant on channels that have none.</summary>
    public const string NoTenant = "-";

    /// <summary>Names a document.</summary>
    /// <param name="tenant">Entra tenant, in any case of letters; null on channels that have none.</param>
    /// <param name="scope">What kind of thing, e.g. "dialog" or "case".</param>
    /// <param name="id">Which one.</param>
    public StateKey(string? tenant, string scope, string id)
    {
        Scope = scope;
        Id = $"{Written(tenant)}/{id}";
    }

    private StateKey(string scope, string id) => (Scope, Id) = (scope, id);

    /// <summary>A key as a store has kept it, the tenant included. For stores.</summary>
    public static StateKey Stored(string scope, string id) => new(scope, id);

    /// <summary>What kind of thing.</summary>
    public string Scope { get; }

    /// <summary>Which one: the tenant, a slash, and the rest.</summary>
    public string Id { get; }

    /// <summary>The document is of this tenant.</summary>
    /// <param name="tenant">Entra tenant, in any case of letters; null on channels that have none.</param>
    public bool IsOf(string? tenant) => Id.StartsWith(Written(tenant) + "/", StringComparison.Ordinal);

    /// <summary>A tenant without the slash that ends it.</summary>
    private static string Written(string? tenant) => string.IsNullOrEmpty(tenant) ? NoTenant : Uri.EscapeDataString(tenant.ToLowerInvariant());
}
