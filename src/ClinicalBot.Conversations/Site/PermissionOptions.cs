namespace ClinicalBot.Conversations.Site;

/// <summary>Who may do in chat what goes beyond the cases they are concerned with: section "Permissions". Over HTTP it is an app role of Entra.</summary>
internal sealed class PermissionOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Permissions";

    /// <summary>Stands for the people of Escalation:Coordinators. The default of every permission.</summary>
    public const string Coordinators = "coordinators";

    /// <summary>Alone in a list: no person.</summary>
    public const string Nobody = "nobody";

    /// <summary>Agree to a swap for the one person who was asked and is absent.</summary>
    public IList<string> Swap { get; } = [];

    /// <summary>Choose the escalation channel.</summary>
    public IList<string> Configure { get; } = [];

    /// <summary>Begin a drill.</summary>
    public IList<string> Drill { get; } = [];

    /// <summary>Ask for the report of how long people waited, which is counted from the records.</summary>
    public IList<string> ReadAudit { get; } = [];

    /// <summary>Void a case of another requester.</summary>
    public IList<string> Void { get; } = [];

    /// <summary>Who has a permission: "coordinators", roles of the contacts file, and Entra object ids of people.</summary>
    public IReadOnlyList<string> Of(Permission permission)
    {
        var set = Lists[permission](this);
        return set.Count > 0 ? [.. set] : [Coordinators];
    }

    /// <summary>Every permission.</summary>
    public static IReadOnlyDictionary<Permission, Func<PermissionOptions, IList<string>>> Lists { get; } =
        new Dictionary<Permission, Func<PermissionOptions, IList<string>>>
        {
            [Permission.Swap] = options => options.Swap,
            [Permission.Configure] = options => options.Configure,
            [Permission.Drill] = options => options.Drill,
            [Permission.ReadAudit] = options => options.ReadAudit,
            [Permission.Void] = options => options.Void,
        };
}

/// <summary>What not everybody of the tenant may do.</summary>
internal enum Permission
{
    /// <summary>Agree to a swap for an absent person.</summary>
    Swap,

    /// <summary>Choose the escalation channel.</summary>
    Configure,

    /// <summary>Begin a drill.</summary>
    Drill,

    /// <summary>Read what was counted from the records.</summary>
    ReadAudit,

    /// <summary>Void a case of another requester.</summary>
    Void,
}
